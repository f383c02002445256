package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.DelayRecords.Ground;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.law.AskingEffect;
import fr.sejour.law.Completeness;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import fr.sejour.law.FilingFacts;
import fr.sejour.law.HeldDocument;
import fr.sejour.law.LegalClock;
import fr.sejour.law.PaperGrant;
import fr.sejour.law.PieceStanding;
import fr.sejour.law.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a recorded case before the law, and the law's answer into the platform's words. Pure. */
public final class CaseLaw {

    /** The grounds whose paper rests on a protection that somebody granted. */
    private static final Set<PermitCode> PROTECTIONS =
            Set.of(new PermitCode("refugie"), new PermitCode("protection_subsidiaire"));

    private final Editions editions;

    public CaseLaw(Editions editions) {
        this.editions = editions;
    }

    /** The edition in force on a day. */
    public Edition inForce(LocalDate day) {
        return editions.inForce(day);
    }

    /** The edition in force at an instant, by the national day. */
    public Edition at(Instant now) {
        return editions.at(now);
    }

    /** The legal day there, by the law in force at that instant. */
    public LocalDate dayAt(Optional<PrefectureCode> place, Instant now) {
        return at(now).dayAt(place, now);
    }

    /** The first day after that one on which the law changes, as far as is known. */
    Optional<LocalDate> changesAfter(LocalDate day) {
        return editions.changesAfter(day);
    }

    /** Whether the platform knows the law of that day. */
    public boolean knows(LocalDate day) {
        return !day.isBefore(editions.knownSince());
    }

    /** The edition that a filing of that day is judged by. */
    public Edition judging(LocalDate filedOn) {
        return editions.judging(filedOn);
    }

    /**
     * The delay at whose end silence refuses, by the law of today. The law under which an older file became complete is not
     * known: what takes something away is not guessed.
     */
    public Reading<LegalClock> silence(FilingFacts facts, LocalDate completeOn, LocalDate today) {
        return knows(facts.filedOn())
                ? inForce(today).clocks().silence(facts, completeOn)
                : Reading.undetermined(
                        "law_of_the_day",
                        "What did silence mean under the law of the day of filing, which the platform does not know?");
    }

    /** The place of that code; empty when there is none, or no préfecture applies the CESEDA there. */
    public Optional<Commune> commune(CommuneCode code, LocalDate day) {
        return editions.communes()
                .find(code)
                .filter(place -> inForce(day)
                        .prefecture(place.prefecture())
                        .filter(Prefecture::cesedaApplies)
                        .isPresent());
    }

    /** What the law needs to know of a case. */
    public FilingFacts facts(FiledRecord filed, LocalDate birthDate, PrefectureCode prefecture) {
        // A register put right later may say a birth after the filing, and the case has to stay readable all the same.
        LocalDate born = birthDate.isAfter(filed.filedOn()) ? filed.filedOn() : birthDate;
        return new FilingFacts(
                filed.permit(),
                filed.article(),
                filed.held().map(held -> document(held, filed.filedOn())),
                filed.channel(),
                filed.filedOn(),
                born,
                filed.entryDate().filter(day -> !day.isBefore(born)),
                filed.workAuthorisation(),
                filed.held()
                        .filter(held -> held.kind().equals(Optional.of(DocumentKind.VISA)))
                        .filter(held -> !held.validUntil().isBefore(filed.filedOn()))
                        .isPresent(),
                false,
                prefecture,
                filed.zone());
    }

    /** What the delay of a case is compared with. The nature of a filing does not turn on an age. */
    public Ground ground(FiledRecord filed, PrefectureCode prefecture) {
        Nature nature = judging(filed.filedOn()).natureOf(facts(filed, filed.filedOn(), prefecture));
        return new Ground(prefecture, filed.permit(), nature);
    }

    /** What the law said of the filing on its day; a later edition changes no assessment. */
    public Assessment assess(FilingFacts facts) {
        Edition edition = judging(facts.filedOn());
        Timing timing = edition.windows().judge(facts);
        // the quote says of which day its rates are: of an older filing, of the first day that is known
        LocalDate ratesOn = knows(facts.filedOn()) ? facts.filedOn() : editions.knownSince();
        boolean late = timing.timeliness()
                .fold(it -> it == Timeliness.LATE || it == Timeliness.AFTER_SIX_MONTHS, open -> false);
        return new Assessment(
                edition.stamp(),
                edition.natureOf(facts),
                timing.timeliness(),
                timing.opens(),
                timing.closes(),
                edition.pieces().requirements(facts),
                edition.fees().quote(facts, late, ratesOn),
                timing.warnings());
    }

    /** Whether every blocking piece stands. */
    public Completeness completeness(FilingFacts facts, List<PieceRecord> pieces) {
        Map<PieceType, PieceStanding> given = new HashMap<>();
        for (PieceRecord piece : pieces) {
            switch (piece.state()) {
                case GIVEN -> given.put(piece.type(), PieceStanding.GIVEN);
                case WAIVED -> given.put(piece.type(), PieceStanding.WAIVED);
                case REFUSED -> given.put(piece.type(), PieceStanding.REFUSED);
                case MISSING, ASKED -> given.remove(piece.type());
            }
        }
        return Completeness.of(judging(facts.filedOn()).pieces().requirements(facts), given);
    }

    /** The pieces that make the file incomplete. What a filing asks for does not turn on the day of birth. */
    public List<PieceType> missing(CaseRecord record) {
        FiledRecord filed = record.filed();
        return completeness(facts(filed, filed.filedOn(), record.standing().prefecture()), record.pieces())
                .missing();
    }

    /**
     * Whether a piece that makes the file incomplete was asked for, and the day to answer has passed without it, and no other
     * one is awaited still: before that nobody refuses to register a file (R. 431-11).
     */
    public boolean noticeOver(CaseRecord record) {
        List<PieceType> missing = missing(record);
        return CasePieces.noticesRunning(record).isEmpty()
                && record.pieces().stream()
                        .filter(piece -> missing.contains(piece.type()))
                        .anyMatch(piece ->
                                piece.finding().filter(PieceFinding::noticeOver).isPresent());
    }

    /** What asking for those pieces does to the clock of silence of a case. */
    public Reading<AskingEffect> askingFor(CaseRecord record, Collection<PieceType> pieces, LocalDate today) {
        FiledRecord filed = record.filed();
        FilingFacts facts = facts(filed, filed.filedOn(), record.standing().prefecture());
        Edition edition = inForce(today);
        List<Reading<AskingEffect>> effects = pieces.stream()
                .map(piece -> edition.clocks().onAsking(facts, blocking(facts, piece)))
                .toList();
        return effects.stream()
                .filter(effect -> effect.equals(Reading.settled(AskingEffect.SUSPENDS)))
                .findFirst()
                .or(() -> effects.stream().filter(effect -> !effect.isSettled()).findFirst())
                .orElse(Reading.settled(AskingEffect.NONE));
    }

    /** Whether the file is incomplete without one of those pieces: then its registration may be refused, and no silence counts. */
    public boolean makesIncomplete(CaseRecord record, Collection<PieceType> pieces) {
        return missing(record).stream().anyMatch(pieces::contains);
    }

    /** A piece that the list of the permit does not name never blocks. */
    private Reading<Boolean> blocking(FilingFacts facts, PieceType type) {
        return judging(facts.filedOn()).pieces().requirements(facts).stream()
                .filter(piece -> piece.type().equals(type))
                .map(piece ->
                        piece.phase() == PieceRequirement.Phase.FILING ? piece.blocking() : Reading.settled(false))
                .findFirst()
                .orElse(Reading.settled(false));
    }

    /**
     * How sure the platform is of what the case rests on: the least sure of the held permit, the protection, the work
     * authorisation, the entry into France, and, for somebody who gets a paper by their age, the days that make it.
     */
    public FactLevel footing(FiledRecord filed, PersonRecord person) {
        FilingFacts facts = facts(
                filed,
                person.civilStatus().birthDate(),
                filed.residence().commune().prefecture());
        FactLevel level = filed.held()
                .map(held -> levelOf(held, filed.filedOn(), person))
                .orElseGet(() -> levelOfAge(facts, person));
        boolean renews = filed.held()
                .filter(held -> held.permit().equals(filed.permit()))
                .isPresent();
        boolean unknownProtection = PROTECTIONS.contains(filed.permit())
                && !renews
                && !person.protection().equals(Optional.of(filed.permit()));
        boolean unseenAuthorisation = !papers(facts).equals(papers(facts.withoutWorkAuthorisation()));
        boolean unseenEntry = !papers(facts).equals(papers(facts.withoutEntryDate()));
        return unknownProtection || unseenAuthorisation || unseenEntry ? FactLevel.DECLARED : level;
    }

    /** What is known of that permit, as far as the law would read the same in it. */
    private FactLevel levelOf(HeldPermit held, LocalDate filedOn, PersonRecord person) {
        return person.heldPermits().stream()
                .filter(fact -> fact.permit().number().equals(held.number()))
                .filter(fact -> document(fact.permit(), filedOn).equals(document(held, filedOn)))
                .map(HeldPermitFact::level)
                .findFirst()
                .orElse(FactLevel.DECLARED);
    }

    private FactLevel levelOfAge(FilingFacts facts, PersonRecord person) {
        boolean paperByAge = !PROTECTIONS.contains(facts.asked())
                && facts.online()
                && continuing(facts).isPresent();
        boolean known = person.civilStatusLevel() != FactLevel.DECLARED
                && facts.entryDate().isEmpty();
        return paperByAge && !known ? FactLevel.DECLARED : FactLevel.VERIFIED;
    }

    /** The papers that the filing gives with a complete file, once what it rests on is seen. */
    public List<PaperGrant> papers(FilingFacts facts) {
        return Stream.concat(
                        judging(facts.filedOn()).papers().onFiling(facts, true, facts.filedOn()).stream(),
                        continuing(facts).stream())
                .toList();
    }

    private Optional<PaperGrant> continuing(FilingFacts facts) {
        Edition edition = judging(facts.filedOn());
        return edition.papers()
                .continuing(facts, edition.windows().judge(facts).timeliness(), true, facts.filedOn())
                .ifSettled()
                .flatMap(paper -> paper);
    }

    /** Whether what is granted comes as a card, as far as anybody knows. */
    public boolean mayComeAsACard(CaseRecord record) {
        return onACard(record).fold(card -> card, open -> true);
    }

    /** Whether a card stands for the permit asked for, or something is delivered without one. */
    public Reading<Boolean> onACard(CaseRecord record) {
        return judging(record.filed().filedOn()).papers().onACard(record.filed().permit());
    }

    private HeldDocument document(HeldPermit held, LocalDate filedOn) {
        Optional<PermitEntry> entry = judging(filedOn).permit(held.permit());
        return new HeldDocument(
                held.permit(),
                held.kind().or(() -> entry.flatMap(it -> it.documentKind().ifSettled())),
                held.validFrom(),
                held.validUntil(),
                entry.<Reading<WorkRight>>map(it -> Reading.settled(it.workRight()))
                        .orElseGet(() -> Reading.undetermined(
                                "unknown", "Which work right did the permit " + held.permit() + " carry?")));
    }
}
