package fr.sejour.api.access;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name somebody signs in with: their choice, unique, compared without case. It may look like an e-mail address but is
 * never used as one: a family shares a mailbox, not a login.
 */
public record Login(String value) {

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,120}");

    /** @throws IllegalArgumentException when it is not 3 to 120 letters, digits or {@code . _ @ + -} */
    public Login {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A login has 3 to 120 letters, digits or the signs . _ @ + -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
