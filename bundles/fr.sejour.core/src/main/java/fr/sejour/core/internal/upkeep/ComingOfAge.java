package fr.sejour.core.internal.upkeep;

import fr.sejour.core.port.PersonRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days on which a person for whom somebody else acts becomes one who acts alone. */
final class ComingOfAge {

    private static final int TOLD_BEFORE_DAYS = 90;

    private ComingOfAge() {}

    /** The days on which something of it is due, past ones included. */
    static List<LocalDate> days(PersonRecord person) {
        LocalDate ofAge = person.civilStatus().comesOfAgeOn();
        Optional<LocalDate> told =
                person.represented().filter(it -> !it.told()).map(it -> ofAge.minusDays(TOLD_BEFORE_DAYS));
        return person.represented().isEmpty()
                ? List.of(ofAge)
                : Stream.concat(told.stream(), Stream.of(ofAge)).toList();
    }

    /** Whether the person has to be told what changes: ninety days before, and once. */
    static boolean isToBeTold(PersonRecord person, LocalDate today) {
        LocalDate ofAge = person.civilStatus().comesOfAgeOn();
        return person.represented().filter(it -> !it.told()).isPresent()
                && !today.isBefore(ofAge.minusDays(TOLD_BEFORE_DAYS))
                && today.isBefore(ofAge);
    }
}
