package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.attestation.CheckDesk.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a checker may know of a paper.
 *
 * @param rights of a valid paper alone: what stands here may be relied on
 * @param comingRights of one that is not yet valid: what it will carry from its first day on
 */
public record CheckedPaper(
        Instant checkedAt,
        String state,
        String kind,
        String number,
        String holderInitials,
        ValidityAnswer validity,
        RightAnswer.@Nullable All rights,
        RightAnswer.@Nullable All comingRights,
        boolean holderHasMoreRights,
        @Nullable String endReason,
        @Nullable String proof) {

    public static CheckedPaper of(CheckAnswer checked, Wording wording) {
        Optional<RightAnswer.All> rights = checked.rights().map(it -> RightAnswer.All.of(it, wording));
        boolean valid = checked.state() == State.VALID;
        return new CheckedPaper(
                checked.checkedAt(),
                Codes.of(checked.state()),
                Codes.of(checked.kind()),
                checked.number().value(),
                checked.holderInitials(),
                ValidityAnswer.of(checked.validity()),
                rights.filter(it -> valid).orElse(null),
                rights.filter(it -> !valid).orElse(null),
                checked.holderHasMoreRights(),
                checked.endReason().orElse(null),
                checked.proof().orElse(null));
    }
}
