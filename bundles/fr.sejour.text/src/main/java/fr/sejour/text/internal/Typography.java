package fr.sejour.text.internal;

import java.util.Locale;

/** Sets the spaces of a language as its readers expect them, so that the catalogue is written with ordinary ones. */
final class Typography {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private Typography() {}

    static String set(String pattern, Locale locale) {
        if (!locale.getLanguage().equals("fr")) {
            return pattern;
        }
        return pattern.replaceAll(" ([:;?!»€])", NO_BREAK_SPACE + "$1").replace("« ", "«" + NO_BREAK_SPACE);
    }
}
