package fr.sejour.portal.internal;

import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.NextAct;
import fr.sejour.web.page.CaseWords;
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
        String turn,
        String path) {

    static CaseLine of(Visit visit, CatalogueWords labels, CaseFile file, Behalf behalf, ZoneId zone) {
        Words words = visit.words();
        boolean ofPerson =
                file.next().map(next -> next.who() == NextAct.Who.PERSON).orElse(false);
        return new CaseLine(
                file.number().value(),
                labels.permit(file.permit()),
                words.code("status", file.status()),
                CaseWords.tone(file.status()),
                file.filedOn(),
                file.next().map(next -> CaseWords.next(words, next)),
                file.next().map(next -> new Due(words, next.by(), visit.today(zone))),
                ofPerson,
                words.say(ofPerson ? behalf.turnKey() : "portal.next.other"),
                behalf.path(file.number()));
    }
}
