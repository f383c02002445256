package fr.sejour.portal.internal;

import fr.sejour.web.page.Visit;
import java.util.Optional;

/** What the page before has just done, said once on top of the next. */
final class Done {

    private Done() {}

    static Optional<String> of(Visit visit) {
        return visit.asked("done")
                .filter(code -> code.matches("[a-z-]{1,40}"))
                .flatMap(code -> visit.words().ifSaid("portal.done." + code));
    }
}
