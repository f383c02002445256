package fr.sejour.api.filing;

import java.util.regex.Pattern;

/** A caller's own name for one act of asking: the same key gives the same case, however often it is sent. */
public record IdempotencyKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[!-~]{8,100}");

    /** @throws IllegalArgumentException when it is not 8 to 100 visible ASCII characters */
    public IdempotencyKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An idempotency key has 8 to 100 visible ASCII characters");
        }
    }
}
