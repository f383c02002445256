package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Filing;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.NamedAttempt;
import fr.sejour.core.port.Records;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The attempts that filings name. */
final class EarlierAttempts {

    private EarlierAttempts() {}

    /**
     * The attempt that a filing names.
     *
     * @param counts whether its day is that of the filing at once: an agent says so
     * @param opensTheCounter whether it is the person's own right to file by the substitute channel
     */
    record Named(Attempt attempt, boolean counts, boolean opensTheCounter) {

        NamedAttempt asFiled() {
            return new NamedAttempt(
                    attempt.number(),
                    attempt.at(),
                    counts ? NamedAttempt.Standing.CONFIRMED : NamedAttempt.Standing.PROPOSED);
        }
    }

    /** @throws CaseException {@code CONTRADICTORY_INPUT} when it cannot be the attempt of this filing */
    static Optional<Named> named(Records records, Caller caller, Filing filing) {
        return filing.attempt().map(said -> named(records, caller, filing, said));
    }

    private static Named named(Records records, Caller caller, Filing filing, EarlierAttempt said) {
        Attempt attempt = records.traces()
                .find(caller, said.number())
                .or(() -> ofHelper(records, caller, said))
                .or(() -> shown(records, caller, said))
                .orElseThrow(EarlierAttempts::contradicts);
        boolean theirs = attempt.asker().person().equals(Optional.of(filing.person())) || isOfHelper(attempt, caller);
        boolean ofThisGround = attempt.operation().isFiling()
                && attempt.subject().ground().filter(filing.permit()::equals).isPresent();
        boolean byAgent = caller.isStaff();
        boolean explained = byAgent && said.reason().isPresent();
        if (attempt.filedAs().isPresent() || !((theirs && ofThisGround) || explained)) {
            throw contradicts();
        }
        boolean opens = byAgent && theirs && attempt.substitute().isPresent();
        return new Named(attempt, byAgent, opens);
    }

    /** What a helper failed to do was asked by their account, and for nobody that it tells. */
    private static Optional<Attempt> ofHelper(Records records, Caller caller, EarlierAttempt said) {
        return records.traces().find(Upkeep.READS_ALL, said.number()).filter(it -> isOfHelper(it, caller));
    }

    /** Whoever is shown a printed number finds what it is of, and says why they count it. */
    private static Optional<Attempt> shown(Records records, Caller caller, EarlierAttempt said) {
        return caller.isStaff() && said.reason().isPresent()
                ? records.traces().find(Upkeep.READS_ALL, said.number())
                : Optional.empty();
    }

    private static boolean isOfHelper(Attempt attempt, Caller caller) {
        return caller.mandate().isPresent()
                && attempt.asker().person().isEmpty()
                && attempt.asker().account().equals(Optional.of(caller.account()));
    }

    /** What the journal says of it. */
    static String trace(NamedAttempt named) {
        return " attempt " + named.number() + " " + named.standing().name().toLowerCase(Locale.ROOT);
    }

    private static CaseException contradicts() {
        return new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "attempt"));
    }
}
