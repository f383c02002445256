package fr.sejour.api.person;

import java.util.regex.Pattern;

/** The AGDREF number printed on a permit: ten digits. */
public record ForeignerNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{10}");

    /** @throws IllegalArgumentException when it is not ten digits */
    public ForeignerNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A foreigner number has ten digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
