package fr.sejour.api.attestation;

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
     * What a checker may know, and no more: no name beyond what the paper in their hand shows, no ground, no other paper.
     *
     * @param holderInitials enough to compare with the paper in hand
     * @param holderHasMoreRights the person holds another valid proof that carries more: ask them for it
     */
    record CheckAnswer(
            Instant checkedAt,
            State state,
            PaperKind kind,
            AttestationNumber number,
            String holderInitials,
            Validity validity,
            Rights rights,
            boolean holderHasMoreRights,
            Optional<String> endReason) {}

    /** The state of a paper at the instant of the check. */
    enum State {
        NOT_YET_VALID,
        VALID,
        EXPIRED,
        ENDED
    }
}
