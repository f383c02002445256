package fr.sejour.check.internal;

import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.attestation.CheckDesk.State;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.text.RightSentences;
import fr.sejour.web.page.Icon;
import fr.sejour.web.page.RightLines;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a check as it is read and printed.
 *
 * @param headline the state now, in one sentence
 * @param tone as the style sheet calls it
 * @param filingOnly whether it proves a filing and nothing else
 * @param rights what the paper carries; empty once it carries nothing any more
 * @param workInFrench the mention that relying parties read, for a page in another language
 */
public record AnswerView(
        String headline,
        String tone,
        Icon icon,
        String paper,
        String number,
        String initials,
        boolean filingOnly,
        LocalDate firstDay,
        Optional<LocalDate> lastDay,
        Optional<String> ended,
        List<RightLines.Line> rights,
        Optional<String> workInFrench,
        boolean moreRights,
        String checkedAt,
        Optional<String> proof) {

    public AnswerView {
        rights = List.copyOf(rights);
    }

    static AnswerView of(Words words, CheckAnswer answer) {
        boolean valid = answer.state() == State.VALID;
        boolean carries = !answer.state().over();
        boolean filingOnly = answer.kind() == PaperKind.ATTESTATION_DE_DEPOT;
        RightSentences sentences = new RightSentences(words.texts());
        return new AnswerView(
                valid && filingOnly ? words.say("check.state.filing-only") : words.code("check.state", answer.state()),
                valid && !filingOnly ? "yes" : carries ? "open" : "no",
                valid && !filingOnly ? Icon.YES : valid ? Icon.WARNING : carries ? Icon.CLOCK : Icon.NO,
                words.code("paper", answer.kind()),
                answer.number().value(),
                answer.holderInitials(),
                filingOnly,
                answer.validity().firstDay(),
                answer.validity().lastDay(),
                answer.endReason().map(reason -> words.code("paper.end", reason)),
                answer.rights().map(new RightLines(words)::of).orElse(List.of()),
                answer.rights()
                        .filter(rights -> !words.french())
                        .map(rights -> sentences.work("fr", rights.work().value())),
                answer.holderHasMoreRights(),
                words.moment(answer.checkedAt(), answer.validity().zone()),
                answer.proof());
    }
}
