package fr.sejour.api.cases;

import java.util.regex.Pattern;

/** The opaque identifier of an upload that may be resumed. */
public record UploadId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    /** @throws IllegalArgumentException when it is no identifier of ours */
    public UploadId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An upload identifier has 32 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
