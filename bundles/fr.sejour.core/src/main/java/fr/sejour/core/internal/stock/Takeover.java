package fr.sejour.core.internal.stock;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.operation.StockImport.BadRow;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.right.Validity;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecordBuilder;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.StandingBuilder;
import fr.sejour.core.port.StockRecords.TakenOver;
import fr.sejour.law.Edition;
import fr.sejour.law.FilingFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a case of one row of the stock, inside the transaction of whoever calls. Everything is judged before anything is written,
 * so that a refused row leaves nothing behind.
 */
final class Takeover {

    private static final AccountId BY = new AccountId(Upkeep.PLATFORM);

    private final Upkeep upkeep;
    private final Numbers numbers = new Numbers();

    Takeover(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    /**
     * What came of a row: a case made, a case that stands already, or a refusal.
     *
     * @param silent whether silence has refused on the case that was made
     */
    record Outcome(boolean made, boolean silent, Optional<BadRow> refused) {

        private static final Outcome THERE = new Outcome(false, false, Optional.empty());

        static Outcome refused(StockRow row, String column, String wrong, String toDo) {
            return new Outcome(false, false, Optional.of(new BadRow(row.line(), column, wrong, toDo)));
        }
    }

    /** The person whom the register already links to the row's number. */
    Optional<PersonId> known(Records records, StockRow row) {
        return row.foreignerNumber().flatMap(records.register()::linked);
    }

    Outcome of(Records records, StockRow row, Answers answers, Instant now) {
        Optional<TakenOver> before = records.stock().find(row.reference());
        if (before.isPresent()) {
            return before.get().digest().equals(row.digest())
                    ? Outcome.THERE
                    : Outcome.refused(
                            row,
                            "reference",
                            "it was taken over before, in other words, as case "
                                    + before.get().number() + ", and was left as it stands",
                            "put the row back as it was, or change the case itself");
        }
        try {
            CaseRecord made = make(records, row, answers, now);
            return new Outcome(true, made.standing().status() == CaseStatus.SILENTLY_REFUSED, Optional.empty());
        } catch (BadColumnException badly) {
            return Outcome.refused(row, badly.column(), badly.wrong(), badly.toDo());
        }
    }

    private CaseRecord make(Records records, StockRow row, Answers answers, Instant now) throws BadColumnException {
        Optional<RegisterEntry> entry = row.foreignerNumber().flatMap(records.register()::find);
        CivilStatus civilStatus = civilStatus(row, entry);
        Optional<PersonRecord> known = known(records, row)
                .map(id -> records.people().find(Upkeep.READS_ALL, id).orElseThrow());
        Optional<HeldPermit> held =
                row.held().or(() -> entry.flatMap(RegisterEntry::heldPermit).filter(it -> precedes(it, row)));
        refuseWhatTheRegisterDenies(held, entry, known);
        FiledRecord filed = filed(row, known.map(PersonRecord::id).orElseGet(Takeover::freshId), held);
        refuseAnotherNature(row, filed, civilStatus);

        PersonRecord person = known.orElseGet(() -> arrive(records, row, filed.person(), civilStatus, entry));
        held.ifPresent(permit -> hold(records, person, permit, now));
        livesThere(records, row, person.id());
        PersonRecord settled =
                records.people().find(Upkeep.READS_ALL, person.id()).orElseThrow();
        CaseRecord fresh = fresh(row, filed, settled, answers, now);
        row.paper()
                .ifPresent(paper -> records.people()
                        .keep(
                                person.id(),
                                new EarlierPaper(
                                        fresh.number(),
                                        paper.kind(),
                                        paper.number(),
                                        new Validity(paper.firstDay(), paper.lastDay(), row.zone()),
                                        Optional.empty())));
        Edition edition = upkeep.law().inForce(now.atZone(row.zone()).toLocalDate());
        Upkeep.Kept kept = upkeep.open(
                records,
                new Upkeep.Deed(
                        fresh,
                        List.of(new JournalEntry(
                                now,
                                Upkeep.PLATFORM,
                                "taken-over",
                                filed.permit() + " " + filed.channel() + " "
                                        + row.state().name().toLowerCase(Locale.ROOT) + " as " + row.reference(),
                                Optional.of(filed.edition()))),
                        List.of(NoticeWriter.takenOver(
                                NoticeWriter.name(edition, row.prefecture().code()), row.filedOn()))),
                answers,
                now);
        records.stock().add(new TakenOver(row.reference(), row.digest(), fresh.number()));
        return kept.record();
    }

    private static PersonId freshId() {
        return new PersonId(UUID.randomUUID().toString());
    }

    /** What the register says of a person counts before what the row says. */
    private static CivilStatus civilStatus(StockRow row, Optional<RegisterEntry> entry) throws BadColumnException {
        Optional<LocalDate> born = row.civilStatus().map(CivilStatus::birthDate);
        Optional<LocalDate> registered = entry.map(it -> it.civilStatus().birthDate());
        if (born.isPresent() && registered.isPresent() && !born.equals(registered)) {
            throw new BadColumnException(
                    "birth_date",
                    "the register has another birth date under this foreigner number",
                    "find out whose number it is, and mend the row or the register");
        }
        return entry.map(RegisterEntry::civilStatus)
                .or(row::civilStatus)
                .orElseThrow(() -> new BadColumnException(
                        "family_name",
                        "the register does not know this foreigner number",
                        "write names, birth date and nationality, or import the register first"));
    }

    private static boolean precedes(HeldPermit permit, StockRow row) {
        return !permit.validFrom().isAfter(row.filedOn());
    }

    private static void refuseWhatTheRegisterDenies(
            Optional<HeldPermit> held, Optional<RegisterEntry> entry, Optional<PersonRecord> person)
            throws BadColumnException {
        List<HeldPermit> known = new ArrayList<>();
        entry.flatMap(RegisterEntry::heldPermit).ifPresent(known::add);
        person.ifPresent(it -> it.heldPermits().stream()
                .filter(fact -> fact.level() != FactLevel.DECLARED)
                .map(HeldPermitFact::permit)
                .forEach(known::add));
        boolean denied = held.filter(said -> known.stream().anyMatch(it -> contradicts(it, said)))
                .isPresent();
        if (denied) {
            throw new BadColumnException(
                    "held_until",
                    "the register says something else of the permit with this number",
                    "find out which is right, and mend the row or the register");
        }
    }

    private static boolean contradicts(HeldPermit known, HeldPermit said) {
        return known.number().equals(said.number())
                && !(known.permit().equals(said.permit())
                        && known.validFrom().equals(said.validFrom())
                        && known.validUntil().equals(said.validUntil()));
    }

    private void refuseAnotherNature(StockRow row, FiledRecord filed, CivilStatus civilStatus)
            throws BadColumnException {
        FilingFacts facts = upkeep.law()
                .facts(filed, civilStatus.birthDate(), row.prefecture().code());
        boolean another = row.nature()
                .filter(nature -> nature != upkeep.law().judging(row.filedOn()).natureOf(facts))
                .isPresent();
        if (another) {
            throw new BadColumnException(
                    "nature",
                    "it is not what the permit held and the permit asked for make it",
                    "mend the permit held, or leave the nature empty");
        }
    }

    private FiledRecord filed(StockRow row, PersonId person, Optional<HeldPermit> held) {
        return new FiledRecord(
                person,
                row.permit(),
                row.article(),
                row.channel(),
                row.residence(),
                row.entryDate(),
                row.workAuthorisation(),
                row.filedAt(),
                row.filedOn(),
                row.zone(),
                held,
                upkeep.law().judging(row.filedOn()).stamp().name(),
                row.employed(),
                Optional.empty(),
                Optional.empty());
    }

    private static PersonRecord arrive(
            Records records, StockRow row, PersonId id, CivilStatus civilStatus, Optional<RegisterEntry> entry) {
        PersonRecord person = PersonRecordBuilder.builder()
                .id(id)
                .civilStatus(civilStatus)
                .civilStatusLevel(row.foreignerNumber().isPresent() ? FactLevel.VERIFIED : FactLevel.DECLARED)
                .contact(row.contact())
                .foreignerNumber(row.foreignerNumber())
                .protection(entry.flatMap(RegisterEntry::protection))
                .build();
        records.people().add(person);
        row.foreignerNumber().ifPresent(number -> {
            if (entry.isEmpty()) {
                records.register()
                        .keep(new RegisterEntry(number, civilStatus, row.held(), Optional.empty(), Optional.empty()));
            }
            records.register().link(number, id);
        });
        return person;
    }

    /** The earlier system is the State's own: what it says of a permit is known, not declared. */
    private static void hold(Records records, PersonRecord person, HeldPermit permit, Instant now) {
        Optional<HeldPermitFact> known = person.heldPermits().stream()
                .filter(fact -> fact.permit().number().equals(permit.number()))
                .findFirst();
        if (known.filter(fact -> fact.level() != FactLevel.DECLARED).isEmpty()) {
            String reference = known.map(HeldPermitFact::reference)
                    .orElseGet(() -> UUID.randomUUID().toString());
            records.people().keep(person.id(), new HeldPermitFact(reference, permit, FactLevel.VERIFIED, now));
        }
    }

    /** Of what several cases say of a home, the latest filing counts; what the person has said here since counts more. */
    private static void livesThere(Records records, StockRow row, PersonId person) {
        boolean saidSince = records.people()
                .residence(person)
                .filter(said -> !said.since().isBefore(row.filedAt()))
                .isPresent();
        if (!saidSince) {
            records.people().keepResidence(person, new DeclaredResidence(row.residence(), row.filedAt()));
        }
    }

    private CaseRecord fresh(StockRow row, FiledRecord filed, PersonRecord person, Answers answers, Instant now) {
        CaseNumber number = numbers.caseNumber();
        Practice practice = answers.to(row.prefecture().code(), row.residence().commune(), row.permit())
                .orElse(Practice.NATIONAL);
        return CaseRecordBuilder.builder()
                .number(number)
                .version(1)
                .filed(filed)
                .standing(StandingBuilder.builder()
                        .status(row.state().status())
                        .prefecture(row.prefecture().code())
                        .commune(row.residence().commune())
                        .facts(upkeep.law().footing(filed, person))
                        .practice(practice)
                        .completeOn(row.completeOn())
                        .answerBy(row.answerBy())
                        .build())
                .pieces(pieces(row, filed, person, now))
                .decision(row.grant().map(grant -> decision(grant)))
                .collection(row.card()
                        .map(card -> new CollectionFile(
                                Optional.of(card.number()),
                                Optional.of(card.readyOn()),
                                Optional.empty(),
                                practice.collection(),
                                practice.servicePoint(),
                                Optional.empty())))
                .build();
    }

    /** Who signed, and under what delegation, the earlier system does not hand over. */
    private DecisionFile decision(StockRow.Grant grant) {
        return new DecisionFile(
                fr.sejour.api.cases.Outcome.GRANTED,
                grant.decidedOn(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(grant.validFrom()),
                Optional.of(grant.validUntil()),
                Optional.empty(),
                upkeep.law().judging(grant.decidedOn()).stamp().name());
    }

    /** What was given to the earlier system is not asked for again; what that one awaits is awaited here. */
    private List<PieceRecord> pieces(StockRow row, FiledRecord filed, PersonRecord person, Instant now) {
        String reason = "Ancien système : " + row.reference();
        List<PieceRecord> pieces = new ArrayList<>();
        if (row.completeOn().isPresent()) {
            FilingFacts facts = upkeep.law()
                    .facts(
                            filed,
                            person.civilStatus().birthDate(),
                            row.prefecture().code());
            upkeep.law().assess(facts).pieces().stream()
                    .filter(piece -> piece.phase() == PieceRequirement.Phase.FILING)
                    .map(piece -> piece(piece.type(), PieceFile.State.WAIVED, reason, Optional.empty(), now))
                    .forEach(pieces::add);
        }
        row.pieces().stream()
                .map(type -> piece(type, PieceFile.State.ASKED, reason, row.answerBy(), now))
                .forEach(pieces::add);
        return pieces;
    }

    private static PieceRecord piece(
            PieceType type, PieceFile.State state, String reason, Optional<LocalDate> answerBy, Instant now) {
        return new PieceRecord(
                type, state, Optional.empty(), Optional.of(new PieceFinding(BY, now, reason, answerBy, false)));
    }
}
