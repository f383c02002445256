package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.Reception;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.practice.Practices.Question;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Home;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecordBuilder;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.StandingBuilder;
import fr.sejour.core.port.Statement;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens a case in one transaction, whoever asks for it and by whichever way. */
final class CaseOpening {

    /** Another case of the person is open on this ground: they may file all the same. */
    private static final String SAME_GROUND_OPEN = "same-ground-open";

    private final Store store;
    private final Upkeep upkeep;
    private final Practices practices;
    private final Clock clock;
    private final CaseFiles files;
    private final FilingPreparation preparation;
    private final Numbers numbers;

    CaseOpening(Store store, Upkeep upkeep, Practices practices, Clock clock, Numbers numbers) {
        this.store = store;
        this.upkeep = upkeep;
        this.practices = practices;
        this.clock = clock;
        this.numbers = numbers;
        this.files = new CaseFiles(upkeep.law());
        this.preparation = new FilingPreparation(upkeep.law());
    }

    /** Who asks, and for what. It is asked in every transaction anew. */
    interface Asking {

        /** Refuses whoever may not even read again what they filed before. */
        default void admit(Records records) {}

        /** Whose filing it is; somebody whom the platform does not know yet has their identifier already. */
        PersonId who(Records records);

        /** What stands before the filing, as it is read. */
        Known known(Records records);

        /** The same once the person is kept, with what the register says of them. */
        default Known arrived(Records records, Instant now) {
            return known(records);
        }
    }

    /**
     * What stands before a filing.
     *
     * @param filer who files, under the mandate that lets them
     */
    record Known(PersonRecord person, Filing filing, Optional<EarlierAttempts.Named> attempt, Caller filer) {}

    private record Seen(Known known, List<CaseRecord> cases) {

        Seen {
            cases = List.copyOf(cases);
        }
    }

    Assessment assess(Caller caller, Asking asking) {
        Seen seen = store.read(records -> seen(records, caller, asking));
        FilingPreparation.Prepared prepared = prepare(seen.known(), seen.cases(), clock.instant());
        return Duplicates.openOnTheSameGround(prepared.filed(), seen.cases())
                ? prepared.assessment().warning(SAME_GROUND_OPEN)
                : prepared.assessment();
    }

    private static Seen seen(Records records, Caller caller, Asking asking) {
        Known known = asking.known(records);
        refuseUsedForm(records, caller, known.filing());
        return new Seen(
                known, records.cases().ofPerson(Upkeep.READS_ALL, known.person().id()));
    }

    /** @param digest what is asked, by which the key knows it again */
    FilingReceipt open(Caller caller, IdempotencyKey key, String digest, Asking asking) {
        // given again, the filing itself has used up the attempt and the form that it names
        Optional<FilingReceipt> before = store.read(records -> repeated(records, caller, asking, key, digest));
        if (before.isPresent()) {
            return before.get();
        }
        Seen seen = store.read(records -> seen(records, caller, asking));
        FilingPreparation.Prepared asked = prepare(seen.known(), seen.cases(), clock.instant());
        CommuneCode home = asked.filed().residence().commune();
        PrefectureCode competent = asked.prefecture().code();
        Set<Question> questions = new HashSet<>(Home.following(seen.cases(), home));
        questions.add(new Question(competent, home, asked.filed().permit()));
        Answers answers = practices.answer(questions);
        Practice practice = answers.to(competent, home, asked.filed().permit()).orElse(Practice.NATIONAL);
        return store.write(records -> {
            records.people().hold(asking.who(records));
            return repeated(records, caller, asking, key, digest).orElseGet(() -> {
                Instant now = clock.instant();
                Known held = asking.arrived(records, now);
                refuseUsedForm(records, caller, held.filing());
                FilingPreparation.Prepared prepared = prepare(
                        held,
                        records.cases().ofPerson(Upkeep.READS_ALL, held.person().id()),
                        now);
                FilingReceipt receipt =
                        open(records, held.filer(), key, digest, prepared, practice, answers, held.filing(), now);
                held.attempt()
                        .ifPresent(named -> records.traces()
                                .change(named.attempt()
                                        .filedAs(receipt.caseFile().number())));
                return receipt;
            });
        });
    }

    private FilingPreparation.Prepared prepare(Known known, List<CaseRecord> cases, Instant now) {
        return preparation.prepare(known.filer(), known.person(), cases, known.filing(), known.attempt(), now);
    }

    /** A printed form is one filing: whoever types it in a second time reads what became of it, as far as they may. */
    private static void refuseUsedForm(Records records, Caller caller, Filing filing) {
        filing.reception()
                .flatMap(said -> said.received().form())
                .flatMap(form -> records.cases().ofForm(form))
                .ifPresent(number -> {
                    Map<String, Object> details = new HashMap<>();
                    records.cases().find(caller, number).ifPresent(theirs -> details.put("caseNumber", number.value()));
                    records.cases()
                            .find(Upkeep.READS_ALL, number)
                            .ifPresent(it -> details.put(
                                    "prefecture", it.standing().prefecture().value()));
                    throw new CaseException(ErrorCode.FORM_ALREADY_ENTERED, details);
                });
    }

    private static JournalEntry received(Caller caller, Reception said, Instant now) {
        Optional<Statement> late = said.late().map(Secrets::statement);
        return new JournalEntry(
                now,
                caller.account().value(),
                "received",
                said.received().on()
                        + said.received().form().map(form -> " form " + form).orElse("")
                        + late.map(words -> " statement-sha256:" + Secrets.digest(words))
                                .orElse(""),
                Optional.empty(),
                late);
    }

    private FilingReceipt open(
            Records records,
            Caller caller,
            IdempotencyKey key,
            String digest,
            FilingPreparation.Prepared prepared,
            Practice practice,
            Answers answers,
            Filing filing,
            Instant now) {
        Optional<Statement> reason =
                filing.attempt().flatMap(EarlierAttempt::reason).map(Secrets::statement);
        Optional<Reception> reception = filing.reception();
        FiledRecord filed = prepared.filed();
        prepared.declared().ifPresent(said -> records.people().keep(filed.person(), said));
        CaseRecord fresh = CaseRecordBuilder.builder()
                .number(numbers.caseNumber())
                .version(1)
                .filed(filed)
                .standing(StandingBuilder.builder()
                        .status(CaseStatus.FILED)
                        .prefecture(prepared.prefecture().code())
                        .commune(filed.residence().commune())
                        .facts(prepared.facts())
                        .practice(practice)
                        .formerPrefectures(prepared.reached().map(Prefecture::code).stream()
                                .toList())
                        .build())
                .clocks(prepared.clocks())
                .follows(filing.follows().map(FollowedCase::declared))
                .build();
        records.cases().remember(caller.account(), key, digest, fresh.number());
        JournalEntry line = new JournalEntry(
                now,
                caller.account().value(),
                "filed",
                filed.permit() + " " + filed.channel() + " by rules "
                        + practice.rules().bundle() + " " + practice.rules().version()
                        + filed.attempt().map(EarlierAttempts::trace).orElse("")
                        + Reach.trace(caller)
                        + reason.map(said -> " statement-sha256:" + Secrets.digest(said))
                                .orElse(""),
                Optional.of(filed.edition()),
                reason);
        List<JournalEntry> lines = new ArrayList<>();
        lines.add(line);
        reception.map(said -> received(caller, said, now)).ifPresent(lines::add);
        prepared.reached()
                .map(reached -> new JournalEntry(
                        now,
                        Upkeep.PLATFORM,
                        "re-routed",
                        reached.code() + " to " + prepared.prefecture().code(),
                        Optional.of("CRPA L. 114-2")))
                .ifPresent(lines::add);
        livesThere(records, filed, now);
        Edition edition = upkeep.law().judging(filed.filedOn());
        List<Told> told = new ArrayList<>();
        told.add(NoticeWriter.filed(
                NoticeWriter.name(edition, prepared.prefecture().code()), filed.filedOn()));
        caller.mandate().map(NoticeWriter::mandateUsed).ifPresent(told::add);
        prepared.reached()
                .ifPresent(reached -> told.add(NoticeWriter.reRouted(
                        edition, reached.code(), prepared.prefecture().code(), filed.filedOn())));
        Upkeep.Kept kept = upkeep.open(records, new Upkeep.Deed(fresh, lines, told), answers, now);
        return receipt(records, caller, kept.record(), kept.person(), kept.papers());
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
    private Optional<FilingReceipt> repeated(
            Records records, Caller caller, Asking asking, IdempotencyKey key, String digest) {
        asking.admit(records);
        return RememberedKeys.read(records, caller, key, digest)
                .flatMap(number -> records.cases().find(Upkeep.READS_ALL, number))
                .map(record -> receipt(
                        records,
                        caller,
                        record,
                        records.people()
                                .find(Upkeep.READS_ALL, record.filed().person())
                                .orElseThrow(),
                        records.papers()
                                .ofPerson(Upkeep.READS_ALL, record.filed().person())));
    }

    private FilingReceipt receipt(
            Records records, Caller caller, CaseRecord record, PersonRecord person, List<Attestation> papersOfPerson) {
        List<Attestation> papers = papersOfPerson.stream()
                .filter(paper -> paper.caseNumber().equals(record.number()))
                .toList();
        return new FilingReceipt(files.show(records, caller, record, person), papers);
    }
}
