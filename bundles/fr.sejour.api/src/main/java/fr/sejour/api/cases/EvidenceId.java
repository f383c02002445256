package fr.sejour.api.cases;

import java.util.regex.Pattern;

/** The opaque identifier of a file that a person gave, wherever it is used. */
public record EvidenceId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @throws IllegalArgumentException when it is no identifier of ours */
    public EvidenceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An evidence identifier is a UUID in small letters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
