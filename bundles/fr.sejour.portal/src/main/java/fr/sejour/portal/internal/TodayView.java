package fr.sejour.portal.internal;

import fr.sejour.web.page.Due;
import fr.sejour.web.page.RightLines;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the first page of somebody signed in shows.
 *
 * @param until the last day of the unbroken coverage; empty when there is none or it has no known end
 * @param coming what follows, in a sentence
 * @param linked whether the account is linked to the register
 */
public record TodayView(
        boolean covered,
        Optional<Due> until,
        Optional<Content> coming,
        List<Proof> proofs,
        List<CaseLine> cases,
        boolean linked,
        Optional<String> done) {

    public TodayView {
        proofs = List.copyOf(proofs);
        cases = List.copyOf(cases);
    }

    /** Whether the last day is so near that something has to be done now. */
    public boolean ending() {
        return until.map(last -> !last.tone().equals("far")).orElse(false);
    }

    /** What somebody who is covered does about it, as the texts call it. */
    public String advice() {
        if (until.isEmpty() || (!cases.isEmpty() && !ending())) {
            return "portal.today.covered.about";
        }
        if (!cases.isEmpty()) {
            return "portal.today.covered.case";
        }
        return ending() ? "portal.today.covered.file-now" : "portal.today.covered.file";
    }

    /** A proof of right that holds now. */
    public record Proof(String name, Optional<LocalDate> lastDay, List<RightLines.Line> rights, Optional<String> path) {

        public Proof {
            rights = List.copyOf(rights);
        }
    }
}
