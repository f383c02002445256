package fr.sejour.api.catalogue;

import java.util.regex.Pattern;

/** The kind of a supporting document, for example {@code nationalite}; the catalogue lists them. */
public record PieceType(String value) implements Comparable<PieceType> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{1,62}");

    /** @throws IllegalArgumentException when the value is not a catalogue code: lower-case letters, digits, underscores */
    public PieceType {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A piece type has 2 to 63 lower-case letters, digits or underscores");
        }
    }

    @Override
    public int compareTo(PieceType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
