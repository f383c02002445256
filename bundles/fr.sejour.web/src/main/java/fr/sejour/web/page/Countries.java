package fr.sejour.web.page;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The nationalities that a form offers, by their names in the visitor's language; last that of nobody. */
public final class Countries {

    private static final String STATELESS = "XX";

    private Countries() {}

    public static List<Choice> choices(Words words) {
        List<Choice> countries = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            countries.add(Choice.of(code, new Locale("", code).getDisplayCountry(words.locale())));
        }
        Collator alphabet = Collator.getInstance(words.locale());
        countries.sort(Comparator.comparing(Choice::label, alphabet));
        countries.add(Choice.of(STATELESS, words.say("portal.account.stateless")));
        return countries;
    }
}
