package fr.sejour.api.bulk;

import java.util.regex.Pattern;

/** What an act on many cases goes by: 32 hexadecimal digits. */
public record BulkActId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    /** @throws IllegalArgumentException when it has another shape */
    public BulkActId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An act on many cases goes by 32 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
