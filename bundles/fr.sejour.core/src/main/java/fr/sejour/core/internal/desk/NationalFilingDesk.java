package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.catalogue.FilingRoute;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.cases.CaseClocks;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.paper.Numbers;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.practice.Practices.Question;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Home;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords.RememberedFiling;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.Statement;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import fr.sejour.law.FilingFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens cases under the national law, wherever the filing comes from. */
@Component
public final class NationalFilingDesk implements FilingDesk {

    /** Another case of the person is open on this ground: they may file all the same. */
    private static final String SAME_GROUND_OPEN = "same-ground-open";

    private final Store store;
    private final Upkeep upkeep;
    private final Practices practices;
    private final Clock clock;
    private final CaseFiles files;
    private final Numbers numbers = new Numbers();

    @Activate
    public NationalFilingDesk(
            @Reference Store store, @Reference Upkeep upkeep, @Reference Practices practices, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.practices = practices;
        this.clock = clock;
        this.files = new CaseFiles(upkeep.law());
    }

    @Override
    public Assessment assess(Caller caller, Filing filing) {
        Filer filer = store.read(records -> new Filer(
                known(records, caller, filing, Optional.empty()),
                records.cases().ofPerson(Upkeep.READS_ALL, filing.person())));
        Prepared prepared =
                prepare(caller, filer.known().person(), filing, filer.known().attempt(), clock.instant());
        return Duplicates.openOnTheSameGround(prepared.filed(), filer.cases())
                ? prepared.assessment().warning(SAME_GROUND_OPEN)
                : prepared.assessment();
    }

    @Override
    public FilingReceipt file(Caller caller, IdempotencyKey key, Filing filing) {
        String digest = Secrets.digest("filing", FilingWords.of(filing));
        Known known = store.read(records -> known(records, caller, filing, repeated(records, caller, key, digest)));
        if (known.before().isPresent()) {
            return known.before().get();
        }
        List<CaseRecord> cases = store.read(records -> records.cases().ofPerson(Upkeep.READS_ALL, filing.person()));
        Prepared asked = prepare(caller, known.person(), filing, known.attempt(), clock.instant());
        CommuneCode home = asked.filed().residence().commune();
        PrefectureCode competent = asked.prefecture().code();
        Set<Question> questions = new HashSet<>(Home.following(cases, home));
        questions.add(new Question(competent, home, filing.permit()));
        Answers answers = practices.answer(questions);
        Practice practice = answers.to(competent, home, filing.permit()).orElse(Practice.NATIONAL);
        return store.write(records -> {
            records.people().hold(filing.person());
            return repeated(records, caller, key, digest).orElseGet(() -> {
                Instant now = clock.instant();
                Known held = known(records, caller, filing, Optional.empty());
                Prepared prepared = prepare(caller, held.person(), filing, held.attempt(), now);
                FilingReceipt receipt =
                        open(records, caller, key, digest, prepared, practice, answers, reason(filing), now);
                held.attempt()
                        .ifPresent(named -> records.traces()
                                .change(named.attempt()
                                        .filedAs(receipt.caseFile().number())));
                return receipt;
            });
        });
    }

    private record Filer(Known known, List<CaseRecord> cases) {

        Filer {
            cases = List.copyOf(cases);
        }
    }

    /** What stands before the filing. */
    private record Known(
            PersonRecord person, Optional<EarlierAttempts.Named> attempt, Optional<FilingReceipt> before) {}

    private static Known known(Records records, Caller caller, Filing filing, Optional<FilingReceipt> before) {
        // given again, the filing itself has used the attempt up
        Optional<EarlierAttempts.Named> attempt =
                before.isPresent() ? Optional.empty() : EarlierAttempts.named(records, caller, filing);
        return new Known(filer(records, caller, filing, attempt), attempt, before);
    }

    private static Optional<Statement> reason(Filing filing) {
        return filing.attempt().flatMap(EarlierAttempt::reason).map(Secrets::statement);
    }

    private FilingReceipt open(
            Records records,
            Caller caller,
            IdempotencyKey key,
            String digest,
            Prepared prepared,
            Practice practice,
            Answers answers,
            Optional<Statement> reason,
            Instant now) {
        FiledRecord filed = prepared.filed();
        prepared.declared().ifPresent(said -> records.people().keep(filed.person(), said));
        CaseRecord fresh = new CaseRecord(
                numbers.caseNumber(),
                1,
                filed,
                new Standing(
                        CaseStatus.FILED,
                        prepared.prefecture().code(),
                        prepared.reached().map(Prefecture::code).stream().toList(),
                        filed.residence().commune(),
                        Optional.empty(),
                        prepared.facts(),
                        Optional.empty(),
                        Optional.empty(),
                        practice,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(),
                prepared.clocks(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        records.cases().remember(caller.account(), key, digest, fresh.number());
        JournalEntry line = new JournalEntry(
                now,
                caller.account().value(),
                "filed",
                filed.permit() + " " + filed.channel() + " by rules "
                        + practice.rules().bundle() + " " + practice.rules().version()
                        + filed.attempt().map(EarlierAttempts::trace).orElse("")
                        + reason.map(said -> " statement-sha256:" + Secrets.digest(said))
                                .orElse(""),
                Optional.of(filed.edition()),
                reason);
        List<JournalEntry> lines = new ArrayList<>();
        lines.add(line);
        prepared.reached()
                .map(reached -> new JournalEntry(
                        now,
                        Upkeep.PLATFORM,
                        "re-routed",
                        reached.code() + " to " + prepared.prefecture().code(),
                        Optional.of("CRPA L. 114-2")))
                .ifPresent(lines::add);
        livesThere(records, filed, now);
        Edition edition = upkeep.law().inForce(filed.filedOn());
        List<Told> told = new ArrayList<>();
        told.add(NoticeWriter.filed(
                NoticeWriter.name(edition, prepared.prefecture().code()), filed.filedOn()));
        prepared.reached()
                .ifPresent(reached -> told.add(NoticeWriter.reRouted(
                        edition, reached.code(), prepared.prefecture().code(), filed.filedOn())));
        Upkeep.Kept kept = upkeep.open(records, new Upkeep.Deed(fresh, lines, told), answers, now);
        return receipt(records, kept.record(), kept.person(), kept.papers());
    }

    /** Said now, so that every other open case of the person goes where this one is. */
    private static void livesThere(Records records, FiledRecord filed, Instant now) {
        boolean known = records.people()
                .residence(filed.person())
                .filter(said -> said.residence().equals(filed.residence()))
                .isPresent();
        if (!known) {
            records.people().keepResidence(filed.person(), new DeclaredResidence(filed.residence(), now));
        }
    }

    /** The key is the account's own: it gives the receipt again wherever the case has gone since. */
    private Optional<FilingReceipt> repeated(Records records, Caller caller, IdempotencyKey key, String digest) {
        Optional<RememberedFiling> remembered = records.cases().remembered(caller.account(), key);
        if (remembered.isPresent() && !remembered.get().digest().equals(digest)) {
            throw new CaseException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        return remembered
                .flatMap(it -> records.cases().find(Upkeep.READS_ALL, it.number()))
                .map(record -> receipt(
                        records,
                        record,
                        records.people()
                                .find(Upkeep.READS_ALL, record.filed().person())
                                .orElseThrow(),
                        records.papers()
                                .ofPerson(Upkeep.READS_ALL, record.filed().person())));
    }

    private FilingReceipt receipt(
            Records records, CaseRecord record, PersonRecord person, List<Attestation> papersOfPerson) {
        List<Attestation> papers = papersOfPerson.stream()
                .filter(paper -> paper.caseNumber().equals(record.number()))
                .toList();
        return new FilingReceipt(files.show(records, record, person), papers);
    }

    private static PersonRecord filer(
            Records records, Caller caller, Filing filing, Optional<EarlierAttempts.Named> attempt) {
        // whoever was given the substitute channel comes to a counter that has no case of theirs yet
        Caller reader = attempt.filter(EarlierAttempts.Named::opensTheCounter).isPresent() ? Upkeep.READS_ALL : caller;
        PersonRecord person = records.people()
                .find(reader, filing.person())
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        boolean online = filing.channel() == FilingChannel.ONLINE;
        if (online != (caller.role() == Role.APPLICANT)) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO,
                    Map.of("channel", filing.channel().name()));
        }
        return person;
    }

    /**
     * What a filing is before the law, once everything in it is known to fit together.
     *
     * @param prefecture the one in charge where the person lives
     * @param reached the one that the filing came to, when it is another one: it reads the case for good (CRPA L. 114-2)
     */
    private record Prepared(
            FiledRecord filed,
            Prefecture prefecture,
            Optional<Prefecture> reached,
            FactLevel facts,
            Optional<HeldPermitFact> declared,
            Assessment assessment,
            List<fr.sejour.api.cases.ClockFile> clocks) {}

    private Prepared prepare(
            Caller caller, PersonRecord person, Filing filing, Optional<EarlierAttempts.Named> attempt, Instant now) {
        LocalDate atParis = now.atZone(ZoneId.of("Europe/Paris")).toLocalDate();
        Commune place = upkeep.law()
                .commune(filing.residence().commune(), atParis)
                .orElseThrow(() -> new CaseException(
                        ErrorCode.UNKNOWN_COMMUNE,
                        Map.of("commune", filing.residence().commune().value())));
        Residence residence = new Residence(filing.residence().address(), place.residence());
        Prefecture prefecture =
                upkeep.law().inForce(atParis).prefecture(place.prefecture()).orElseThrow();
        Optional<Prefecture> reached = reached(caller, prefecture)
                .flatMap(code -> upkeep.law().inForce(atParis).prefecture(code));
        // the day of the receipt counts, wherever it was (CRPA L. 114-2)
        ZoneId zone = reached.orElse(prefecture).zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant filedAt = attempt.filter(EarlierAttempts.Named::counts)
                .map(named -> named.attempt().at())
                .orElse(now);
        LocalDate filedOn = filedAt.atZone(zone).toLocalDate();
        Edition edition = upkeep.law().inForce(filedOn);
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
        Held held = held(person, filing, now);
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
                attempt.map(EarlierAttempts.Named::asFiled));
        FilingFacts facts = upkeep.law().facts(filed, person.civilStatus().birthDate(), prefecture.code());
        // the delays of the administration run from the day on which the filing reached it (CRPA R. 112-11-2)
        Edition present = upkeep.law().inForce(today);
        FilingFacts received = upkeep.law()
                .facts(filed.receivedOn(now, today), person.civilStatus().birthDate(), prefecture.code());
        return new Prepared(
                filed,
                prefecture,
                reached,
                upkeep.law().footing(filed, person),
                held.said(),
                upkeep.law().assess(facts),
                present.clocks().onFiling(received).stream()
                        .map(CaseClocks::running)
                        .map(CaseClocks::met)
                        .toList());
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
    private static Held held(PersonRecord person, Filing filing, Instant now) {
        if (filing.heldPermit().isEmpty()) {
            return new Held(latest(person).map(HeldPermitFact::permit), Optional.empty());
        }
        HeldPermit said = filing.heldPermit().get();
        Optional<HeldPermitFact> known = person.heldPermits().stream()
                .filter(fact -> fact.permit().number().equals(said.number()))
                .findFirst();
        if (known.filter(fact ->
                        fact.level() != FactLevel.DECLARED || fact.permit().equals(said))
                .isPresent()) {
            return new Held(known.map(HeldPermitFact::permit), Optional.empty());
        }
        String reference = known.map(HeldPermitFact::reference)
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Held(Optional.of(said), Optional.of(new HeldPermitFact(reference, said, FactLevel.DECLARED, now)));
    }

    private static Optional<HeldPermitFact> latest(PersonRecord person) {
        return person.heldPermits().stream()
                .max(Comparator.comparing((HeldPermitFact fact) ->
                                fact.level() != FactLevel.DECLARED || PermitsInHand.decidedHere(fact))
                        .thenComparing(fact -> fact.permit().validUntil()));
    }

    /** Where an agent received what another préfecture is in charge of. */
    private static Optional<PrefectureCode> reached(Caller caller, Prefecture competent) {
        return caller.role() == Role.AGENT && !caller.serves(competent.code())
                ? caller.prefectures().stream().min(Comparator.naturalOrder())
                : Optional.empty();
    }
}
