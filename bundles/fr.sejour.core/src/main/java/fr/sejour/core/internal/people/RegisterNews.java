package fr.sejour.core.internal.people;

import fr.sejour.api.correction.Correction;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Brings what the register says to the person it is linked to and to their open cases: no agent has to see it any more. */
public final class RegisterNews {

    /** What the journal calls the line of a civil status that the register says otherwise. */
    static final String CIVIL_STATUS_KNOWN = "civil-status-known";

    private static final int LOOKED_BACK = 200;

    private final Upkeep upkeep;
    private final CorrectedPapers papers;

    public RegisterNews(Upkeep upkeep) {
        this.upkeep = upkeep;
        this.papers = new CorrectedPapers(new Telling(upkeep.notices(), upkeep.law()), upkeep.law());
    }

    public void reach(Records records, PersonId id, RegisterEntry entry, Instant now) {
        PersonRecord person = records.people().find(Upkeep.READS_ALL, id).orElseThrow();
        boolean corrected = correctedSince(records, person, entry);
        if (knows(person, entry, corrected)) {
            return;
        }
        PersonRecord known = person.with()
                .civilStatus(corrected ? person.civilStatus() : entry.civilStatus())
                .civilStatusLevel(corrected ? person.civilStatusLevel() : FactLevel.VERIFIED)
                .foreignerNumber(Optional.of(entry.number()))
                .protection(entry.protection())
                .build();
        records.people().change(known);
        if (!person.civilStatus().equals(known.civilStatus())) {
            PersonRules.note(
                    records, id, new JournalEntry(now, Upkeep.PLATFORM, CIVIL_STATUS_KNOWN, "", Optional.empty()));
        }
        if (differ(person.civilStatus(), known.civilStatus())) {
            papers.replace(records, person.civilStatus(), known, now);
        }
        entry.heldPermit().ifPresent(permit -> {
            verify(records, person, permit, now);
            records.cases().ofPerson(Upkeep.READS_ALL, id).stream()
                    .filter(record -> PermitCase.of(record) instanceof PermitCase.Undecided)
                    .filter(record -> continues(record, permit))
                    .forEach(record -> restOn(records, record, permit, now));
        });
        upkeep.tick(records, id, now);
    }

    /** Whether a paper says the wrong name or day; registers write in capitals what people do not. */
    private static boolean differ(CivilStatus before, CivilStatus after) {
        return !before.birthDate().equals(after.birthDate())
                || !before.familyName().equalsIgnoreCase(after.familyName())
                || !before.givenNames().equalsIgnoreCase(after.givenNames());
    }

    /** Whether an agent approved otherwise against what the register says still: only what it says anew speaks last. */
    private static boolean correctedSince(Records records, PersonRecord person, RegisterEntry entry) {
        return records.corrections().ofPerson(person.id(), LOOKED_BACK).stream()
                .filter(correction -> correction.state() == Correction.State.APPROVED)
                .findFirst()
                .filter(correction -> correction.proposed().equals(person.civilStatus()))
                .flatMap(Correction::register)
                .filter(entry.civilStatus()::equals)
                .isPresent();
    }

    /** Whether everything that the entry says stands already, as it does for most rows of an import. */
    private static boolean knows(PersonRecord person, RegisterEntry entry, boolean corrected) {
        return person.foreignerNumber().equals(Optional.of(entry.number()))
                && (corrected
                        || (person.civilStatusLevel() == FactLevel.VERIFIED
                                && person.civilStatus().equals(entry.civilStatus())))
                && person.protection().equals(entry.protection())
                && entry.heldPermit().map(permit -> isVerified(person, permit)).orElse(true);
    }

    private static boolean isVerified(PersonRecord person, HeldPermit permit) {
        return person.heldPermits().stream()
                .anyMatch(fact ->
                        fact.level() == FactLevel.VERIFIED && fact.permit().equals(permit));
    }

    /** The register's word takes the place of whatever was said of the permit of that number. */
    private static void verify(Records records, PersonRecord person, HeldPermit permit, Instant now) {
        if (isVerified(person, permit)) {
            return;
        }
        String reference = person.heldPermits().stream()
                .filter(fact -> fact.permit().number().equals(permit.number()))
                .findFirst()
                .map(HeldPermitFact::reference)
                .orElseGet(() -> UUID.randomUUID().toString());
        records.people().keep(person.id(), new HeldPermitFact(reference, permit, FactLevel.VERIFIED, now));
    }

    /** Whether the permit is the one that the case says it continues, or the case says of none and this one was held then. */
    private static boolean continues(CaseRecord record, HeldPermit permit) {
        return record.filed()
                .held()
                .map(held -> held.number().equals(permit.number()) && !held.equals(permit))
                .orElseGet(() -> !permit.validFrom().isAfter(record.filed().filedOn()));
    }

    private static void restOn(Records records, CaseRecord record, HeldPermit permit, Instant now) {
        records.cases().change(record.withFiled(record.filed().holding(permit)));
        records.cases()
                .write(
                        record.number(),
                        new JournalEntry(
                                now,
                                Upkeep.PLATFORM,
                                "held-permit-known",
                                permit.permit() + " " + permit.validFrom() + " to " + permit.validUntil(),
                                Optional.empty()));
    }
}
