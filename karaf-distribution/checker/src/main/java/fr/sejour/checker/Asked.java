package fr.sejour.checker;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the program is asked to do.
 *
 * @param fetch the platform to fetch from, instead of checking
 * @param what the file to check, or the text of a seal; {@code -} reads the text from the input
 */
record Asked(Optional<String> fetch, Path known, String language, Clock clock, Optional<String> what) {

    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final String FOLDER = ".sejour-check";

    /** @throws IllegalArgumentException when it is asked for something else */
    static Asked of(String[] arguments, Clock clock) {
        Path known = Path.of(System.getProperty("user.home", "."), FOLDER);
        String language = spoken();
        Clock at = clock;
        List<String> rest = new ArrayList<>();
        Iterator<String> next = Arrays.asList(arguments).iterator();
        while (next.hasNext()) {
            String argument = next.next();
            switch (argument) {
                case "--known" -> known = Path.of(value(next));
                case "--language" -> language = language(value(next));
                case "--at" -> at = moment(value(next));
                default -> rest.add(argument);
            }
        }
        boolean fetching = rest.size() == 2 && rest.get(0).equals("fetch");
        if (!fetching && (rest.size() != 1 || rest.get(0).startsWith("--"))) {
            throw new IllegalArgumentException("One thing is checked at a time");
        }
        return new Asked(
                fetching ? Optional.of(rest.get(1)) : Optional.empty(),
                known,
                language,
                at,
                fetching ? Optional.empty() : Optional.of(rest.get(0)));
    }

    /** The language of this machine, when it is one that the program speaks. */
    static String spoken() {
        String spoken = Locale.getDefault().getLanguage();
        return LANGUAGES.contains(spoken) ? spoken : "fr";
    }

    private static String value(Iterator<String> next) {
        if (!next.hasNext()) {
            throw new IllegalArgumentException("An option lacks its value");
        }
        return next.next();
    }

    private static String language(String code) {
        if (!LANGUAGES.contains(code)) {
            throw new IllegalArgumentException("It speaks " + LANGUAGES);
        }
        return code;
    }

    private static Clock moment(String written) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(written);
            return Clock.fixed(at.toInstant(), at.getOffset());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A moment reads like 2026-06-20T10:30:00+02:00", e);
        }
    }
}
