package fr.sejour.api.person;

import java.util.regex.Pattern;

/** The opaque identifier of a person; it says nothing about them. */
public record PersonId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-z-]{8,36}");

    /** @throws IllegalArgumentException when it is not 8 to 36 lower-case letters, digits or hyphens */
    public PersonId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A person identifier has 8 to 36 lower-case letters, digits or hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
