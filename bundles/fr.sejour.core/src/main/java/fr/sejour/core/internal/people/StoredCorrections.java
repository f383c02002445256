package fr.sejour.core.internal.people;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.CorrectionDesk;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.correction.ProofReading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.pieces.FileIntake;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.WrappedKey;
import fr.sejour.law.Edition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps corrections as work of the préfecture that knows the person, and does what an approved one makes due. */
@Component
public final class StoredCorrections implements CorrectionDesk {

    /** What the journal calls the line of an agent who read the proof of a correction. */
    public static final String PROOF_READ = "correction-proof-read";

    private static final int LONGEST_LIST = 200;

    private final Store store;
    private final Upkeep upkeep;
    private final Telling telling;
    private final CorrectedPapers papers;
    private final PieceVault vault;
    private final FileIntake intake;
    private final Clock clock;
    private final Numbers numbers = new Numbers();

    @Activate
    public StoredCorrections(
            @Reference Store store,
            @Reference Upkeep upkeep,
            @Reference NoticeWriter notices,
            @Reference PieceVault vault,
            @Reference FileIntake intake,
            @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.telling = new Telling(notices, upkeep.law());
        this.papers = new CorrectedPapers(telling, upkeep.law());
        this.vault = vault;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public Correction propose(Caller caller, PersonId person, NewCorrection said) {
        Optional<FileIntake.Taken> taken = said.proof().map(file -> {
            store.read(records -> proposing(records, caller, person, said.proposed()));
            return intake.take(person, file);
        });
        return escalated(store.write(records -> {
            records.people().hold(person);
            PersonRecord found = proposing(records, caller, person, said.proposed());
            Instant now = clock.instant();
            Optional<PrefectureCode> owner = owner(records, person);
            Correction fresh = new Correction(
                    numbers.correctionNumber(),
                    person,
                    now,
                    found.civilStatus(),
                    said.proposed(),
                    register(records, found),
                    taken.map(file -> kept(records, person, file)),
                    owner,
                    edition(now).clocks().correctionAnswered(today(owner, now)),
                    Task.Escalation.TEAM,
                    Correction.State.PROPOSED,
                    List.of(new Correction.Step(
                            1, now, caller.account(), Correction.State.PROPOSED, Optional.of(said.words()))));
            records.corrections().add(fresh);
            note(records, person, caller, "correction-proposed", fresh.number(), now);
            upkeep.tick(records, person, now);
            return fresh;
        }));
    }

    /** The person, when that may be proposed of them now. */
    private PersonRecord proposing(Records records, Caller caller, PersonId person, CivilStatus proposed) {
        PersonRecord found = PersonRules.known(records, caller, person);
        PersonRules.refuseWhoOnlyReads(records, caller, found);
        refuseASecond(records, person);
        if (proposed.equals(found.civilStatus())) {
            throw contradictory("proposed");
        }
        // wherever on earth they are, nobody is born after the latest day that has begun anywhere
        if (proposed.birthDate().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX))) {
            throw contradictory("birthDate");
        }
        return found;
    }

    private Proof kept(Records records, PersonId person, FileIntake.Taken taken) {
        EvidenceRecord file = intake.keep(records, person, taken);
        return new Proof(file.id(), file.mediaType(), file.size(), file.scan());
    }

    private static void refuseASecond(Records records, PersonId person) {
        records.corrections().waiting(person).ifPresent(open -> {
            throw new CaseException(
                    ErrorCode.CORRECTION_OPEN,
                    Map.of("correction", open.number().value()));
        });
    }

    /** The préfecture of the open case filed last, else of the last one; nobody but the national services without any. */
    private static Optional<PrefectureCode> owner(Records records, PersonId person) {
        List<CaseRecord> cases = records.cases().ofPerson(Upkeep.READS_ALL, person);
        return cases.stream()
                .filter(record -> record.standing().status().isOpen())
                .findFirst()
                .or(() -> cases.stream().findFirst())
                .map(record -> record.standing().prefecture());
    }

    private static Optional<CivilStatus> register(Records records, PersonRecord person) {
        return person.foreignerNumber().flatMap(records.register()::find).map(RegisterEntry::civilStatus);
    }

    @Override
    public Correction find(Caller caller, CorrectionNumber number) {
        return escalated(store.read(records -> asItIs(records, known(records, caller, number))));
    }

    /** The register may say something else since: who judges an open one has to see it. */
    private static Correction asItIs(Records records, Correction correction) {
        if (correction.state() != Correction.State.PROPOSED) {
            return correction;
        }
        PersonRecord person =
                records.people().find(Upkeep.READS_ALL, correction.person()).orElseThrow();
        return changed(
                correction, register(records, person), correction.proof(), correction.state(), correction.steps());
    }

    @Override
    public Correction giveProof(Caller caller, CorrectionNumber number, SentFile file) {
        PersonId person = store.read(records -> proving(records, caller, number).person());
        FileIntake.Taken taken = intake.take(person, file);
        return escalated(store.write(records -> {
            records.corrections().hold(number);
            Correction open = asItIs(records, proving(records, caller, number));
            Correction after = changed(
                    open, open.register(), Optional.of(kept(records, person, taken)), open.state(), open.steps());
            records.corrections().change(after);
            return after;
        }));
    }

    private static Correction proving(Records records, Caller caller, CorrectionNumber number) {
        Correction open = known(records, caller, number);
        PersonRules.refuseWhoOnlyReads(records, caller, PersonRules.known(records, caller, open.person()));
        refuseSettled(records, caller, open);
        return open;
    }

    /** Whoever comes too late is told who settled it, and how. */
    private static void refuseSettled(Records records, Caller caller, Correction correction) {
        if (correction.state() != Correction.State.PROPOSED) {
            Correction.Step last = correction.steps().get(correction.steps().size() - 1);
            Map<String, Object> told =
                    new HashMap<>(Doer.told(records, caller, last.by().value(), last.at()));
            told.put("state", correction.state().name().toLowerCase(Locale.ROOT));
            throw new CaseException(ErrorCode.CORRECTION_SETTLED, told);
        }
    }

    @Override
    public ProofReading readProof(Caller caller, CorrectionNumber number) {
        if (!caller.isStaff()) {
            return open(store.read(records -> opened(records, caller, known(records, caller, number))));
        }
        return open(store.write(records -> {
            records.corrections().hold(number);
            Correction read = known(records, caller, number);
            Opened proof = opened(records, caller, read);
            note(records, read.person(), caller, PROOF_READ, number, clock.instant());
            return proof;
        }));
    }

    private record Opened(CorrectionNumber number, EvidenceRecord file, WrappedKey key) {}

    private static Opened opened(Records records, Caller caller, Correction read) {
        EvidenceRecord file = read.proof()
                .flatMap(proof -> records.evidence().find(proof.file()))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        if (file.scan() == ScanState.INFECTED) {
            throw new CaseException(ErrorCode.FILE_INFECTED);
        }
        if (file.scan() == ScanState.WAITING && caller.isStaff()) {
            throw new CaseException(ErrorCode.PIECE_NOT_SCANNED);
        }
        WrappedKey key =
                records.evidence().key(read.person()).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        return new Opened(read.number(), file, key);
    }

    private ProofReading open(Opened proof) {
        return new ProofReading(
                proof.number(),
                proof.file().mediaType(),
                proof.file().size(),
                vault.open(proof.file().name(), proof.key()));
    }

    @Override
    public List<Correction> ofPerson(Caller caller, PersonId person) {
        return store
                .read(records -> {
                    PersonRules.known(records, caller, person);
                    return records.corrections().ofPerson(person, LONGEST_LIST);
                })
                .stream()
                .map(this::escalated)
                .toList();
    }

    @Override
    public List<Correction> list(Caller caller) {
        return store
                .read(records -> caller.person()
                        .map(person -> records.corrections().ofPerson(person, LONGEST_LIST))
                        .orElseGet(() -> records.corrections().toAnswer(caller, LONGEST_LIST)))
                .stream()
                .map(this::escalated)
                .toList();
    }

    @Override
    public Correction act(Caller caller, CorrectionNumber number, CorrectionAct act) {
        return escalated(store.write(records -> {
            records.corrections().hold(number);
            Correction correction = known(records, caller, number);
            PersonRecord person =
                    records.people().find(Upkeep.READS_ALL, correction.person()).orElseThrow();
            refuseOthers(records, caller, person, correction, act);
            refuseSettled(records, caller, correction);
            Instant now = clock.instant();
            Correction judged = asItIs(records, correction);
            Correction after = done(records, caller, person, judged, act, now);
            records.corrections().change(after);
            upkeep.tick(records, person.id(), now);
            return after;
        }));
    }

    private static void refuseOthers(
            Records records, Caller caller, PersonRecord person, Correction correction, CorrectionAct act) {
        PersonRules.refuseWhoOnlyReads(records, caller, person);
        boolean judges = !(act instanceof CorrectionAct.Withdraw);
        boolean theirs = correction.steps().get(0).by().equals(caller.account());
        if (judges && (!caller.isStaff() || theirs)) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private Correction done(
            Records records, Caller caller, PersonRecord person, Correction open, CorrectionAct act, Instant now) {
        if (act instanceof CorrectionAct.Approve approval) {
            approve(records, caller, person, open, approval, now);
            return stepped(open, caller, Correction.State.APPROVED, approval.words(), now);
        }
        if (act instanceof CorrectionAct.Refuse refusal) {
            note(records, person.id(), caller, "correction-refused", open.number(), now);
            telling.tell(records, person, NoticeWriter.correctionRefused(refusal.reason()), now);
            return stepped(open, caller, Correction.State.REFUSED, Optional.of(refusal.reason()), now);
        }
        note(records, person.id(), caller, "correction-withdrawn", open.number(), now);
        return stepped(open, caller, Correction.State.WITHDRAWN, Optional.empty(), now);
    }

    private void approve(
            Records records,
            Caller caller,
            PersonRecord person,
            Correction open,
            CorrectionAct.Approve approval,
            Instant now) {
        if (!person.civilStatus().equals(open.before())) {
            throw new CaseException(ErrorCode.CORRECTION_SETTLED, changedMeanwhile(records, caller, person.id()));
        }
        if (open.restsOnWhatIsSaid() && approval.words().isEmpty()) {
            throw contradictory("words");
        }
        FactLevel level = open.register().equals(Optional.of(open.proposed())) ? FactLevel.VERIFIED : FactLevel.SEEN;
        PersonRecord corrected = person.withCivilStatus(open.proposed(), level);
        records.people().change(corrected);
        // a decision that was being written rests on who the person was: its author is told that the case has changed
        note(records, person.id(), caller, "civil-status-corrected", open.number(), now);
        records.cases().ofPerson(Upkeep.READS_ALL, person.id()).stream()
                .filter(record -> record.standing().status().isOpen())
                .forEach(records.cases()::change);
        int replaced = papers.replace(records, person.civilStatus(), corrected, now);
        telling.tell(records, corrected, NoticeWriter.correctionApproved(replaced), now);
    }

    /** What is known of who changed the civil status: while a correction waits, nobody but the register does. */
    private static Map<String, Object> changedMeanwhile(Records records, Caller caller, PersonId person) {
        Map<String, Object> told = new HashMap<>();
        told.put("state", "person-changed");
        records.cases().ofPerson(Upkeep.READS_ALL, person).stream()
                .flatMap(record -> records.cases().journal(record.number()).stream())
                .filter(line -> line.what().equals(RegisterNews.CIVIL_STATUS_KNOWN))
                .max(Comparator.comparing(JournalLine::at))
                .ifPresent(line -> {
                    told.putAll(Doer.told(records, caller, line.actor(), line.at()));
                    told.put("lastAct", line.what());
                });
        return told;
    }

    /** Every open case says that something happened to its person; who and what stands in the correction alone. */
    private static void note(
            Records records, PersonId person, Caller caller, String what, CorrectionNumber number, Instant now) {
        PersonRules.note(
                records,
                person,
                new JournalEntry(now, caller.account().value(), what, number.value(), Optional.empty()));
    }

    private static Correction known(Records records, Caller caller, CorrectionNumber number) {
        return records.corrections().find(caller, number).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    private static CaseException contradictory(String field) {
        return new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", field));
    }

    private static Correction stepped(
            Correction open, Caller by, Correction.State state, Optional<String> words, Instant now) {
        List<Correction.Step> steps = new ArrayList<>(open.steps());
        steps.add(new Correction.Step(steps.size() + 1L, now, by.account(), state, words));
        return changed(open, open.register(), open.proof(), state, steps);
    }

    private static Correction changed(
            Correction correction,
            Optional<CivilStatus> register,
            Optional<Proof> proof,
            Correction.State state,
            List<Correction.Step> steps) {
        return new Correction(
                correction.number(),
                correction.person(),
                correction.at(),
                correction.before(),
                correction.proposed(),
                register,
                proof,
                correction.owner(),
                correction.dueOn(),
                correction.escalation(),
                state,
                steps);
    }

    /** Late like a task: the chief is told on the day after, the national services two working days later. */
    private Correction escalated(Correction correction) {
        Instant now = clock.instant();
        LocalDate today = today(correction.owner(), now);
        LocalDate national = edition(now).clocks().workingDaysAfter(correction.dueOn(), 2);
        Task.Escalation level = correction.state() != Correction.State.PROPOSED || !today.isAfter(correction.dueOn())
                ? Task.Escalation.TEAM
                : today.isAfter(national) ? Task.Escalation.NATIONAL : Task.Escalation.CHIEF;
        return correction.escalated(level);
    }

    private Edition edition(Instant now) {
        return upkeep.law().at(now);
    }

    private LocalDate today(Optional<PrefectureCode> owner, Instant now) {
        return edition(now).dayAt(owner, now);
    }
}
