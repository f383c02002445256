package fr.sejour.api.mandate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A mandate to be given.
 *
 * @param firstDay empty for the day on which it is given
 * @param document the reference of the signed paper, for an agent who records it
 */
public record NewMandate(
        MandataryCode mandatary,
        Set<Permission> allows,
        Optional<LocalDate> firstDay,
        LocalDate lastDay,
        Optional<String> document) {

    /** @throws IllegalArgumentException when it allows nothing, or the reference has not 1 to 200 characters on one line */
    public NewMandate {
        allows = Set.copyOf(allows);
        document = document.map(String::strip);
        if (allows.isEmpty()) {
            throw new IllegalArgumentException("A mandate allows something");
        }
        if (document.filter(it ->
                        it.isEmpty() || it.length() > 200 || it.codePoints().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw new IllegalArgumentException("A reference has 1 to 200 characters on one line");
        }
    }
}
