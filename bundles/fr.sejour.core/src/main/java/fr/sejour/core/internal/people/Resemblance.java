package fr.sejour.core.internal.people;

import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LookAlike.Likeness;
import fr.sejour.core.port.NameWords;
import fr.sejour.core.port.PersonRecord;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What two people share that hardly two people share. It proves nothing: twins, namesakes and slips of the pen are all there. */
final class Resemblance {

    private Resemblance() {}

    static Set<Likeness> between(PersonRecord one, PersonRecord other) {
        Set<Likeness> reasons = EnumSet.noneOf(Likeness.class);
        if (one.id().equals(other.id())) {
            return reasons;
        }
        if (sameNameAndDay(one.civilStatus(), other.civilStatus())) {
            reasons.add(Likeness.SAME_NAME_AND_BIRTH_DATE);
        }
        Set<String> held = permits(one);
        Set<String> otherHeld = permits(other);
        if (!Collections.disjoint(held, otherHeld)) {
            reasons.add(Likeness.SAME_HELD_PERMIT);
        }
        Optional<String> number = one.foreignerNumber().map(ForeignerNumber::value);
        Optional<String> otherNumber = other.foreignerNumber().map(ForeignerNumber::value);
        // both numbers stand on a card, and people give the one for the other
        if ((number.isPresent() && number.equals(otherNumber))
                || number.filter(otherHeld::contains).isPresent()
                || otherNumber.filter(held::contains).isPresent()) {
            reasons.add(Likeness.SAME_FOREIGNER_NUMBER);
        }
        return reasons;
    }

    private static Set<String> permits(PersonRecord person) {
        return person.heldPermits().stream().map(fact -> fact.permit().number()).collect(Collectors.toSet());
    }

    private static boolean sameNameAndDay(CivilStatus one, CivilStatus other) {
        if (!one.birthDate().equals(other.birthDate())) {
            return false;
        }
        List<Set<String>> readings = NameWords.readings(one.familyName(), one.givenNames());
        return NameWords.readings(other.familyName(), other.givenNames()).stream()
                .filter(words -> !words.isEmpty())
                .anyMatch(readings::contains);
    }
}
