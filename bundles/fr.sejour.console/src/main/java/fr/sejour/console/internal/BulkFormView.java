package fr.sejour.console.internal;

import fr.sejour.web.page.Choice;
import java.util.List;

/**
 * What an act on many cases needs to be said.
 *
 * @param act its code; empty when none was chosen
 * @param cases the numbers that were ticked
 * @param possible whether it can be looked at
 */
public record BulkFormView(
        String act, String title, String about, List<String> cases, List<Choice> colleagues, boolean possible) {

    public BulkFormView {
        cases = List.copyOf(cases);
        colleagues = List.copyOf(colleagues);
    }
}
