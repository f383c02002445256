package fr.sejour.console.internal;

import fr.sejour.web.page.Choice;
import java.util.List;

/**
 * What an act on many cases needs to be said.
 *
 * @param act its code; empty when none was chosen
 * @param about what the act does
 * @param count how many cases it is for
 * @param cases the numbers that were ticked
 * @param sent what was chosen in the queue, to be sent again
 * @param pieces what may be asked for
 * @param possible whether it can be looked at
 */
public record BulkFormView(
        String act,
        String title,
        String about,
        String count,
        List<String> cases,
        List<Sent> sent,
        List<Choice> colleagues,
        List<Choice> pieces,
        boolean possible) {

    public BulkFormView {
        cases = List.copyOf(cases);
        sent = List.copyOf(sent);
        colleagues = List.copyOf(colleagues);
        pieces = List.copyOf(pieces);
    }

    /** A value that the queue's form has sent. */
    public record Sent(String field, String value) {}

    /** Where the number of the card of a case is typed. */
    public static String cardField(String caseNumber) {
        return "card-of-" + caseNumber;
    }
}
