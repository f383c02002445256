package fr.sejour.api.attempt;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.text.Codes;
import java.time.Instant;
import java.util.Optional;

/**
 * The trace of an act of a person that failed. It holds codes, references and a digest: neither what was sent nor a name.
 *
 * @param code why it failed: the slug of the problem that was answered
 * @param trace the opaque trace of the request, which the log may hold too
 * @param asker who asked
 * @param subject what was asked
 * @param signature the receipt as the person holds it, a compact JWS; empty as long as there was no key to sign it with
 * @param substitute the right to file by the substitute channel, when the attempt gives it
 * @param filedAs the case whose filing rests on it
 */
public record Attempt(
        AttemptNumber number,
        Instant at,
        Operation operation,
        String code,
        String trace,
        Asker asker,
        Subject subject,
        Optional<String> signature,
        Optional<Substitute> substitute,
        Optional<CaseNumber> filedAs) {

    /** What was attempted. */
    public enum Operation {
        OPEN_ACCOUNT,
        LINK,
        FILE,
        GIVE_PIECE,
        ACT,
        /** Filing, as the person says it: they reported that it cannot be done. */
        REPORTED_FILING;

        /** Whether it was an attempt to file. */
        public boolean isFiling() {
            return this == FILE || this == REPORTED_FILING;
        }

        public String slug() {
            return Codes.of(this);
        }
    }

    /**
     * Who asked, as far as that is known.
     *
     * @param person whom the account speaks for; for a helper, whoever gave the mandate under which they asked
     * @param session what they asked with, when the database could not be asked whose it is
     * @param behalf for whom a helper says to ask, until it is known whether a mandate bears it out
     */
    public record Asker(
            Optional<AccountId> account,
            Optional<PersonId> person,
            Optional<SessionFingerprint> session,
            Optional<Behalf> behalf) {

        /** Who asked in their own name, or in that of whom a mandate lets them speak for. */
        public Asker(Optional<AccountId> account, Optional<PersonId> person, Optional<SessionFingerprint> session) {
            this(account, person, session, Optional.empty());
        }
    }

    /** For whom a helper says to ask, as they say it: the person, or the mandate. */
    public record Behalf(Optional<PersonId> person, Optional<MandateNumber> mandate) {}

    /**
     * What was asked, as far as it was said.
     *
     * @param ground the permit asked for
     * @param caseNumber the case acted on
     * @param prefecture the préfecture in charge where the person lives
     * @param digest the SHA-256 of what was sent, hexadecimal, as far as it arrived; none of what holds a secret
     */
    public record Subject(
            Optional<PermitCode> ground,
            Optional<CaseNumber> caseNumber,
            Optional<PrefectureCode> prefecture,
            Optional<String> digest) {

        /** Where nothing was said. */
        public static final Subject UNSAID =
                new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same attempt by whoever it turned out to be. */
    public Attempt by(Asker known) {
        return new Attempt(number, at, operation, code, trace, known, subject, signature, substitute, filedAs);
    }

    /** The same attempt with the right that it gives. */
    public Attempt giving(Substitute right) {
        return new Attempt(number, at, operation, code, trace, asker, subject, signature, Optional.of(right), filedAs);
    }

    /** The same attempt, signed once there is a key again. */
    public Attempt signed(String later) {
        return new Attempt(number, at, operation, code, trace, asker, subject, Optional.of(later), substitute, filedAs);
    }

    /** The same attempt once a filing rests on it. */
    public Attempt filedAs(CaseNumber filed) {
        return new Attempt(
                number, at, operation, code, trace, asker, subject, signature, substitute, Optional.of(filed));
    }
}
