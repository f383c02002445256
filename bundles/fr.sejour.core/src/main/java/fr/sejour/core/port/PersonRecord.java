package fr.sejour.core.port;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * A person as they are kept.
 *
 * @param civilStatusLevel how sure the platform is of the civil status
 * @param heldPermits every permit known, the latest first day first
 */
public record PersonRecord(
        PersonId id,
        CivilStatus civilStatus,
        FactLevel civilStatusLevel,
        Contact contact,
        Optional<ForeignerNumber> foreignerNumber,
        Optional<PermitCode> protection,
        List<HeldPermitFact> heldPermits) {

    public PersonRecord {
        heldPermits = List.copyOf(heldPermits);
    }

    public PersonRecord withCivilStatus(CivilStatus changed, FactLevel level) {
        return new PersonRecord(id, changed, level, contact, foreignerNumber, protection, heldPermits);
    }

    public PersonRecord withContact(Contact changed) {
        return new PersonRecord(id, civilStatus, civilStatusLevel, changed, foreignerNumber, protection, heldPermits);
    }

    public PersonRecord withHeldPermits(List<HeldPermitFact> changed) {
        return new PersonRecord(id, civilStatus, civilStatusLevel, contact, foreignerNumber, protection, changed);
    }
}
