package fr.sejour.web.preview;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Letter;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskPage;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.FeeLine;
import fr.sejour.api.catalogue.FeeQuote;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Cases in telling situations, and what was done to them. */
public final class SampleCases implements CaseReview, FilingDesk {

    public static final CaseNumber REVIEWED = new CaseNumber("0380000000000000017");
    public static final CaseNumber AWAITING = new CaseNumber("0380000000000000025");
    public static final CaseNumber READY = new CaseNumber("0380000000000000033");
    public static final CaseNumber REFUSED = new CaseNumber("0380000000000000041");
    public static final CaseNumber FRESH = new CaseNumber("0380000000000000058");

    /** What was asked of the queue last. */
    public final AtomicReference<QueueQuery> asked = new AtomicReference<>();

    private static final ServicePoint GRENOBLE = new ServicePoint(
            "grenoble",
            "Préfecture de l'Isère, accueil des étrangers",
            "12 place de Verdun, 38000 Grenoble",
            List.of("du lundi au vendredi, 9 h – 12 h", "mercredi, 13 h 30 – 16 h"));

    private final Platform platform;
    private final Map<CaseNumber, CaseFile> files = new LinkedHashMap<>();
    private final Map<IdempotencyKey, FilingReceipt> receipts = new HashMap<>();
    private final List<Act> done = new ArrayList<>();
    private final List<Filing> filings = new ArrayList<>();
    private PrefectureCode inCharge = Platform.ISERE;
    private int rows = 4;
    private boolean searchesText = true;
    private int tasks;
    private Reading<Timeliness> timeliness = Reading.settled(Timeliness.IN_TIME);
    private List<String> warnings = List.of();

    SampleCases(Platform platform) {
        this.platform = platform;
        put(
                REVIEWED,
                CaseStatus.UNDER_REVIEW,
                "etudiant",
                EnumSet.of(
                        ActKind.ASK_FOR_PIECES,
                        ActKind.REFUSE_PIECE,
                        ActKind.WAIVE_PIECE,
                        ActKind.SEE_FACTS,
                        ActKind.GRANT,
                        ActKind.REFUSE,
                        ActKind.WITHDRAW,
                        ActKind.OFFER_TRANSFER,
                        ActKind.CLOSE_AS_MOOT));
        put(
                AWAITING,
                CaseStatus.AWAITING_PIECES,
                "salarie",
                EnumSet.of(ActKind.ANSWER, ActKind.REFUSE_REGISTRATION, ActKind.WITHDRAW, ActKind.REFUSE_PIECE));
        put(READY, CaseStatus.CARD_READY, "vpf_conjoint_francais", EnumSet.of(ActKind.HAND_OVER, ActKind.NOTIFY));
        put(REFUSED, CaseStatus.REFUSED, "visiteur", EnumSet.of(ActKind.NOTIFY, ActKind.REOPEN));
        put(
                FRESH,
                CaseStatus.FILED,
                "talent_chercheur",
                EnumSet.of(
                        ActKind.TAKE_UP,
                        ActKind.ORDER_CARD,
                        ActKind.CARD_READY,
                        ActKind.DELIVER,
                        ActKind.RECEIVE_TRANSFER));
    }

    /** What was done, in order. */
    public List<Act> done() {
        return done;
    }

    public List<Filing> filed() {
        return filings;
    }

    /** From now on filings are assessed so. */
    public void assessAs(Reading<Timeliness> moment, List<String> codes) {
        this.timeliness = moment;
        this.warnings = codes;
    }

    /** The database is one that does not search words. */
    public void searchNoText() {
        searchesText = false;
    }

    /** How many rows the queue has. */
    public void fill(int count) {
        this.rows = count;
    }

    /** From now on that préfecture is in charge of every case. */
    public void takenOverBy(PrefectureCode prefecture) {
        this.inCharge = prefecture;
        files.replaceAll((number, file) -> file(number, file.version(), file.status(), file.permit(), file.acts()));
    }

    /** Somebody else changes the case: its version moves on. */
    public void change(CaseNumber number, CaseStatus status, Set<ActKind> acts) {
        CaseFile file = files.get(number);
        files.put(number, file(number, file.version() + 1, status, file.permit(), acts));
    }

    /** How many tasks the teams owe. */
    public void owe(int count) {
        this.tasks = count;
    }

    @Override
    public CaseFile find(Caller caller, CaseNumber number) {
        CaseFile file = files.get(number);
        if (file == null) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return file;
    }

    @Override
    public List<CaseFile> ofPerson(Caller caller, PersonId person) {
        return List.copyOf(files.values());
    }

    @Override
    public boolean searchesText() {
        return searchesText;
    }

    @Override
    public QueuePage queue(Caller caller, QueueQuery query) {
        if (caller.role() == Role.APPLICANT) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        asked.set(query);
        if (query.after().filter(key -> !key.equals("50")).isPresent()) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT);
        }
        var name = platform.profiles.get(Platform.PERSON).civilStatus();
        List<CaseNumber> numbers = List.of(REVIEWED, AWAITING, READY, FRESH);
        List<QueuePage.Row> page = new ArrayList<>();
        for (int i = 0; i < Math.min(rows, query.limit()); i++) {
            CaseFile file = files.get(numbers.get(i % numbers.size()));
            page.add(new QueuePage.Row(
                    file.number(),
                    file.status(),
                    file.permit(),
                    name.familyName(),
                    name.givenNames(),
                    file.prefecture(),
                    file.filedOn(),
                    file.complete(),
                    i % 3 == 2 ? Optional.empty() : Optional.of(Platform.TODAY.plusDays(i * 9L - 3)),
                    i % 3 == 1,
                    i % 3 == 1 ? 5 : 0,
                    new NextAct(
                            file.next().orElseThrow().who(),
                            file.next().orElseThrow().what(),
                            Platform.TODAY.plusDays(i * 6L - 2),
                            Optional.of("38"))));
        }
        return new QueuePage(page, rows > query.limit() ? Optional.of("50") : Optional.empty());
    }

    @Override
    public TaskPage tasks(Caller caller, TaskQuery query) {
        if (tasks > query.limit()) {
            return new TaskPage(Collections.nCopies(query.limit(), sampleTasks().get(0)), Optional.of("k1"));
        }
        return new TaskPage(sampleTasks(), Optional.empty());
    }

    private static List<Task> sampleTasks() {
        return List.of(
                new Task(
                        "t-1",
                        AWAITING,
                        Task.Kind.PREVENT_GAP,
                        Optional.of(Platform.ISERE),
                        Platform.TODAY.minusDays(1),
                        Task.Escalation.CHIEF,
                        Optional.empty()),
                new Task(
                        "t-2",
                        REVIEWED,
                        Task.Kind.SEE_FACTS,
                        Optional.of(Platform.ISERE),
                        Platform.TODAY.plusDays(2),
                        Task.Escalation.TEAM,
                        Optional.empty()),
                new Task(
                        "t-3",
                        REVIEWED,
                        Task.Kind.SETTLE_LAW,
                        Optional.empty(),
                        Platform.TODAY.plusDays(20),
                        Task.Escalation.NATIONAL,
                        Optional.of("Does R. 431-15-2 apply in the overseas départements?")));
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act) {
        CaseFile file = find(caller, number);
        if (version.isPresent() && version.getAsLong() != file.version()) {
            throw new CaseException(ErrorCode.CASE_CHANGED, Map.of("version", file.version()));
        }
        if (!file.acts().contains(act.kind())) {
            throw new CaseException(ErrorCode.ACT_NOT_ALLOWED);
        }
        done.add(act);
        return file;
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act, IdempotencyKey key) {
        return act(caller, number, version, act);
    }

    @Override
    public CaseLinks links(Caller caller, CaseNumber number) {
        return new CaseLinks(Optional.empty(), List.of());
    }

    @Override
    public List<Letter> letters(Caller caller, CaseNumber number) {
        return List.of();
    }

    @Override
    public List<JournalLine> journal(Caller caller, CaseNumber number) {
        return List.of(
                new JournalLine(
                        1,
                        Platform.NOW.minusSeconds(8_640_000),
                        "a-1",
                        "filed",
                        "ONLINE",
                        Optional.of("2026-05-01"),
                        "9f".repeat(32),
                        Optional.empty()),
                new JournalLine(
                        2,
                        Platform.NOW.minusSeconds(1_700_000),
                        "platform",
                        "paper-issued",
                        "SJ-7F3K-9QWX-2MBT",
                        Optional.of("2026-05-01"),
                        "3c".repeat(32),
                        Optional.empty()),
                new JournalLine(
                        3,
                        Platform.NOW.minusSeconds(900_000),
                        "a-2",
                        "ask-for-pieces",
                        "[domicile] by 2026-12-01 statement-sha256:" + "5e".repeat(32),
                        Optional.of("2026-05-01"),
                        "7a".repeat(32),
                        Optional.of("Le justificatif a plus de six mois.")));
    }

    @Override
    public Assessment assess(Caller caller, Filing filing) {
        if (filing.residence().commune().equals(new CommuneCode("38999"))) {
            throw new CaseException(ErrorCode.UNKNOWN_COMMUNE);
        }
        if (filing.permit().value().equals("salarie")) {
            throw new CaseException(ErrorCode.FILED_AT_THE_PREFECTURE, Map.of("prefecture", "38"));
        }
        if (filing.entryDate().filter(day -> day.isAfter(Platform.TODAY)).isPresent()) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "entryDate"));
        }
        return assessment(filing.permit());
    }

    @Override
    public FilingReceipt file(Caller caller, IdempotencyKey key, Filing filing) {
        assess(caller, filing);
        return receipts.computeIfAbsent(key, fresh -> {
            filings.add(filing);
            return new FilingReceipt(files.get(REVIEWED), platform.issued);
        });
    }

    private void put(CaseNumber number, CaseStatus status, String permit, Set<ActKind> acts) {
        files.put(number, file(number, 3, status, new PermitCode(permit), acts));
    }

    private CaseFile file(CaseNumber number, long version, CaseStatus status, PermitCode permit, Set<ActKind> acts) {
        boolean ready = status == CaseStatus.CARD_READY;
        boolean refused = status == CaseStatus.REFUSED;
        boolean awaiting = status == CaseStatus.AWAITING_PIECES;
        Assessment assessment = assessment(permit);
        LocalDate filedOn = LocalDate.of(2026, 8, 14);
        return new CaseFile(
                number,
                version,
                status,
                Platform.PERSON,
                permit,
                Optional.of(new Article("L. 422-1")),
                FilingChannel.ONLINE,
                inCharge,
                number.equals(READY) ? List.of(new PrefectureCode("69")) : List.of(),
                number.equals(FRESH)
                        ? Optional.of(new CaseFile.PendingTransfer(
                                new PrefectureCode("75"), LocalDate.of(2026, 11, 27), "Déménagement à Paris"))
                        : Optional.empty(),
                Instant.parse("2026-08-14T10:12:00Z"),
                filedOn,
                Optional.empty(),
                assessment,
                Optional.of(platform.people
                        .find(Caller.national(new fr.sejour.api.access.AccountId("n")), Platform.PERSON)
                        .heldPermits()
                        .get(0)
                        .permit()),
                status == CaseStatus.UNDER_REVIEW ? FactLevel.DECLARED : FactLevel.VERIFIED,
                !awaiting,
                pieces(assessment, awaiting),
                List.of(new ClockFile(
                        "silence",
                        filedOn,
                        Optional.of(LocalDate.of(2026, 12, 14)),
                        awaiting ? ClockFile.State.STOPPED : ClockFile.State.RUNNING,
                        "silence-refuses",
                        List.of(new Article("R. 432-2")),
                        Optional.empty())),
                status == CaseStatus.UNDER_REVIEW ? List.of(sampleTasks().get(1)) : List.of(),
                ready
                        ? Optional.of(new DecisionFile(
                                Outcome.GRANTED,
                                LocalDate.of(2026, 10, 3),
                                Optional.empty(),
                                Optional.of("arrêté 38-2026-11-02"),
                                Optional.of(LocalDate.of(2026, 11, 2)),
                                Optional.of(LocalDate.of(2027, 11, 1)),
                                Optional.empty(),
                                "2026-05-01"))
                        : refused
                                ? Optional.of(new DecisionFile(
                                        Outcome.REFUSED,
                                        LocalDate.of(2026, 11, 3),
                                        Optional.of("Les ressources ne sont pas justifiées (L. 426-20).\n"
                                                + "Aucun relevé postérieur à mars 2026 n'est produit."),
                                        Optional.of("arrêté 38-2026-11-02"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new DecisionFile.NotificationFile(
                                                "registered-letter", LocalDate.of(2026, 11, 6), "RK 12 345 678 9 FR")),
                                        "2026-05-01"))
                                : Optional.empty(),
                ready
                        ? Optional.of(new CollectionFile(
                                Optional.of("FRA1234567"),
                                Optional.of(LocalDate.of(2026, 11, 18)),
                                Optional.empty(),
                                CollectionMode.WALK_IN,
                                Optional.of(GRENOBLE),
                                Optional.empty()))
                        : Optional.empty(),
                List.of(),
                List.of(),
                refused ? Optional.empty() : Optional.of(next(status)),
                refused || ready
                        ? Optional.empty()
                        : Optional.of(new LocalDelay(
                                212, Optional.of(new LocalDelay.Spread(74, 131)), Optional.of(Platform.TODAY))),
                acts,
                new Practice(
                        Optional.of(GRENOBLE),
                        CollectionMode.WALK_IN,
                        0,
                        new RulesOrigin("fr.sejour.rules.isere", "1.0.0")));
    }

    private static NextAct next(CaseStatus status) {
        return switch (status) {
            case AWAITING_PIECES ->
                new NextAct(NextAct.Who.PERSON, "answer-pieces", LocalDate.of(2026, 11, 27), Optional.empty());
            case CARD_READY ->
                new NextAct(NextAct.Who.PERSON, "collect-card", LocalDate.of(2027, 2, 18), Optional.empty());
            case FILED -> new NextAct(NextAct.Who.PREFECTURE, "take-up", LocalDate.of(2026, 11, 20), Optional.of("38"));
            default -> new NextAct(NextAct.Who.PREFECTURE, "decide", LocalDate.of(2026, 12, 14), Optional.of("38"));
        };
    }

    private Assessment assessment(PermitCode permit) {
        PermitEntry entry = platform.catalogue.permits(Platform.TODAY).stream()
                .filter(it -> it.code().equals(permit))
                .findFirst()
                .orElseThrow(() -> new CaseException(ErrorCode.UNKNOWN_PERMIT));
        return new Assessment(
                platform.catalogue.edition(Platform.TODAY),
                Nature.RENEWAL,
                timeliness,
                Optional.of(LocalDate.of(2026, 7, 4)),
                Optional.of(LocalDate.of(2026, 9, 2)),
                entry.renewalPieces(),
                Reading.settled(new FeeQuote(
                        Platform.TODAY,
                        List.of(
                                new FeeLine(FeeLine.Item.TAX, 50, new Article("L. 436-1")),
                                new FeeLine(FeeLine.Item.STAMP_DUTY, 50, new Article("L. 436-7"))))),
                warnings);
    }

    private static List<PieceFile> pieces(Assessment assessment, boolean awaiting) {
        List<PieceFile> pieces = new ArrayList<>();
        int position = 0;
        for (PieceRequirement requirement : assessment.pieces()) {
            boolean refused = awaiting && position == 1;
            boolean missing = (awaiting && position == 2)
                    || requirement.phase() == PieceRequirement.Phase.COLLECTION
                    || position == 4;
            pieces.add(new PieceFile(
                    requirement.type(),
                    refused ? PieceFile.State.REFUSED : missing ? PieceFile.State.MISSING : PieceFile.State.GIVEN,
                    requirement.phase() == PieceRequirement.Phase.COLLECTION
                            ? PieceFile.Need.AT_HAND_OVER
                            : PieceFile.Need.WANTED,
                    requirement.blocking(),
                    requirement.blockingBasis(),
                    missing
                            ? Optional.empty()
                            : Optional.of(new PieceFile.Given(
                                    1,
                                    "application/pdf",
                                    184_320L,
                                    Instant.parse("2026-08-14T10:20:00Z"),
                                    ScanState.CLEAN)),
                    refused
                            ? Optional.of(new PieceFinding(
                                    new AccountId("agent-38"),
                                    Instant.parse("2026-08-20T10:20:00Z"),
                                    "La page des visas est illisible.",
                                    Optional.empty(),
                                    false))
                            : Optional.empty()));
            position++;
        }
        return pieces;
    }
}
