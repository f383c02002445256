package fr.sejour.api.filing;

import fr.sejour.api.catalogue.PieceType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * How a filing that did not come through the portal reached the administration.
 *
 * @param on the legal day on which it did: the delays count from it, whenever an agent typed it in
 * @param form the printed form it was written on
 * @param pieces what came along on paper: a file that nothing else completes was complete on that day
 */
public record Received(LocalDate on, Optional<FormSerial> form, Set<PieceType> pieces) {

    /** No filing that waits for an answer is older: an earlier year is a slip. */
    public static final int FIRST_YEAR = 2000;

    public Received {
        pieces = Set.copyOf(pieces);
    }
}
