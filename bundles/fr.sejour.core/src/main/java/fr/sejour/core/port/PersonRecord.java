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
 * @param earlierPapers what a system before this one issued to them
 */
public record PersonRecord(
        PersonId id,
        CivilStatus civilStatus,
        FactLevel civilStatusLevel,
        Contact contact,
        Optional<ForeignerNumber> foreignerNumber,
        Optional<PermitCode> protection,
        List<HeldPermitFact> heldPermits,
        List<EarlierPaper> earlierPapers) {

    public PersonRecord {
        heldPermits = List.copyOf(heldPermits);
        earlierPapers = List.copyOf(earlierPapers);
    }

    /** A person to whom no system before this one has issued a paper. */
    public PersonRecord(
            PersonId id,
            CivilStatus civilStatus,
            FactLevel civilStatusLevel,
            Contact contact,
            Optional<ForeignerNumber> foreignerNumber,
            Optional<PermitCode> protection,
            List<HeldPermitFact> heldPermits) {
        this(id, civilStatus, civilStatusLevel, contact, foreignerNumber, protection, heldPermits, List.of());
    }

    public PersonRecord withCivilStatus(CivilStatus changed, FactLevel level) {
        return new PersonRecord(id, changed, level, contact, foreignerNumber, protection, heldPermits, earlierPapers);
    }

    public PersonRecord withContact(Contact changed) {
        return new PersonRecord(
                id, civilStatus, civilStatusLevel, changed, foreignerNumber, protection, heldPermits, earlierPapers);
    }

    public PersonRecord withHeldPermits(List<HeldPermitFact> changed) {
        return new PersonRecord(
                id, civilStatus, civilStatusLevel, contact, foreignerNumber, protection, changed, earlierPapers);
    }

    public PersonRecord withEarlierPapers(List<EarlierPaper> changed) {
        return new PersonRecord(
                id, civilStatus, civilStatusLevel, contact, foreignerNumber, protection, heldPermits, changed);
    }
}
