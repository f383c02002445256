package fr.sejour.portal.internal;

import fr.sejour.web.page.RightLines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the first page of somebody signed in shows.
 *
 * @param until the last day of the unbroken coverage; empty when there is none or it has no known end
 * @param linked whether the account is linked to the register
 */
public record TodayView(
        boolean covered,
        Optional<LocalDate> until,
        List<Proof> proofs,
        List<CaseLine> cases,
        boolean linked,
        Optional<String> done) {

    public TodayView {
        proofs = List.copyOf(proofs);
        cases = List.copyOf(cases);
    }

    /** A proof of right that holds now. */
    public record Proof(String name, Optional<LocalDate> lastDay, List<RightLines.Line> rights, Optional<String> path) {

        public Proof {
            rights = List.copyOf(rights);
        }
    }
}
