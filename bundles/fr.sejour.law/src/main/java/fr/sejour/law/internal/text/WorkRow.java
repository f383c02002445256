package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.filing.Nature;
import java.util.List;
import java.util.Set;

/**
 * A row of the papers' table on work.
 *
 * @param under the texts it belongs to
 * @param natures what the filing has to be
 * @param articles one of which the permit is asked under; empty for any
 * @param when what has to hold, asked in this order
 */
public record WorkRow(
        String name,
        InForce dates,
        Set<Under> under,
        Set<Nature> natures,
        Set<Article> articles,
        List<PaperFact> when,
        WorkRule rule)
        implements DatedRows.Row {

    public WorkRow {
        under = Set.copyOf(under);
        natures = Set.copyOf(natures);
        articles = Set.copyOf(articles);
        when = List.copyOf(when);
    }

    /** The texts that say whether a paper lets its holder work. */
    public enum Under {
        /** R. 431-14 and R. 431-15. */
        RECEPISSE,
        /** R. 431-15-2. */
        ATTESTATION_DE_PROLONGATION,
        /** R. 432-9. */
        COMMISSION
    }

    /** Whether it speaks of this article. */
    public boolean speaksOf(Article article) {
        return articles.isEmpty() || articles.contains(article);
    }
}
