package fr.sejour.api.catalogue;

/**
 * A reference to a legal text as a jurist writes it, for example {@code R. 431-15-1 al. 2} (of the CESEDA when no code is
 * named) or {@code CRPA L. 114-5}.
 */
public record Article(String reference) {

    /** @throws IllegalArgumentException when the reference is blank or longer than 120 characters */
    public Article {
        if (reference.isBlank() || reference.length() > 120) {
            throw new IllegalArgumentException("An article reference has 1 to 120 characters");
        }
    }

    @Override
    public String toString() {
        return reference;
    }
}
