package fr.sejour.console.internal;

import fr.sejour.web.page.Choice;
import java.util.List;

/**
 * The form of one act on one case.
 *
 * @param act the act's code as it stands in addresses
 * @param possible whether the case still allows it
 * @param grave whether it takes something away
 * @param acts what the case allows now
 * @param orders what a judge may order
 * @param papers the papers that a judge may order
 * @param others the cases that look like this one
 * @param held the papers that may be taken back
 * @param colleagues who may have it
 */
public record ActView(
        String act,
        String title,
        String about,
        String path,
        String casePath,
        String caseNumber,
        String permit,
        String status,
        String tone,
        boolean possible,
        boolean grave,
        List<CaseView.ActLink> acts,
        List<Choice> pieces,
        List<Choice> means,
        List<Choice> causes,
        List<Choice> others,
        List<Choice> orders,
        List<Choice> papers,
        List<Choice> held,
        List<Choice> colleagues) {

    /** The name of the field that takes the reason why one piece is asked for. */
    public static String reasonOf(String piece) {
        return "reason-" + piece;
    }

    public ActView {
        acts = List.copyOf(acts);
        pieces = List.copyOf(pieces);
        means = List.copyOf(means);
        causes = List.copyOf(causes);
        others = List.copyOf(others);
        orders = List.copyOf(orders);
        papers = List.copyOf(papers);
        held = List.copyOf(held);
        colleagues = List.copyOf(colleagues);
    }
}
