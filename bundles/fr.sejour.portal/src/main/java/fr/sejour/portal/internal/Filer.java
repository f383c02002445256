package fr.sejour.portal.internal;

import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.web.page.Visit;
import java.util.List;

/**
 * Who a filing is for.
 *
 * @param heldPermits what the platform shows of the permits they hold: to a helper nothing, who copies the card
 */
record Filer(PersonId id, String name, List<HeldPermitFact> heldPermits) {

    Filer {
        heldPermits = List.copyOf(heldPermits);
    }

    static Filer of(Visit visit, Desks desks, Behalf behalf) {
        return behalf.mandate()
                .map(it -> new Filer(behalf.person(), Behalf.name(it), List.of()))
                .orElseGet(() -> {
                    PersonProfile own = desks.people().find(visit.signedIn(), behalf.person());
                    String name = own.civilStatus().givenNames() + " "
                            + own.civilStatus().familyName();
                    return new Filer(own.id(), name, own.heldPermits());
                });
    }
}
