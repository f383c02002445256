package fr.sejour.oracle;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.stream.Stream;

/** Where days begin: one zone for the departments of the mainland and Corsica, each its own overseas. */
public final class Places {

    private Places() {}

    public static ZoneId zone(String prefecture) {
        return ZoneId.of(
                switch (prefecture) {
                    case "971" -> "America/Guadeloupe";
                    case "972" -> "America/Martinique";
                    case "973" -> "America/Cayenne";
                    case "974" -> "Indian/Reunion";
                    case "975" -> "America/Miquelon";
                    case "976" -> "Indian/Mayotte";
                    case "977" -> "America/St_Barthelemy";
                    case "978" -> "America/Marigot";
                    default -> "Europe/Paris";
                });
    }

    /** R. 431-15-2 speaks of metropolitan France. */
    static boolean metropolitan(String prefecture) {
        return prefecture.length() == 2;
    }

    /** The text is rewritten for Saint-Barthélemy and Saint-Martin (R. 442-3, R. 443-3). */
    static boolean rewritten(String prefecture) {
        return prefecture.equals("977") || prefecture.equals("978");
    }

    /** Of two zones the one where the day ends last, in winter or in summer: Saint-Pierre has both times, Cayenne has one. */
    static ZoneId laterToEnd(ZoneId one, ZoneId other) {
        return seconds(one) <= seconds(other) ? one : other;
    }

    private static int seconds(ZoneId zone) {
        return Stream.of(Month.JANUARY, Month.JULY)
                .mapToInt(month -> zone.getRules()
                        .getOffset(LocalDateTime.of(2026, month, 1, 0, 0))
                        .getTotalSeconds())
                .sum();
    }

    /** The department that a commune's official code begins with. */
    public static String prefectureOf(String commune) {
        return commune.startsWith("97") ? commune.substring(0, 3) : commune.substring(0, 2);
    }
}
