package fr.sejour.text.internal;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates as people read them. */
final class Days {

    private Days() {}

    static String printed(LocalDate day, Locale locale) {
        if (!isOfThePages(locale)) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(day);
        }
        String printed = DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
        return isFrench(locale) && day.getDayOfMonth() == 1 ? "1er" + printed.substring(1) : printed;
    }

    static String printed(ZonedDateTime moment, Locale locale) {
        if (!isOfThePages(locale)) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(moment);
        }
        String time = DateTimeFormatter.ofPattern(isFrench(locale) ? "H'\u00a0h\u00a0'mm" : "HH:mm", locale)
                .format(moment);
        return printed(moment.toLocalDate(), locale) + (isFrench(locale) ? " à " : " at ") + time;
    }

    private static boolean isOfThePages(Locale locale) {
        return isFrench(locale) || locale.getLanguage().equals("en");
    }

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals("fr");
    }
}
