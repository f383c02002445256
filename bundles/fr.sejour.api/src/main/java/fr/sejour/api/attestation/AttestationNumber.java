package fr.sejour.api.attestation;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number printed on a paper: {@code SJ-} and twelve letters or digits in groups of four. */
public record AttestationNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("SJ(-[0-9A-HJKMNP-TV-Z]{4}){3}");

    /** @throws IllegalArgumentException when it does not have that shape */
    public AttestationNumber {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An attestation number reads SJ-XXXX-XXXX-XXXX");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
