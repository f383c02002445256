package fr.sejour.portal.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who has given a mandate, as their helper sees them.
 *
 * @param reads whether the mandate allows to read their cases
 * @param filing where to file for them, when it allows that
 */
public record HelpedView(
        String name,
        String mandate,
        List<String> allows,
        LocalDate lastDay,
        boolean reads,
        List<CaseLine> cases,
        Optional<String> filing) {

    public HelpedView {
        allows = List.copyOf(allows);
        cases = List.copyOf(cases);
    }
}
