package fr.sejour.api.prefecture;

import java.util.regex.Pattern;

/** The code of a département or territory as INSEE writes it: {@code 01}, {@code 2A}, {@code 976}. Never a number. */
public record PrefectureCode(String value) implements Comparable<PrefectureCode> {

    private static final Pattern SHAPE = Pattern.compile("(0[1-9]|[1-8]\\d|9[0-5]|2[AB]|97[1-8]|98[4-8])");

    /** @throws IllegalArgumentException when no département or territory can have that code */
    public PrefectureCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A préfecture code is a département code such as 38, 2A or 976");
        }
    }

    @Override
    public int compareTo(PrefectureCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
