package fr.sejour.api.catalogue;

/**
 * One line of what a permit costs.
 *
 * @param euros whole euros, never negative
 * @param basis the article that sets it
 */
public record FeeLine(Item item, int euros, Article basis) {

    /** What is paid for. */
    public enum Item {
        TAX,
        STAMP_DUTY,
        LATE_RENEWAL,
        DOCUMENT
    }

    /** @throws IllegalArgumentException when the amount is negative */
    public FeeLine {
        if (euros < 0) {
            throw new IllegalArgumentException("A fee is zero or more euros");
        }
    }
}
