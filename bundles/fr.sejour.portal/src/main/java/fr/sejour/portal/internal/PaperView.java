package fr.sejour.portal.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.PaperReasons;
import fr.sejour.api.right.Validity;
import fr.sejour.api.text.ReasonSentences;
import fr.sejour.api.text.RightSentences;
import fr.sejour.web.page.RightLines;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A paper as its holder sees it.
 *
 * @param tone as the style sheet calls whether it is valid
 * @param filingOnly whether it proves a filing and nothing else
 * @param because why there is this paper
 * @param basis the articles that give it, in one line
 * @param workInFrench the mention that relying parties read, for a page in another language
 */
public record PaperView(
        String name,
        String about,
        String number,
        String state,
        String tone,
        boolean filingOnly,
        LocalDate firstDay,
        Optional<LocalDate> lastDay,
        String issuedAt,
        List<RightLines.Line> rights,
        RightLines.Line work,
        String because,
        String basis,
        Optional<String> workInFrench,
        String checkCode,
        Optional<String> ended,
        String casePath,
        String path) {

    public PaperView {
        rights = List.copyOf(rights);
    }

    static PaperView of(Visit visit, Attestation paper) {
        Words words = visit.words();
        RightLines lines = new RightLines(words);
        boolean valid = paper.validAt(visit.now());
        return new PaperView(
                words.code("paper", paper.kind()),
                words.code("paper.about", paper.kind()),
                paper.number().value(),
                words.say("paper.state." + state(visit, paper)),
                valid && paper.kind() != PaperKind.ATTESTATION_DE_DEPOT ? "yes" : "plain",
                paper.kind() == PaperKind.ATTESTATION_DE_DEPOT,
                paper.validity().firstDay(),
                paper.validity().lastDay(),
                words.moment(paper.issuedAt(), paper.validity().zone()),
                lines.of(paper.rights(), paper.reasons()),
                lines.work(paper.rights().work(), paper.reasons()),
                new ReasonSentences(words.texts()).about(words.language(), paper.reasons(), PaperReasons.About.PAPER),
                paper.basis().stream().map(Article::reference).collect(Collectors.joining(", ")),
                words.french()
                        ? Optional.empty()
                        : Optional.of(new RightSentences(words.texts())
                                .work("fr", paper.rights().work().value())),
                paper.checkCode().printed(),
                paper.end()
                        .map(end -> words.say(
                                "paper.ended",
                                "day",
                                end.at().atZone(paper.validity().zone()).toLocalDate(),
                                "reason",
                                words.code("paper.end", end.reason()))),
                "/portal/cases/" + paper.caseNumber(),
                "/portal/papers/" + paper.number());
    }

    private static String state(Visit visit, Attestation paper) {
        Validity validity = paper.validity();
        if (paper.end().map(end -> !visit.now().isBefore(end.at())).orElse(false)) {
            return "ended";
        }
        if (visit.now().isBefore(validity.start())) {
            return "not-yet-valid";
        }
        return validity.covers(visit.now()) ? "valid" : "expired";
    }
}
