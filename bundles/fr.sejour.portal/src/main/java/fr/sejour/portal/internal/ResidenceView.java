package fr.sejour.portal.internal;

import fr.sejour.api.person.Residences.FollowingCase;
import fr.sejour.api.person.Residences.Moved;
import fr.sejour.web.page.PlaceWords;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody lives, and what became of their cases there.
 *
 * @param dutyMonths within how many months the law wants a move declared, when it obliges this person
 */
public record ResidenceView(
        Optional<String> address,
        Optional<String> commune,
        List<Following> cases,
        Optional<Integer> dutyMonths,
        Optional<String> done) {

    public ResidenceView {
        cases = List.copyOf(cases);
    }

    /** An open case, who has it, and who will have it from when. */
    public record Following(
            String number, String path, String prefecture, Optional<String> offeredTo, Optional<LocalDate> by) {}

    static ResidenceView of(Visit visit, Desks desks, PlaceWords places, Moved moved) {
        Words words = visit.words();
        return new ResidenceView(
                moved.residence().map(it -> it.residence().address()),
                moved.residence().map(it -> places.name(it.residence().commune())),
                moved.cases().stream().map(it -> following(words, desks, it)).toList(),
                moved.duty().map(it -> it.months()),
                visit.done("portal.done"));
    }

    private static Following following(Words words, Desks desks, FollowingCase it) {
        return new Following(
                it.number().value(),
                "/portal/cases/" + it.number(),
                desks.authority(words, it.prefecture()),
                it.transfer().map(offer -> desks.name(offer.to())),
                it.transfer().map(offer -> offer.completesOn()));
    }
}
