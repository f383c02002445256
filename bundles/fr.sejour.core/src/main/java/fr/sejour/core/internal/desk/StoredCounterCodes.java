package fr.sejour.core.internal.desk;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.CounterCode;
import fr.sejour.api.filing.CounterCodes;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws what people show at the counter; the code is kept by its digest alone. */
@Component
public final class StoredCounterCodes implements CounterCodes {

    /** Long enough to be drawn with help and written down before an appointment, too short to be found in a drawer. */
    private static final Duration SERVES = Duration.ofDays(7);

    private final Store store;
    private final Clock clock;
    private final Numbers numbers = new Numbers();

    @Activate
    public StoredCounterCodes(@Reference Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Drawn draw(Caller caller, PersonId person) {
        if (!caller.person().equals(Optional.of(person))) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        CounterCode code = numbers.counterCode();
        Instant now = clock.instant();
        Instant until = now.plus(SERVES);
        return store.write(records -> {
            records.people().hold(person);
            records.accounts().keepCounterCode(person, digest(code), until);
            records.accounts()
                    .write(
                            person,
                            new AccessLine(
                                    1, now, caller.account(), AccessLine.What.COUNTER_CODE_DRAWN, Optional.empty()));
            return new Drawn(code, until);
        });
    }

    static String digest(CounterCode code) {
        return Secrets.digest("counter-code", code.value());
    }
}
