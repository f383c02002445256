package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.CoverageGap;
import fr.sejour.api.attestation.CoverageGap.Closing;
import fr.sejour.api.attestation.GapPage;
import fr.sejour.rest.internal.answer.TasksAnswer.OwedAnswer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of gaps of coverage.
 *
 * @param next the key of the next page; absent on the last
 */
public record CoverageGapsAnswer(
        List<GapAnswer> gaps, @Nullable String next) {

    /** One gap, and what closes it or whose task that is. */
    public record GapAnswer(
            String caseNumber,
            String prefecture,
            String familyName,
            String givenNames,
            LocalDate from,
            String cause,
            @Nullable ClosingAnswer closing,
            @Nullable OwedAnswer task,
            int uncoveredDays) {

        static GapAnswer of(CoverageGap gap) {
            return new GapAnswer(
                    gap.caseNumber().value(),
                    gap.prefecture().value(),
                    gap.familyName(),
                    gap.givenNames(),
                    gap.from(),
                    Codes.of(gap.cause()),
                    gap.closing().map(ClosingAnswer::of).orElse(null),
                    gap.task().map(OwedAnswer::of).orElse(null),
                    gap.uncoveredDays());
        }
    }

    /** The paper that closes it by itself. */
    public record ClosingAnswer(String paper, LocalDate on) {

        static ClosingAnswer of(Closing closing) {
            return new ClosingAnswer(Codes.of(closing.paper()), closing.on());
        }
    }

    public static CoverageGapsAnswer of(GapPage page) {
        return new CoverageGapsAnswer(
                page.gaps().stream().map(GapAnswer::of).toList(), page.next().orElse(null));
    }
}
