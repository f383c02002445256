package fr.sejour.api.attestation;

import fr.sejour.api.right.HeldRights;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where an employer, a bank or a landlord checks a paper without an account. */
@ProviderType
public interface CheckDesk {

    /**
     * The present state of a paper.
     *
     * @throws fr.sejour.api.fault.CaseException {@code CHECK_REFUSED} when code and birth date do not belong together: the
     *     same answer for a wrong code and a wrong date; {@code TOO_MANY_ATTEMPTS} after five refusals of one code, with the
     *     seconds to wait
     */
    CheckAnswer check(CheckCode code, LocalDate birthDate);

    /**
     * What the person who shared that code may do now, by all their papers together.
     *
     * @throws fr.sejour.api.fault.CaseException as {@link #check(CheckCode, LocalDate)}; a code that is over or was taken back is
     *     answered like a wrong one
     */
    ShareAnswer check(ShareCode code, LocalDate birthDate);

    /**
     * What this platform answered when it gave that proof; empty when it gave no such proof, or it was changed since. Of a paper that was
     * over then no rights are repeated, though earlier proofs named them.
     */
    Optional<CheckAnswer> paperProven(String proof);

    /** The same for a shared code. */
    Optional<ShareAnswer> shareProven(String proof);

    /**
     * What a checker may know, and no more: no name beyond what the paper in their hand shows, no ground, no other paper.
     *
     * @param holderInitials enough to compare with the paper in hand
     * @param rights what it carries now, or from its first day on while it is not yet valid; empty once it is over: what it allowed is
     *     no answer to whoever asks what somebody may do
     * @param holderHasMoreRights the person holds another valid proof that carries more: ask them for a share code
     * @param proof the answer as a signed statement: whoever keeps it shows later what was answered, and when; empty while there is
     *     no key to sign with
     */
    record CheckAnswer(
            Instant checkedAt,
            State state,
            PaperKind kind,
            AttestationNumber number,
            String holderInitials,
            Validity validity,
            Optional<Rights> rights,
            boolean holderHasMoreRights,
            Optional<String> endReason,
            Optional<String> proof) {

        public CheckAnswer {
            if (state.over() == rights.isPresent()) {
                throw new IllegalArgumentException("A paper carries rights until it is over");
            }
        }
    }

    /**
     * What whoever was given a code may know: what its purpose needs, and no more.
     *
     * @param covered whether the person holds a proof of right now
     * @param until the last day of it, as far as it is known, and for an employer the last day on which all the work that is told is
     *     permitted as well, when that comes first; empty when not covered, or without a known end
     * @param proof as of {@link CheckAnswer}
     */
    record ShareAnswer(
            Instant checkedAt,
            ShareCode.Purpose purpose,
            String holderInitials,
            boolean covered,
            Optional<LocalDate> until,
            HeldRights rights,
            Optional<String> proof) {}

    /** The state of a paper at the instant of the check. */
    enum State {
        NOT_YET_VALID,
        VALID,
        EXPIRED,
        /** Another paper has taken its place. */
        REPLACED,
        /** It stopped before its last day. */
        ENDED,
        /** It was taken back: it was obtained by fraud. */
        REVOKED;

        /** Whether the paper carries nothing any more. */
        public boolean over() {
            return switch (this) {
                case NOT_YET_VALID, VALID -> false;
                case EXPIRED, REPLACED, ENDED, REVOKED -> true;
            };
        }
    }
}
