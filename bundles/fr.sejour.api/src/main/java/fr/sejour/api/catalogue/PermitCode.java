package fr.sejour.api.catalogue;

import java.util.regex.Pattern;

/** The code of a permit of the catalogue, for example {@code etudiant}: the ground that a person asks for. */
public record PermitCode(String value) implements Comparable<PermitCode> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{1,62}");

    /** @throws IllegalArgumentException when the value is not a catalogue code: lower-case letters, digits, underscores */
    public PermitCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A permit code has 2 to 63 lower-case letters, digits or underscores");
        }
    }

    @Override
    public int compareTo(PermitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
