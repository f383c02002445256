package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Letter;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskPage;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.cases.Moves;
import fr.sejour.core.internal.cases.Occasion;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.internal.notice.LetterWriter;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.people.PersonRules;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Arrivals;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CasePlace;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords.QueueKey;
import fr.sejour.core.port.CaseRecords.TaskKey;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.QueueRow;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Works on cases under the national law. Local rules are asked before the transaction that uses their answer. */
@Component(service = {CaseReview.class, NationalCaseReview.class})
public final class NationalCaseReview implements CaseReview {

    /** Hardly ever more than one: a case does not go from one préfecture to another and on in the meantime. */
    private static final int MOST_TURNS = 3;

    private final Store store;
    private final Upkeep upkeep;
    private final LetterWriter letters;
    private final Practices practices;
    private final Clock clock;
    private final Reach reach;
    private final CaseFiles files;
    private final ActRules rules;
    private final PermitsInHand permits;
    private final Merges merges;
    private final Arrivals arrivals;

    @Activate
    public NationalCaseReview(
            @Reference Store store,
            @Reference Upkeep upkeep,
            @Reference LetterWriter letters,
            @Reference Practices practices,
            @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.letters = letters;
        this.practices = practices;
        this.clock = clock;
        this.reach = new Reach(clock);
        this.files = new CaseFiles(upkeep.law());
        this.rules = new ActRules(upkeep.law());
        this.permits = new PermitsInHand(upkeep.law());
        this.merges = new Merges(upkeep.law());
        this.arrivals = new Arrivals(store, upkeep, practices);
    }

    @Override
    public CaseFile find(Caller caller, CaseNumber number) {
        return store.read(records -> {
            Caller reader = reading(records, caller, number);
            return files.show(records, reader, known(records, reader, number));
        });
    }

    @Override
    public List<CaseFile> ofPerson(Caller caller, PersonId person) {
        return store.read(records -> {
            Caller reader = reach.to(records, caller, person, Permission.READ);
            PersonRecord found = PersonRules.known(records, reader, person);
            return records.cases().ofPerson(reader, person).stream()
                    .map(record -> files.show(records, reader, record, found))
                    .toList();
        });
    }

    @Override
    public QueuePage queue(Caller caller, QueueQuery query) {
        ActRules.refuseThePerson(caller);
        QueueFilter filter = query.filter();
        List<PrefectureCode> prefectures = read(caller, filter.prefecture());
        LocalDate today = today(prefectures);
        filter.permit()
                .filter(permit -> edition(today).permit(permit).isEmpty())
                .ifPresent(permit -> {
                    throw new CaseException(ErrorCode.UNKNOWN_PERMIT, Map.of("permit", permit.value()));
                });
        Optional<QueueKey> after = query.after().map(QueueKeys::read);
        List<QueueRow> rows = store.read(
                records -> records.cases().queue(caller, prefectures, filter, today, after, query.limit() + 1));
        boolean more = rows.size() > query.limit();
        List<QueueRow> page = more ? rows.subList(0, query.limit()) : rows;
        return new QueuePage(
                page.stream().map(NationalCaseReview::row).toList(),
                more ? Optional.of(QueueKeys.write(page.get(page.size() - 1))) : Optional.empty());
    }

    @Override
    public boolean searchesText() {
        return store.read(records -> records.cases().searchesText());
    }

    /** The préfecture named, if it is one of the caller's, else all of theirs; none of them is all for the national services. */
    private static List<PrefectureCode> read(Caller caller, Optional<PrefectureCode> named) {
        List<PrefectureCode> prefectures = named.map(List::of).orElse(List.copyOf(caller.prefectures()));
        if (!prefectures.stream().allMatch(caller::serves)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return prefectures;
    }

    /** The day in the préfecture that is read; over several the national one. */
    private LocalDate today(List<PrefectureCode> prefectures) {
        Optional<PrefectureCode> only =
                Optional.of(prefectures).filter(it -> it.size() == 1).map(it -> it.get(0));
        return upkeep.law().dayAt(only, clock.instant());
    }

    @Override
    public TaskPage tasks(Caller caller, TaskQuery query) {
        ActRules.refuseThePerson(caller);
        List<PrefectureCode> prefectures = read(caller, query.filter().prefecture());
        Optional<TaskKey> after = query.after().map(TaskKeys::read);
        List<Task> tasks = store.read(records -> records.cases()
                .openTasks(caller, prefectures, query.filter(), today(prefectures), after, query.limit() + 1));
        boolean more = tasks.size() > query.limit();
        List<Task> page = more ? tasks.subList(0, query.limit()) : tasks;
        return new TaskPage(page, more ? Optional.of(TaskKeys.write(page.get(page.size() - 1))) : Optional.empty());
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act) {
        return act(caller, number, version, act, records -> {});
    }

    /** @param along what is kept with the act or not at all */
    CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act, Consumer<Records> along) {
        return act(caller, number, version, act, records -> Optional.empty(), along);
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act, IdempotencyKey key) {
        String digest = Secrets.digest("act", number + " " + version + " " + act);
        return act(
                caller,
                number,
                version,
                act,
                records -> repeated(records, acting(records, caller, number, act), key, digest),
                records -> records.cases().remember(caller.account(), key, digest, number));
    }

    /** What the key did before; the case is shown as it stands now. */
    private Optional<CaseFile> repeated(Records records, Caller caller, IdempotencyKey key, String digest) {
        return RememberedKeys.read(records, caller, key, digest)
                .map(number -> files.show(records, caller, known(records, caller, number)));
    }

    private CaseFile act(
            Caller caller,
            CaseNumber number,
            OptionalLong version,
            Act act,
            Function<Records, Optional<CaseFile>> before,
            Consumer<Records> along) {
        for (int turn = 1; turn <= MOST_TURNS; turn++) {
            Optional<CaseFile> done = actUnlessMovedAway(caller, number, version, act, before, along);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new CaseException(ErrorCode.CASE_CHANGED);
    }

    /**
     * Refuses what the act would be refused for, and does nothing. The rules of the préfecture are not asked: what they said last
     * stands for them.
     *
     * @param record of a case that the caller may read
     */
    void foresee(Records records, Caller caller, CaseRecord record, OptionalLong version, Act act) {
        refuseWhenMovedOn(records, caller, record, version);
        Instant now = clock.instant();
        CaseRecord before = act instanceof Act.ReceiveTransfer ? record : arrivals.foreseen(records, record, now);
        refuseWhatCannotBe(records, caller, before, act);
        ActRules.refuseWhatCannotBeRevoked(records, before, act, upkeep.law().at(now), now);
        judge(records, caller, before, before.standing().practice(), act, now);
    }

    /**
     * Empty when the rules of one préfecture were asked and another has the case now, or the person lives elsewhere: their
     * answer is not for it.
     */
    private Optional<CaseFile> actUnlessMovedAway(
            Caller asking,
            CaseNumber number,
            OptionalLong version,
            Act act,
            Function<Records, Optional<CaseFile>> done,
            Consumer<Records> along) {
        CasePlace seen = store.read(records -> records.cases()
                .place(acting(records, asking, number, act), number)
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND)));
        Answers arriving =
                seen.offeredTo().isEmpty() || act instanceof Act.ReceiveTransfer ? Answers.NONE : arrivals.ask(number);
        PrefectureCode asked = inCharge(seen, act);
        CommuneCode home = seen.home();
        PermitCode permit = seen.permit();
        Optional<Practice> answered = practices.resolve(asked, home, permit);
        Optional<Practice> awaited = aim(act).flatMap(to -> practices.resolve(to, home, permit));
        return store.write(records -> {
            records.people().hold(number);
            Caller caller = acting(records, asking, number, act);
            Optional<CaseFile> repeated = done.apply(records);
            if (repeated.isPresent()) {
                return repeated;
            }
            Instant now = clock.instant();
            CaseRecord found = known(records, caller, number);
            refuseWhenMovedOn(records, caller, found, version);
            if (!inCharge(CasePlace.of(found), act).equals(asked)
                    || !found.standing().commune().equals(home)) {
                return Optional.empty();
            }
            CaseRecord before = act instanceof Act.ReceiveTransfer
                    ? found
                    : arrivals.arrived(records, caller, found, arriving, now);
            refuseWhatCannotBe(records, caller, before, act);
            Optional<Practice> spoken =
                    answered.filter(it -> inCharge(CasePlace.of(before), act).equals(asked));
            Practice practice = spoken.orElse(before.standing().practice());
            Judged judged = judge(records, caller, before, practice, act, now);
            PersonRecord person = judged.person();
            Occasion occasion = judged.occasion();
            ActRules.refuseWhatCannotBeRevoked(
                    records, before, act, upkeep.law().at(now), now);
            along.accept(records);
            Standing moved = judged.after().record().standing();
            CaseRecord decided = judged.after()
                    .record()
                    .withStanding(spoken.map(moved::withPractice).orElse(moved));
            permits.follow(records, before, decided, act, now);
            List<Act> acts = Revocation.withWhatFollows(records, before, act, now);
            Revocation.of(acts)
                    .forEach(paper -> records.papers().end(paper, new Attestation.End(now, Attestation.REVOKED)));
            CaseRecord changed = OtherCases.follow(records, caller, before, decided, occasion.other(), act, now);
            List<JournalEntry> lines = new ArrayList<>();
            for (Act each : acts) {
                lines.add(ActTraces.line(caller, each, occasion.edition(), now));
                LetterWriter.kind(each)
                        .map(kind -> ActTraces.letter(
                                caller,
                                kind,
                                letters.write(kind, each, changed, person, occasion.law(), occasion.today()),
                                occasion.edition(),
                                now))
                        .ifPresent(lines::add);
            }
            List<Told> told = Stream.concat(
                            acts.stream()
                                    .flatMap(each ->
                                            ActTraces.told(changed, upkeep.law(), each, practice, occasion).stream()),
                            Stream.concat(
                                    moved(edition(occasion.today()), before, changed, awaited).stream(),
                                    caller.mandate().map(NoticeWriter::mandateUsed).stream()))
                    .toList();
            Upkeep.Kept kept = upkeep.keep(records, new Upkeep.Deed(changed, lines, told), now);
            return Optional.of(files.show(records, caller, kept.record(), kept.person()));
        });
    }

    private static void refuseWhatCannotBe(Records records, Caller caller, CaseRecord before, Act act) {
        ActRules.refuseWhenEntitledToNothing(caller, before, act.kind());
        ActRules.refuseWhenOfferedOtherwise(records, before, act);
        ActRules.refuseWhoCannotHaveIt(records, before, act);
        Links.refuseWhatContradicts(records, caller, before, act);
    }

    /** An act that the state of the case knows and nothing contradicts. */
    private record Judged(PersonRecord person, Occasion occasion, PermitCase after) {}

    private Judged judge(Records records, Caller caller, CaseRecord before, Practice practice, Act act, Instant now) {
        Optional<CaseRecord> other = OtherCases.of(records, before, act);
        Occasion occasion = occasion(caller, before, practice, other, now);
        Moves moves = files.moves();
        PermitCase state = PermitCase.of(before);
        if (!moves.from(state).contains(act.kind())) {
            throw files.notAllowed(records, caller, before, LastActs.told(records, caller, before));
        }
        OtherCases.refuseWhatContradicts(caller, before, other, act);
        PermitCase after = moves.after(state, act, occasion).orElseThrow();
        PersonRecord person =
                records.people().find(Upkeep.READS_ALL, before.filed().person()).orElseThrow();
        rules.refuseWhatContradicts(caller, before, person, act, occasion);
        if (act instanceof Act.Absorb) {
            merges.refuseWhatTakesAway(before, occasion.other().orElseThrow(), after.record(), person);
        }
        return new Judged(person, occasion, after);
    }

    @Override
    public CaseLinks links(Caller caller, CaseNumber number) {
        return store.read(records -> {
            Caller reader = reading(records, caller, number);
            return Links.of(records, reader, known(records, reader, number));
        });
    }

    @Override
    public List<Letter> letters(Caller caller, CaseNumber number) {
        return journal(caller, number).stream()
                .filter(line -> line.what().equals(ActTraces.LETTER))
                .flatMap(line ->
                        line
                                .statement()
                                .map(text -> new Letter(line.detail().split(" ", 2)[0], line.at(), text))
                                .stream())
                .toList();
    }

    @Override
    public List<JournalLine> journal(Caller caller, CaseNumber number) {
        return store.read(records -> {
            Caller reader = reading(records, caller, number);
            known(records, reader, number);
            return records.cases().journal(number).stream()
                    .map(line -> Links.shown(reader, line))
                    .toList();
        });
    }

    private static Optional<PrefectureCode> aim(Act act) {
        if (act instanceof Act.OfferTransfer offer) {
            return Optional.of(offer.to());
        }
        return act instanceof Act.ReaimTransfer offer ? Optional.of(offer.to()) : Optional.empty();
    }

    /** What a transfer changes for the person: who is in charge, and where and how they are served. */
    private static Optional<Told> moved(
            Edition edition, CaseRecord before, CaseRecord after, Optional<Practice> awaited) {
        PrefectureCode sender = before.standing().prefecture();
        Standing standing = after.standing();
        if (!standing.prefecture().equals(sender)) {
            return Optional.of(
                    NoticeWriter.transferCompleted(edition, sender, standing.prefecture(), standing.practice()));
        }
        return standing.transfer()
                .filter(offer -> !Optional.of(offer).equals(before.standing().transfer()))
                .map(offer -> NoticeWriter.transferOffered(edition, sender, offer.to(), offer.completesOn(), awaited));
    }

    /** Whose rules speak for the case once the act is done. */
    private static PrefectureCode inCharge(CasePlace place, Act act) {
        return act instanceof Act.ReceiveTransfer ? place.offeredTo().orElse(place.prefecture()) : place.prefecture();
    }

    private Caller reading(Records records, Caller caller, CaseNumber number) {
        return reach.to(records, caller, number, Permission.READ);
    }

    /** A mandate lets nobody do any other act than answer a request for pieces. */
    private Caller acting(Records records, Caller caller, CaseNumber number, Act act) {
        return act instanceof Act.Answer ? reach.to(records, caller, number, Permission.COMPLETE) : caller;
    }

    private static CaseRecord known(Records records, Caller caller, CaseNumber number) {
        return records.cases().find(caller, number).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    private static void refuseWhenMovedOn(Records records, Caller caller, CaseRecord record, OptionalLong version) {
        if (version.isPresent() && version.getAsLong() != record.version()) {
            Map<String, Object> details = new HashMap<>(LastActs.told(records, caller, record));
            details.put("version", record.version());
            throw new CaseException(ErrorCode.CASE_CHANGED, details);
        }
    }

    private Occasion occasion(
            Caller caller, CaseRecord record, Practice practice, Optional<CaseRecord> other, Instant now) {
        LocalDate today = upkeep.law().dayAt(Optional.of(record.standing().prefecture()), now);
        Edition edition = edition(today);
        return new Occasion(caller.account(), now, today, edition, practice, other);
    }

    private Edition edition(LocalDate day) {
        return upkeep.law().inForce(day);
    }

    private static QueuePage.Row row(QueueRow row) {
        return new QueuePage.Row(
                row.number(),
                row.status(),
                row.permit(),
                row.familyName(),
                row.givenNames(),
                row.prefecture(),
                row.filedOn(),
                row.complete(),
                row.rightEndsOn(),
                row.employed(),
                row.priority(),
                row.next());
    }
}
