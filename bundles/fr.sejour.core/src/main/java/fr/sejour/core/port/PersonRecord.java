package fr.sejour.core.port;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person as they are kept.
 *
 * @param civilStatusLevel how sure the platform is of the civil status
 * @param heldPermits every permit known, the latest first day first
 * @param earlierPapers what a system before this one issued to them
 * @param represented who acts for them until they are of age; stays known after
 */
@RecordBuilder
public record PersonRecord(
        PersonId id,
        CivilStatus civilStatus,
        FactLevel civilStatusLevel,
        Contact contact,
        Optional<ForeignerNumber> foreignerNumber,
        Optional<PermitCode> protection,
        List<HeldPermitFact> heldPermits,
        List<EarlierPaper> earlierPapers,
        Optional<Represented> represented)
        implements PersonRecordBuilder.With {

    public PersonRecord {
        heldPermits = List.copyOf(heldPermits);
        earlierPapers = List.copyOf(earlierPapers);
    }

    /** A person of whom nothing is known but what they say. */
    public static PersonRecord declared(PersonId id, CivilStatus civilStatus, Contact contact) {
        return PersonRecordBuilder.builder()
                .id(id)
                .civilStatus(civilStatus)
                .civilStatusLevel(FactLevel.DECLARED)
                .contact(contact)
                .build();
    }

    public PersonRecord withCivilStatus(CivilStatus changed, FactLevel level) {
        return with().civilStatus(changed).civilStatusLevel(level).build();
    }

    public PersonRecord withRepresented(Represented changed) {
        return withRepresented(Optional.of(changed));
    }

    public boolean isMinorOn(LocalDate day) {
        return day.isBefore(civilStatus.comesOfAgeOn());
    }

    /**
     * Who is told on that day what the person has to know: whoever acts for a minor in their place, as long as there is a way to reach
     * them; empty when it is the person.
     */
    public Optional<Contact> toldInTheirPlace(LocalDate day) {
        return represented
                .map(it -> it.by().contact())
                .filter(it -> isMinorOn(day))
                .filter(it -> it.email().isPresent() || it.phone().isPresent());
    }

    /** Whether the person is reached nowhere but where their representative is. */
    public boolean isReachedAsTheirRepresentative() {
        return represented
                .map(it -> it.by().contact())
                .filter(theirs -> contact.email().isEmpty() || contact.email().equals(theirs.email()))
                .filter(theirs -> contact.phone().isEmpty() || contact.phone().equals(theirs.phone()))
                .isPresent();
    }
}
