package fr.sejour.portal.internal;

import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.NextAct;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Due;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A case in a list: what was asked for, where it stands and what comes next. */
public record CaseLine(
        String number,
        String permit,
        String status,
        String tone,
        LocalDate filedOn,
        Optional<String> next,
        Optional<Due> due,
        boolean yourTurn,
        String path) {

    static CaseLine of(Visit visit, CatalogueWords labels, CaseFile file, ZoneId zone) {
        Words words = visit.words();
        return new CaseLine(
                file.number().value(),
                labels.permit(file.permit()),
                words.code("status", file.status()),
                tone(file),
                file.filedOn(),
                file.next().map(next -> sentence(words, next)),
                file.next().map(next -> new Due(words, next.by(), visit.today(zone))),
                file.next().map(next -> next.who() == NextAct.Who.PERSON).orElse(false),
                "/portal/cases/" + file.number());
    }

    /** What comes next, in words; a code without a sentence says at least whose turn it is. */
    static String sentence(Words words, NextAct next) {
        return words.ifSaid("next." + next.what()).orElseGet(() -> words.code("next.other", next.who()));
    }

    /** As the style sheet calls how good the news is. */
    static String tone(CaseFile file) {
        return switch (file.status()) {
            case GRANTED, CARD_IN_PRODUCTION, CARD_READY, HANDED_OVER, DELIVERED -> "yes";
            case AWAITING_PIECES, SILENTLY_REFUSED -> "open";
            case REFUSED, REGISTRATION_REFUSED -> "no";
            case FILED, UNDER_REVIEW, WITHDRAWN, MOOT -> "plain";
        };
    }
}
