package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.CheckDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever was given a code may know, and no more than its purpose needs. */
public record CheckedShare(
        Instant checkedAt,
        String purpose,
        String holderInitials,
        boolean covered,
        @Nullable LocalDate until,
        @Nullable RightAnswer stay,
        List<RightAnswer> work,
        @Nullable RightAnswer social,
        boolean open,
        @Nullable String proof) {

    public static CheckedShare of(CheckDesk.ShareAnswer checked, Wording wording) {
        return new CheckedShare(
                checked.checkedAt(),
                Codes.of(checked.purpose()),
                checked.holderInitials(),
                checked.covered(),
                checked.until().orElse(null),
                checked.rights()
                        .stay()
                        .map(right -> RightAnswer.ofStay(right, wording))
                        .orElse(null),
                checked.rights().work().stream()
                        .map(right -> RightAnswer.ofWork(right, wording))
                        .toList(),
                checked.rights()
                        .social()
                        .map(right -> RightAnswer.ofSocial(right, wording))
                        .orElse(null),
                checked.rights().open(),
                checked.proof().orElse(null));
    }
}
