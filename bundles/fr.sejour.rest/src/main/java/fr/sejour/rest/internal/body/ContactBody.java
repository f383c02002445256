package fr.sejour.rest.internal.body;

import fr.sejour.api.person.Contact;
import fr.sejour.rest.internal.problem.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a person says they can be reached. */
public record ContactBody(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language) {

    private static final String FRENCH = "fr";

    /** The whole body as a contact. */
    public Contact toContact() {
        return toContact("");
    }

    Contact toContact(String within) {
        String part = within.isEmpty() ? "" : within + ".";
        Contact silent = Input.value(
                part + "language",
                Rule.LANGUAGE,
                language == null ? FRENCH : language,
                it -> new Contact(Optional.empty(), Optional.empty(), it));
        Contact written = Input.optional(
                        part + "email",
                        Rule.EMAIL,
                        email,
                        it -> new Contact(Optional.of(it), Optional.empty(), silent.language()))
                .orElse(silent);
        return Input.optional(
                        part + "phone",
                        Rule.PHONE,
                        phone,
                        it -> new Contact(written.email(), Optional.of(it), written.language()))
                .orElse(written);
    }

    /** Never the address. */
    @Override
    public String toString() {
        return "ContactBody[hidden]";
    }
}
