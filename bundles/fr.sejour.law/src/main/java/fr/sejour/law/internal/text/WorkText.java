package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.WorkRight;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The work rights of the permits of one edition, and what the papers' table rests on. */
public record WorkText(
        Map<String, PermitRight> permitRights,
        String countsAsWorkQuestion,
        InterimWords firstWords,
        InterimWords renewalWords,
        Set<DocumentKind> cards,
        Territory territory) {

    public WorkText {
        permitRights = Map.copyOf(permitRights);
        cards = Set.copyOf(cards);
    }

    /**
     * The work right that a permit bears.
     *
     * @param countsAsWork whether it is settled that a card limited in this way permits the exercise of an activity
     */
    public record PermitRight(WorkRight right, boolean countsAsWork, Optional<Article> basis) {}

    /** The words by which the catalogue sums up an interim work right. */
    public record InterimWords(Set<String> settled, Set<String> unsettled) {

        public InterimWords {
            settled = Set.copyOf(settled);
            unsettled = Set.copyOf(unsettled);
        }
    }

    /**
     * Where the work right of the attestation de prolongation is written for.
     *
     * @param rewrittenIn the territories that have a wording of their own, with its article
     */
    public record Territory(Article limited, Map<PrefectureCode, Article> rewrittenIn, String question) {

        public Territory {
            rewrittenIn = Map.copyOf(rewrittenIn);
        }
    }
}
