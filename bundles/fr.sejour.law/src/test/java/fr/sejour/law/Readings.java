package fr.sejour.law;

import fr.sejour.api.catalogue.Reading;

/** Says a reading in one word, so that a table can hold what is settled and what is not. */
final class Readings {

    private Readings() {}

    /** The value as it prints, or {@code ?token}. */
    static String say(Reading<?> reading) {
        return reading.fold(String::valueOf, open -> "?" + open.token());
    }
}
