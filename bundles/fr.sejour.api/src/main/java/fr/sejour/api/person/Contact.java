package fr.sejour.api.person;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a person is reached. An e-mail address is never unique: families share one.
 *
 * @param language the language the person reads, {@code fr} or {@code en}; French prevails
 */
public record Contact(Optional<String> email, Optional<String> phone, String language) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,250}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 .()-]{6,25}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    /** @throws IllegalArgumentException when a part cannot be an address, a number or a language code */
    public Contact {
        if (email.isPresent() && !EMAIL.matcher(email.get()).matches()) {
            throw new IllegalArgumentException("An e-mail address reads name@domain");
        }
        if (phone.isPresent() && !PHONE.matcher(phone.get()).matches()) {
            throw new IllegalArgumentException("A phone number has 6 to 25 digits, spaces or signs");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("A language is a code of two letters, such as fr");
        }
    }
}
