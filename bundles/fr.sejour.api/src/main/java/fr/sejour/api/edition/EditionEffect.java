package fr.sejour.api.edition;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an edition would change for one open case.
 *
 * @param before the next paper by the law that applies; empty when it gives none by itself
 * @param after the next paper with the edition
 */
public record EditionEffect(
        CaseNumber caseNumber, PrefectureCode prefecture, Change change, Optional<Next> before, Optional<Next> after) {

    /** Who gains and who loses. */
    public enum Change {
        MORE,
        FEWER,
        OTHER
    }

    /** The next paper that the law gives by itself. */
    public record Next(PaperKind kind, RightsCode rights, Optional<LocalDate> lastDay) {}
}
