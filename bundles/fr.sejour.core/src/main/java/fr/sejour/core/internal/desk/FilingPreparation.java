package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.catalogue.FilingRoute;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Received;
import fr.sejour.api.filing.Reception;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.cases.CaseClocks;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.Edition;
import fr.sejour.law.FilingFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts a filing before the law: everything that is read and judged of it before anything is written. */
final class FilingPreparation {

    private final CaseLaw law;
    private final GrantedHere granted;

    FilingPreparation(CaseLaw law) {
        this.law = law;
        this.granted = new GrantedHere(law);
    }

    /**
     * What a filing is before the law, once everything in it is known to fit together.
     *
     * @param prefecture the one in charge where the person lives
     * @param reached the one that the filing came to, when it is another one: it reads the case for good (CRPA L. 114-2)
     */
    record Prepared(
            FiledRecord filed,
            Prefecture prefecture,
            Optional<Prefecture> reached,
            FactLevel facts,
            Optional<HeldPermitFact> declared,
            Assessment assessment,
            List<ClockFile> clocks) {

        Prepared {
            clocks = List.copyOf(clocks);
        }
    }

    /** @param cases every case of the person, wherever it is */
    Prepared prepare(
            Caller caller,
            PersonRecord person,
            List<CaseRecord> cases,
            Filing filing,
            Optional<EarlierAttempts.Named> attempt,
            Instant now) {
        Commune place = law.commune(filing.residence().commune(), Prefecture.nationalDay(now))
                .orElseThrow(() -> new CaseException(
                        ErrorCode.UNKNOWN_COMMUNE,
                        Map.of("commune", filing.residence().commune().value())));
        Residence residence = new Residence(filing.residence().address(), place.residence());
        Prefecture prefecture = law.at(now).prefecture(place.prefecture()).orElseThrow();
        Optional<Prefecture> reached =
                reached(caller, prefecture).flatMap(code -> law.at(now).prefecture(code));
        // the day of the receipt counts, wherever it was (CRPA L. 114-2)
        ZoneId zone = reached.orElse(prefecture).zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant receivedAt = received(filing, person.civilStatus().birthDate(), now, zone);
        LocalDate receivedOn = receivedAt.atZone(zone).toLocalDate();
        Instant filedAt = attempt.filter(EarlierAttempts.Named::counts)
                .map(named -> named.attempt().at())
                .filter(at -> at.isBefore(receivedAt))
                .orElse(receivedAt);
        LocalDate filedOn = filedAt.atZone(zone).toLocalDate();
        Edition edition = law.judging(filedOn);
        PermitEntry permit = edition.permit(filing.permit())
                .orElseThrow(() -> new CaseException(
                        ErrorCode.UNKNOWN_PERMIT,
                        Map.of("permit", filing.permit().value())));
        refuseWhatContradicts(person, filing, edition, today);
        if (permit.endsOn().filter(filedOn::isAfter).isPresent()) {
            throw new CaseException(
                    ErrorCode.PERMIT_NOT_OPEN,
                    Map.of(
                            "permit",
                            permit.code().value(),
                            "endedOn",
                            permit.endsOn().orElseThrow().toString()));
        }
        boolean atCounter = permit.route().fold(route -> route == FilingRoute.PREFECTURE, open -> false);
        if (atCounter && filing.channel() == FilingChannel.ONLINE) {
            throw new CaseException(
                    ErrorCode.FILED_AT_THE_PREFECTURE,
                    Map.of(
                            "permit",
                            permit.code().value(),
                            "prefecture",
                            prefecture.code().value()));
        }
        refuseWhenNobodyActsForThem(caller, person, filedOn);
        PersonRecord holder = granted.holding(person, cases, filedOn, now);
        Held held = held(holder, filing, filedOn, now);
        FiledRecord filed = new FiledRecord(
                filing.person(),
                filing.permit(),
                filing.article(),
                filing.channel(),
                residence,
                filing.entryDate(),
                filing.workAuthorisation(),
                filedAt,
                filedOn,
                zone,
                held.permit(),
                edition.stamp().name(),
                filing.employed(),
                attempt.map(EarlierAttempts.Named::asFiled),
                filing.reception().map(Reception::received));
        FilingFacts facts = law.facts(filed, person.civilStatus().birthDate(), prefecture.code());
        Assessment assessment = law.assess(facts);
        refuseWhen(
                filed.received()
                        .filter(came -> !asksFor(assessment).containsAll(came.pieces()))
                        .isPresent(),
                "reception.pieces");
        return new Prepared(
                filed,
                prefecture,
                reached,
                law.footing(filed, holder),
                held.said(),
                assessment,
                clocks(filed.receivedOn(receivedAt, receivedOn), person, prefecture));
    }

    /**
     * The delays of the administration run from the day on which the filing reached it (CRPA R. 112-11-2). Which it had before
     * the first law that is known is not guessed, as it is not of a case of the stock.
     */
    private List<ClockFile> clocks(FiledRecord received, PersonRecord person, Prefecture prefecture) {
        return law.knows(received.filedOn())
                ? law
                        .inForce(received.filedOn())
                        .clocks()
                        .onFiling(law.facts(received, person.civilStatus().birthDate(), prefecture.code()))
                        .stream()
                        .map(CaseClocks::running)
                        .map(CaseClocks::met)
                        .toList()
                : List.of();
    }

    private static Set<PieceType> asksFor(Assessment assessment) {
        return assessment.pieces().stream().map(PieceRequirement::type).collect(Collectors.toSet());
    }

    /** When it reached the administration: an agent says a day, and of a day before this one why it was not typed in then. */
    private static Instant received(Filing filing, LocalDate birth, Instant now, ZoneId zone) {
        if (filing.reception().isEmpty()) {
            return now;
        }
        Reception said = filing.reception().get();
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = said.received().on();
        refuseWhen(filing.channel() == FilingChannel.ONLINE, "reception");
        refuseWhen(day.isAfter(today) || day.isBefore(birth) || day.getYear() < Received.FIRST_YEAR, "reception.day");
        refuseWhen(day.isBefore(today) && said.late().isEmpty(), "reception.late");
        return day.isBefore(today) ? day.atStartOfDay(zone).toInstant() : now;
    }

    private static void refuseWhatContradicts(PersonRecord person, Filing filing, Edition edition, LocalDate today) {
        LocalDate birth = person.civilStatus().birthDate();
        refuseWhen(birth.isAfter(today), "birthDate");
        refuseWhen(
                filing.entryDate()
                        .filter(day -> day.isAfter(today) || day.isBefore(birth))
                        .isPresent(),
                "entryDate");
        filing.heldPermit().ifPresent(held -> {
            if (edition.permit(held.permit()).isEmpty()) {
                throw new CaseException(
                        ErrorCode.UNKNOWN_PERMIT, Map.of("permit", held.permit().value()));
            }
            refuseWhen(held.validFrom().isAfter(today), "heldPermit.validFrom");
            refuseWhen(held.validFrom().isBefore(birth), "heldPermit.validFrom");
        });
        filing.article()
                .ifPresent(article -> refuseWhen(
                        edition.permit(filing.permit())
                                .filter(entry -> !entry.legalBasis().contains(article))
                                .isPresent(),
                        "article"));
    }

    /** Somebody under eighteen files for themselves through a representative; an agent takes every filing. */
    private static void refuseWhenNobodyActsForThem(Caller caller, PersonRecord person, LocalDate day) {
        if (!caller.isStaff() && person.isMinorOn(day) && person.represented().isEmpty()) {
            throw new CaseException(ErrorCode.REPRESENTATIVE_MISSING);
        }
    }

    private static void refuseWhen(boolean contradicts, String field) {
        if (contradicts) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", field));
        }
    }

    /** @param said the fact to keep, when the person says something that the platform had not heard */
    private record Held(Optional<HeldPermit> permit, Optional<HeldPermitFact> said) {}

    /**
     * What the register or an agent says of a permit counts before what the person says of it; what the person said before
     * does not, so that they can put it right.
     */
    private static Held held(PersonRecord person, Filing filing, LocalDate filedOn, Instant now) {
        if (filing.heldPermit().isEmpty()) {
            return new Held(latest(person, filing.permit()).map(HeldPermitFact::permit), Optional.empty());
        }
        HeldPermit said = filing.heldPermit().get();
        Optional<HeldPermitFact> known = person.heldPermits().stream()
                .filter(fact -> fact.permit().number().equals(said.number()))
                .findFirst();
        if (known.filter(fact ->
                        fact.level() != FactLevel.DECLARED || fact.permit().equals(said))
                .isPresent()) {
            return new Held(
                    grantedSince(person, known.get().permit(), filing.permit(), filedOn)
                            .or(() -> known.map(HeldPermitFact::permit)),
                    Optional.empty());
        }
        String reference = known.map(HeldPermitFact::reference)
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Held(Optional.of(said), Optional.of(new HeldPermitFact(reference, said, FactLevel.DECLARED, now)));
    }

    /**
     * What was granted here since and lasts longer, where the permit that the person names is over or this one takes its place: nobody
     * is asked to name a card that they were never given.
     */
    private static Optional<HeldPermit> grantedSince(
            PersonRecord person, HeldPermit named, PermitCode asked, LocalDate filedOn) {
        return latest(person, asked)
                .filter(PermitsInHand::decidedHere)
                .map(HeldPermitFact::permit)
                .filter(granted -> !granted.validFrom().isAfter(filedOn))
                .filter(granted -> granted.validUntil().isAfter(named.validUntil()))
                .filter(granted -> named.validUntil().isBefore(filedOn)
                        || granted.permit().equals(named.permit())
                        || granted.permit().equals(asked));
    }

    /** What lasts longest; of two that end on one day the one that is asked again. */
    private static Optional<HeldPermitFact> latest(PersonRecord person, PermitCode asked) {
        return person.heldPermits().stream()
                .max(Comparator.comparing((HeldPermitFact fact) ->
                                fact.level() != FactLevel.DECLARED || PermitsInHand.decidedHere(fact))
                        .thenComparing(fact -> fact.permit().validUntil())
                        .thenComparing(fact -> fact.permit().permit().equals(asked)));
    }

    /** Where an agent received what another préfecture is in charge of. */
    private static Optional<PrefectureCode> reached(Caller caller, Prefecture competent) {
        return caller.role() == Role.AGENT && !caller.serves(competent.code())
                ? caller.prefectures().stream().min(Comparator.naturalOrder())
                : Optional.empty();
    }
}
