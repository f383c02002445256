package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a checker may know of a paper. */
public record CheckedPaper(
        Instant checkedAt,
        String state,
        String kind,
        String number,
        String holderInitials,
        ValidityAnswer validity,
        RightAnswer.All rights,
        boolean holderHasMoreRights,
        @Nullable String endReason,
        @Nullable String proof) {

    public static CheckedPaper of(CheckAnswer checked, Wording wording) {
        return new CheckedPaper(
                checked.checkedAt(),
                Codes.of(checked.state()),
                Codes.of(checked.kind()),
                checked.number().value(),
                checked.holderInitials(),
                ValidityAnswer.of(checked.validity()),
                RightAnswer.All.of(checked.rights(), wording),
                checked.holderHasMoreRights(),
                checked.endReason().orElse(null),
                checked.proof().orElse(null));
    }
}
