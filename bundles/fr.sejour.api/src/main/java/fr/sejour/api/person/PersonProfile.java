package fr.sejour.api.person;

import fr.sejour.api.catalogue.PermitCode;
import java.util.List;
import java.util.Optional;

/**
 * A person as they see themselves and as their préfecture sees them.
 *
 * @param protection the protection that the register says was granted: {@code refugie} or {@code protection_subsidiaire}
 * @param representative who acts for them until they are eighteen; stays known after
 */
public record PersonProfile(
        PersonId id,
        CivilStatus civilStatus,
        FactLevel civilStatusLevel,
        Contact contact,
        Optional<ForeignerNumber> foreignerNumber,
        List<HeldPermitFact> heldPermits,
        Optional<PermitCode> protection,
        Optional<Representative> representative) {

    public PersonProfile {
        heldPermits = List.copyOf(heldPermits);
    }
}
