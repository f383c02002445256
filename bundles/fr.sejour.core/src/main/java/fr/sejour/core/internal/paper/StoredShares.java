package fr.sejour.core.internal.paper;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.attestation.Shares;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps in the store what people share. */
@Component
public final class StoredShares implements Shares {

    /** More than anybody applies for homes in three months. */
    private static final int MOST = 100;

    private final Store store;
    private final Clock clock;
    private final Numbers numbers = new Numbers();

    @Activate
    public StoredShares(@Reference Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Share give(Caller caller, PersonId person, Purpose purpose, LocalDate lastDay) {
        refuseOthers(caller, person);
        Instant now = clock.instant();
        LocalDate today = today(now);
        if (lastDay.isBefore(today) || !lastDay.isBefore(today.plusDays(Share.LONGEST_DAYS))) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "lastDay"));
        }
        return store.write(records -> {
            records.people().hold(person);
            if (standing(records, person, today).size() >= MOST) {
                throw new CaseException(ErrorCode.TOO_MANY_SHARES);
            }
            Share fresh = new Share(numbers.shareCode(purpose), person, lastDay, now, Optional.empty());
            records.shares().add(fresh);
            return fresh;
        });
    }

    @Override
    public List<Share> ofPerson(Caller caller, PersonId person) {
        refuseOthers(caller, person);
        LocalDate today = today(clock.instant());
        return store.read(records -> standing(records, person, today));
    }

    @Override
    public void end(Caller caller, PersonId person, ShareCode code) {
        refuseOthers(caller, person);
        store.write(records -> {
            records.people().hold(person);
            Share known = records.shares()
                    .find(code)
                    .filter(share -> share.person().equals(person))
                    .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            if (known.endedAt().isEmpty()) {
                records.shares().end(known.ended(clock.instant()));
            }
            return code;
        });
    }

    static LocalDate today(Instant now) {
        return Prefecture.nationalDay(now);
    }

    private static List<Share> standing(Records records, PersonId person, LocalDate today) {
        return records.shares().ofPerson(person).stream()
                .filter(share -> share.standsOn(today))
                .toList();
    }

    /** Not even an agent: who learns what somebody may do is theirs to say. */
    private static void refuseOthers(Caller caller, PersonId person) {
        if (!caller.person().equals(Optional.of(person))) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }
}
