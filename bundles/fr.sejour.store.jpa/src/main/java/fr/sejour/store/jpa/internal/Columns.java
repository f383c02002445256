package fr.sejour.store.jpa.internal;

/** Text that has to fit a column. */
final class Columns {

    private Columns() {}

    /** The text, cut after as many whole characters as fit. */
    static String fitting(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
