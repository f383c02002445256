package fr.sejour.api.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How long decisions took lately: in one préfecture, for one permit and one nature of filing, from the day of filing to the day the
 * person was told. It says what was, and promises nothing.
 *
 * @param cases how many decisions it rests on
 * @param spread empty when these are not enough
 * @param countedOn the day of the count; empty before the first one
 */
public record LocalDelay(int cases, Optional<Spread> spread, Optional<LocalDate> countedOn) {

    /** Nobody has counted yet. */
    public static final LocalDelay UNKNOWN = new LocalDelay(0, Optional.empty(), Optional.empty());

    /** How far back decisions count, in days. */
    public static final int DAYS = 90;

    /**
     * Fewer cases than this are not enough: of 20 two lie above the nine tenths, so that one odd case does not make the figure,
     * and nobody reads the course of another person's case in it.
     */
    public static final int FEWEST_CASES = 20;

    /** @throws IllegalArgumentException when it says more than its cases bear, or less */
    public LocalDelay {
        if (cases < 0 || spread.isPresent() != cases >= FEWEST_CASES) {
            throw new IllegalArgumentException("Figures stand on at least " + FEWEST_CASES + " cases");
        }
    }

    /**
     * In how many days the person was told, in half of the cases and in nine of ten.
     *
     * @param half as many days or fewer in half of them
     * @param nineTenths as many days or fewer in nine of ten
     */
    public record Spread(int half, int nineTenths) {}

    /** The delay over cases that took so many days each, by nearest rank: both figures are those of a real case. */
    public static LocalDelay over(List<Integer> days, LocalDate countedOn) {
        List<Integer> ordered = days.stream().sorted().toList();
        Optional<Spread> spread = ordered.size() < FEWEST_CASES
                ? Optional.empty()
                : Optional.of(new Spread(atRank(ordered, 5), atRank(ordered, 9)));
        return new LocalDelay(ordered.size(), spread, Optional.of(countedOn));
    }

    private static int atRank(List<Integer> ordered, int tenths) {
        int rank = (ordered.size() * tenths + 9) / 10;
        return ordered.get(rank - 1);
    }
}
