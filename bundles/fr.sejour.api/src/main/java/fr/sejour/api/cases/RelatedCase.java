package fr.sejour.api.cases;

import java.util.Set;

/**
 * Another case of the same person, and what links the two.
 *
 * @param reasons why the two look like one, when they do
 */
public record RelatedCase(CaseNumber number, Link link, Set<Likeness> reasons) {

    public RelatedCase {
        reasons = Set.copyOf(reasons);
    }

    /** What links two cases. */
    public enum Link {
        /** Both ask for the same, as far as the platform can see; an agent has to say. */
        LIKELY_DUPLICATE,
        /** An agent looked, and the two stay apart. */
        KEPT_APART,
        /** That case was taken over by this one. */
        ABSORBED,
        /** This case was taken over by that one. */
        ABSORBED_BY
    }

    /** Why two cases look like one. */
    public enum Likeness {
        /** The same permit is asked for, under no two articles that differ. */
        SAME_GROUND,
        /** Both continue the same permit in hand. */
        SAME_HELD_PERMIT,
        /** They were filed within thirty days of each other. */
        FILED_CLOSE_TOGETHER,
        /** The earlier one is granted, and nobody has recorded that its card was collected. */
        CARD_NOT_RECORDED
    }
}
