package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.right.PaperKind;
import java.util.List;

/**
 * A paper that may be due, on a point that the texts read do not settle: work for the national jurist.
 *
 * @param token the stable code of the question: the same for every filing that meets it
 * @param question what the jurist has to answer, in one sentence
 */
public record OpenQuestion(PaperKind paper, String token, String question, List<Article> basis) {

    public OpenQuestion {
        basis = List.copyOf(basis);
    }
}
