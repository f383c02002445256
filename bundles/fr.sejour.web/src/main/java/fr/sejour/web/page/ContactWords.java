package fr.sejour.web.page;

import fr.sejour.api.person.Contact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How somebody is reached, as forms ask for it. */
public final class ContactWords {

    private ContactWords() {}

    /**
     * What a form with the fields {@code email}, {@code phone} and {@code message-language} says, of which the first two may be left
     * empty; empty, with the faults noted at them, when they hold none.
     */
    public static Optional<Contact> read(Form form) {
        Optional<Contact> silent =
                form.read("message-language", it -> new Contact(Optional.empty(), Optional.empty(), it));
        Optional<Contact> written = silent.map(it -> form.readIfGiven(
                        "email", email -> new Contact(Optional.of(email), it.phone(), it.language()))
                .orElse(it));
        return written.map(it -> form.readIfGiven(
                        "phone", phone -> new Contact(it.email(), Optional.of(phone), it.language()))
                .orElse(it));
    }

    /** The same fields filled in with how somebody is reached. */
    public static Map<String, List<String>> fields(Contact contact) {
        Map<String, List<String>> fields = new HashMap<>();
        contact.email().ifPresent(it -> fields.put("email", List.of(it)));
        contact.phone().ifPresent(it -> fields.put("phone", List.of(it)));
        fields.put("message-language", List.of(contact.language()));
        return fields;
    }

    /** The languages that messages are written in, each in its own. */
    public static List<Choice> languages() {
        return List.of(Choice.of("fr", "Français"), Choice.of("en", "English"));
    }
}
