package fr.sejour.law.internal.text;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a row of a table counts.
 *
 * @param from the first day on which the text is in force
 * @param until its last day; empty when the text names none
 * @param recordedOn the day on which the platform learnt of it
 */
public record InForce(LocalDate from, Optional<LocalDate> until, LocalDate recordedOn) {

    static InForce read(Entry row) {
        InForce dates = new InForce(
                row.date("in_force_from"),
                row.has("in_force_until") ? Optional.of(row.date("in_force_until")) : Optional.empty(),
                row.date("recorded_on"));
        if (dates.until.filter(dates.from::isAfter).isPresent()) {
            throw row.refuse("ends before it is in force");
        }
        return dates;
    }

    boolean hasBegunOn(LocalDate day) {
        return !from.isAfter(day);
    }

    boolean isOverOn(LocalDate day) {
        return until.filter(day::isAfter).isPresent();
    }
}
