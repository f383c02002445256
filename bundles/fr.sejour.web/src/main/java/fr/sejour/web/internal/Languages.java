package fr.sejour.web.internal;

import fr.sejour.api.text.Texts;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which language a visitor reads: the one they ask for, then the one they chose before, then one their browser names. */
final class Languages {

    private final List<String> spoken;

    Languages(Texts texts) {
        this.spoken = texts.languages();
    }

    Optional<String> ifSpoken(Optional<String> language) {
        return language.filter(spoken::contains);
    }

    String of(Optional<String> asked, Optional<String> chosen, Enumeration<Locale> browser) {
        Optional<String> known = ifSpoken(asked).or(() -> ifSpoken(chosen));
        if (known.isPresent()) {
            return known.get();
        }
        while (browser.hasMoreElements()) {
            String language = browser.nextElement().getLanguage();
            if (spoken.contains(language)) {
                return language;
            }
        }
        return spoken.get(0);
    }

    /** Every language but this one. */
    List<String> others(String language) {
        return spoken.stream().filter(it -> !it.equals(language)).toList();
    }
}
