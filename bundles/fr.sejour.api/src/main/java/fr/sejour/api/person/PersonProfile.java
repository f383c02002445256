package fr.sejour.api.person;

import java.util.List;
import java.util.Optional;

/** A person as they see themselves and as their préfecture sees them. */
public record PersonProfile(
        PersonId id,
        CivilStatus civilStatus,
        FactLevel civilStatusLevel,
        Contact contact,
        Optional<ForeignerNumber> foreignerNumber,
        List<HeldPermitFact> heldPermits) {

    public PersonProfile {
        heldPermits = List.copyOf(heldPermits);
    }
}
