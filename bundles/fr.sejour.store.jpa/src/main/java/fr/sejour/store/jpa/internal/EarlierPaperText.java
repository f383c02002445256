package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Validity;
import fr.sejour.core.port.EarlierPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A paper of an earlier system in words, each behind a space; a hyphen stands for what is open. */
final class EarlierPaperText {

    private static final String OPEN = "-";

    private EarlierPaperText() {}

    static String of(EarlierPaper paper) {
        return String.join(
                " ",
                paper.caseNumber().value(),
                paper.kind().name(),
                paper.number(),
                paper.validity().firstDay().toString(),
                paper.validity().lastDay().map(LocalDate::toString).orElse(OPEN),
                paper.validity().zone().getId(),
                paper.endedAt().map(UtcInstants::kept).map(Instant::toString).orElse(OPEN));
    }

    static EarlierPaper read(String text) {
        String[] words = text.split(" ", -1);
        return new EarlierPaper(
                new CaseNumber(words[0]),
                PaperKind.valueOf(words[1]),
                words[2],
                new Validity(LocalDate.parse(words[3]), said(words[4]).map(LocalDate::parse), ZoneId.of(words[5])),
                said(words[6]).map(Instant::parse));
    }

    private static Optional<String> said(String word) {
        return Optional.of(word).filter(it -> !it.equals(OPEN));
    }
}
