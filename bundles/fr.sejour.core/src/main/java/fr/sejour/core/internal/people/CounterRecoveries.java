package fr.sejour.core.internal.people;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Recoveries;
import fr.sejour.api.access.RecoveryCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens ways in at the counter; the code is kept by its digest alone. */
@Component
public final class CounterRecoveries implements Recoveries {

    private static final Duration SERVES = Duration.ofHours(24);
    private static final int LONGEST = 500;

    private final Store store;
    private final Telling telling;
    private final Clock clock;
    private final Numbers numbers = new Numbers();

    @Activate
    public CounterRecoveries(
            @Reference Store store, @Reference Upkeep upkeep, @Reference NoticeWriter notices, @Reference Clock clock) {
        this.store = store;
        this.telling = new Telling(notices, upkeep.law());
        this.clock = clock;
    }

    @Override
    public Opened open(Caller caller, PersonId person, String seen) {
        RecoveryCode code = new RecoveryCode(numbers.secret());
        return store.write(records -> {
            records.people().hold(person);
            PersonRecord found = PersonRules.known(records, caller, person);
            if (!caller.isStaff()) {
                throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
            }
            PersonRules.refuseWhoOnlyReads(records, caller, found);
            String words = inWords(seen);
            Instant now = clock.instant();
            records.accounts().openRecovery(person, digest(code), now.plus(SERVES));
            records.accounts()
                    .write(
                            person,
                            new AccessLine(
                                    1, now, caller.account(), AccessLine.What.RECOVERY_OPENED, Optional.of(words)));
            telling.tell(records, found, NoticeWriter.recoveryOpened(), now);
            return new Opened(code, now.plus(SERVES));
        });
    }

    @Override
    public List<AccessLine> history(Caller caller, PersonId person) {
        return store.read(records -> {
            PersonRules.known(records, caller, person);
            return records.accounts().history(person);
        });
    }

    static String digest(RecoveryCode code) {
        return Secrets.digest("recovery", code.value());
    }

    private static String inWords(String seen) {
        String said = seen.strip();
        if (said.isEmpty() || said.length() > LONGEST || said.codePoints().anyMatch(Character::isISOControl)) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "seen"));
        }
        return said;
    }
}
