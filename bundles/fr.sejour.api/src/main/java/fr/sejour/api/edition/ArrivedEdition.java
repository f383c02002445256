package fr.sejour.api.edition;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Login;
import fr.sejour.api.catalogue.EditionStamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edition of the law that came while the platform ran.
 *
 * @param digest SHA-256 of the file, in hexadecimal
 * @param signer the subject of the certificate that signed it
 * @param steps what was done with it, the first first
 * @param logins of those who did it, as far as they have an account
 * @param rehearsal what the last rehearsal found so far
 * @param ready whether its rehearsal has ended and the law has not changed since it began
 */
public record ArrivedEdition(
        EditionStamp stamp,
        String digest,
        String signer,
        State state,
        List<Step> steps,
        Map<AccountId, Login> logins,
        Optional<Rehearsal> rehearsal,
        boolean ready) {

    public ArrivedEdition {
        steps = List.copyOf(steps);
        logins = Map.copyOf(logins);
    }

    /** Who sent it, and so may not make it the law. */
    public AccountId sender() {
        return steps.get(0).by();
    }

    /** Where an edition has come to. */
    public enum State {
        /** Nobody judges by it. */
        RECEIVED,
        /** Every open case is being put before it; nobody judges by it. */
        REHEARSING,
        /** What it would change is known; nobody judges by it. */
        REHEARSED,
        /** It is the law. */
        APPLIES,
        /** It was the law for a time. */
        ROLLED_BACK
    }

    /** Who brought it to a state, and when. */
    public record Step(State to, AccountId by, Instant at) {}

    /**
     * The open cases put before the law with and without the edition.
     *
     * @param looked how many cases so far
     * @param more of these, how many would have more rights
     * @param fewer how many would lose one
     * @param other how many would have another paper with the same rights, or rights of which neither is more
     */
    public record Rehearsal(Instant startedAt, Optional<Instant> endedAt, int looked, int more, int fewer, int other) {}
}
