package fr.sejour.api.right;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A work right with its bounds.
 *
 * @param code what the right is
 * @param hoursPerYear the bound of {@link WorkCode#HOURS_PER_YEAR}, in hours a calendar year; empty for every other code
 * @param limit the catalogue's word for the limit of {@link WorkCode#AS_HELD} ({@code activity_of_the_permit}); empty for
 *     every other code
 */
public record WorkRight(WorkCode code, OptionalInt hoursPerYear, Optional<String> limit) {

    public static final WorkRight NONE = new WorkRight(WorkCode.NONE, OptionalInt.empty(), Optional.empty());
    public static final WorkRight ANY = new WorkRight(WorkCode.ANY, OptionalInt.empty(), Optional.empty());
    public static final WorkRight WITH_AUTHORISATION =
            new WorkRight(WorkCode.WITH_AUTHORISATION, OptionalInt.empty(), Optional.empty());

    /** @throws IllegalArgumentException when a bound is missing from, or does not belong to, the code */
    public WorkRight {
        if (hoursPerYear.isPresent() != (code == WorkCode.HOURS_PER_YEAR)) {
            throw new IllegalArgumentException("Hours a year belong to HOURS_PER_YEAR and to it alone");
        }
        if (limit.isPresent() != (code == WorkCode.AS_HELD)) {
            throw new IllegalArgumentException("A limit belongs to AS_HELD and to it alone");
        }
    }

    public static WorkRight hoursPerYear(int hours) {
        return new WorkRight(WorkCode.HOURS_PER_YEAR, OptionalInt.of(hours), Optional.empty());
    }

    public static WorkRight asHeld(String limit) {
        return new WorkRight(WorkCode.AS_HELD, OptionalInt.empty(), Optional.of(limit));
    }
}
