package fr.sejour.web.page;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import java.util.Optional;

/** Whom a page or a menu entry is for. Whoever is signed in but not meant reads that there is no such page. */
public enum Audience {
    ANYONE,
    /** Somebody who is not signed in. */
    VISITOR,
    APPLICANT,
    /** An association or a lawyer, for whoever gave them a mandate. */
    HELPER,
    /** Agents and national services. */
    STAFF,
    /** National services. */
    NATIONAL;

    public boolean admits(Optional<Caller> caller) {
        return switch (this) {
            case ANYONE -> true;
            case VISITOR -> caller.isEmpty();
            case APPLICANT -> caller.map(it -> it.role() == Role.APPLICANT).orElse(false);
            case HELPER -> caller.map(it -> it.role() == Role.HELPER).orElse(false);
            case NATIONAL -> caller.map(it -> it.role() == Role.NATIONAL).orElse(false);
            case STAFF -> caller.map(Caller::isStaff).orElse(false);
        };
    }
}
