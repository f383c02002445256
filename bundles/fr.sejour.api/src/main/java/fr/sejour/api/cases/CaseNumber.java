package fr.sejour.api.cases;

import java.util.regex.Pattern;

/** The number of a case: nineteen digits, as the seal of the papers carries it (2D-Doc field 6K). */
public record CaseNumber(String value) implements Comparable<CaseNumber> {

    private static final Pattern SHAPE = Pattern.compile("\\d{19}");

    /** @throws IllegalArgumentException when it is not nineteen digits */
    public CaseNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A case number has nineteen digits");
        }
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
