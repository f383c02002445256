package fr.sejour.api.attestation;

import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;

/**
 * Which gaps of coverage are read.
 *
 * @param prefecture one of those that the caller leads; empty for all of them
 * @param daysAhead those that have begun, and those that begin in so many days from today, 0 to 366
 * @param needingSomebody only those that no paper closes by itself
 * @param after the key at which the previous page ended
 * @param limit 1 to 200
 */
public record GapQuery(
        Optional<PrefectureCode> prefecture,
        int daysAhead,
        boolean needingSomebody,
        Optional<String> after,
        int limit) {

    /** How far ahead one looks who says nothing: four times as long as a team is warned before. */
    public static final int USUAL_DAYS_AHEAD = 60;

    private static final int MOST_DAYS_AHEAD = 366;

    /** @throws IllegalArgumentException when the days or the limit are out of bounds */
    public GapQuery {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A page has 1 to 200 gaps");
        }
        if (daysAhead < 0 || daysAhead > MOST_DAYS_AHEAD) {
            throw new IllegalArgumentException("Gaps are read 0 to 366 days ahead");
        }
    }
}
