package fr.sejour.api.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * What a permit costs at the rates of a day. Paid by electronic stamp at the hand-over, never at the filing (R. 436-3).
 *
 * @param ratesOn the day whose rates are quoted
 */
public record FeeQuote(LocalDate ratesOn, List<FeeLine> lines) {

    public FeeQuote {
        lines = List.copyOf(lines);
    }

    /** The sum of the lines, in whole euros. */
    public int total() {
        return lines.stream().mapToInt(FeeLine::euros).sum();
    }
}
