package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseStatus;
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
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final FilingPreparation preparation;
    private final Numbers numbers = new Numbers();

    @Activate
    public NationalFilingDesk(
            @Reference Store store, @Reference Upkeep upkeep, @Reference Practices practices, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.practices = practices;
        this.clock = clock;
        this.files = new CaseFiles(upkeep.law());
        this.preparation = new FilingPreparation(upkeep.law());
    }

    @Override
    public Assessment assess(Caller caller, Filing filing) {
        Filer filer = store.read(records -> new Filer(
                known(records, caller, filing, Optional.empty()),
                records.cases().ofPerson(Upkeep.READS_ALL, filing.person())));
        FilingPreparation.Prepared prepared = preparation.prepare(
                caller, filer.known().person(), filing, filer.known().attempt(), clock.instant());
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
        FilingPreparation.Prepared asked =
                preparation.prepare(caller, known.person(), filing, known.attempt(), clock.instant());
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
                FilingPreparation.Prepared prepared =
                        preparation.prepare(caller, held.person(), filing, held.attempt(), now);
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
            FilingPreparation.Prepared prepared,
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
        return receipt(kept.record(), kept.person(), kept.papers());
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
                        record,
                        records.people()
                                .find(Upkeep.READS_ALL, record.filed().person())
                                .orElseThrow(),
                        records.papers()
                                .ofPerson(Upkeep.READS_ALL, record.filed().person())));
    }

    private FilingReceipt receipt(CaseRecord record, PersonRecord person, List<Attestation> papersOfPerson) {
        List<Attestation> papers = papersOfPerson.stream()
                .filter(paper -> paper.caseNumber().equals(record.number()))
                .toList();
        return new FilingReceipt(files.show(record, person), papers);
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
}
