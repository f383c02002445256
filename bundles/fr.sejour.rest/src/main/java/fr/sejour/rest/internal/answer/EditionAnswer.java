package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.EditionStamp;
import java.time.LocalDate;

/** Which text an answer rests on. */
public record EditionAnswer(String name, LocalDate inForceFrom, LocalDate recordedOn) {

    static EditionAnswer of(EditionStamp edition) {
        return new EditionAnswer(edition.name(), edition.inForceFrom(), edition.recordedOn());
    }
}
