package fr.sejour.rest.internal.answer;

import fr.sejour.api.record.Journals.Verdict;
import org.jspecify.annotations.Nullable;

/** What became of the journal of one case. */
public record VerdictAnswer(
        String caseNumber,
        long lines,
        boolean intact,
        @Nullable AlterationAnswer alteration) {

    /** @param line the first line that does not say what was written, or is not there */
    public record AlterationAnswer(String kind, long line) {}

    public static VerdictAnswer of(Verdict verdict) {
        return new VerdictAnswer(
                verdict.number().value(),
                verdict.lines(),
                verdict.alteration().isEmpty(),
                verdict.alteration()
                        .map(it -> new AlterationAnswer(Codes.of(it.kind()), it.line()))
                        .orElse(null));
    }
}
