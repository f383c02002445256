package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.people.RegisterNews;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Somebody whom the platform may not know yet, and whom an agent has before them.
 *
 * @param fresh who they are from now on, unless the register knows them as somebody already
 */
record Arrival(Caller caller, Entry entry, PersonId fresh, RegisterNews news) implements CaseOpening.Asking {

    private static final Contact UNSAID = new Contact(Optional.empty(), Optional.empty(), "fr");

    /**
     * What the register says under a number. The birth date is that of the register, or the one that a correction found since.
     *
     * @throws CaseException {@code NOT_FOUND} when the register has no such number, or another birth date
     */
    static RegisterEntry entry(Records records, Filer.Registered filer) {
        return records.register()
                .find(filer.number())
                .filter(found -> found.civilStatus().birthDate().equals(filer.birthDate())
                        || corrected(records, filer).equals(Optional.of(filer.birthDate())))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    private static Optional<LocalDate> corrected(Records records, Filer.Registered filer) {
        return records.register()
                .linked(filer.number())
                .flatMap(person -> records.people().find(Upkeep.READS_ALL, person))
                .map(person -> person.civilStatus().birthDate());
    }

    /** Whoever gives a number gives the birth date too, also of somebody whom the platform knows already. */
    @Override
    public PersonId who(Records records) {
        return entry.filer() instanceof Filer.Registered registered
                ? records.register().linked(entry(records, registered).number()).orElse(fresh)
                : fresh;
    }

    @Override
    public CaseOpening.Known known(Records records) {
        PersonId who = who(records);
        return known(records, who, () -> newcomer(records));
    }

    @Override
    public CaseOpening.Known arrived(Records records, Instant now) {
        PersonId who = who(records);
        if (who.equals(fresh)) {
            PersonRecord arriving = newcomer(records);
            records.people().add(bare(arriving));
            arriving.foreignerNumber()
                    .ifPresent(number ->
                            news.reach(records, fresh, records.register().link(number, fresh), now));
        }
        return known(records, who, () -> {
            throw new IllegalStateException("There is no person " + who);
        });
    }

    private CaseOpening.Known known(Records records, PersonId who, Supplier<PersonRecord> otherwise) {
        Filing filing = entry.by(who);
        PersonRecord person = records.people().find(Upkeep.READS_ALL, who).orElseGet(otherwise);
        return new CaseOpening.Known(person, filing, EarlierAttempts.named(records, caller, filing), caller);
    }

    /** The person as they will be known. */
    private PersonRecord newcomer(Records records) {
        if (entry.filer() instanceof Filer.Newcomer said) {
            return PersonRecord.declared(fresh, said.civilStatus(), said.contact());
        }
        RegisterEntry known = entry(records, (Filer.Registered) entry.filer());
        return PersonRecordBuilder.builder()
                .id(fresh)
                .civilStatus(known.civilStatus())
                .civilStatusLevel(FactLevel.VERIFIED)
                .contact(UNSAID)
                .foreignerNumber(Optional.of(known.number()))
                .protection(known.protection())
                .heldPermits(known.heldPermit().stream()
                        .map(permit -> new HeldPermitFact(fresh.value(), permit, FactLevel.VERIFIED, Instant.EPOCH))
                        .toList())
                .build();
    }

    /** Without what the register says of them: that reaches them as it reaches everybody. */
    private static PersonRecord bare(PersonRecord person) {
        return PersonRecord.declared(person.id(), person.civilStatus(), person.contact());
    }
}
