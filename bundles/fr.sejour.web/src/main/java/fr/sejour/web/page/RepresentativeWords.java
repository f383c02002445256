package fr.sejour.web.page;

import fr.sejour.api.person.Contact;
import fr.sejour.api.person.Representative;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who acts for a minor, as forms ask for it. */
public final class RepresentativeWords {

    private RepresentativeWords() {}

    /**
     * The representative of a form with the fields of {@link ContactWords}, {@code family-name}, {@code given-names} and
     * {@code quality}; empty, with the faults noted at them, when they hold none.
     */
    public static Optional<Representative> read(Form form) {
        Optional<Contact> contact = ContactWords.read(form);
        Optional<Representative.Quality> quality = form.code("quality", Representative.Quality.class);
        Optional<String> family = form.inWords("family-name");
        Optional<String> given = form.inWords("given-names");
        return form.together(
                "family-name",
                () -> new Representative(
                        family.orElseThrow(), given.orElseThrow(), quality.orElseThrow(), contact.orElseThrow()));
    }

    /** The same fields filled in with who acts for somebody. */
    public static Map<String, List<String>> fields(Representative known) {
        Map<String, List<String>> fields = new HashMap<>(ContactWords.fields(known.contact()));
        fields.put("family-name", List.of(known.familyName()));
        fields.put("given-names", List.of(known.givenNames()));
        fields.put("quality", List.of(Words.kebab(known.quality())));
        return fields;
    }

    /** Why somebody may act for a minor. */
    public static List<Choice> qualities(Words words) {
        return Arrays.stream(Representative.Quality.values())
                .map(it -> Choice.of(Words.kebab(it), words.code("quality", it)))
                .toList();
    }
}
