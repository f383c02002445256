package fr.sejour.core.internal;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.operation.DeadlinePass;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.desk.BulkRunner;
import fr.sejour.core.internal.desk.NationalCaseReview;
import fr.sejour.core.internal.desk.NationalEntryDesk;
import fr.sejour.core.internal.desk.NationalFilingDesk;
import fr.sejour.core.internal.desk.NationalPieceDesk;
import fr.sejour.core.internal.desk.OfferedTransfers;
import fr.sejour.core.internal.desk.StoredBulkActs;
import fr.sejour.core.internal.desk.StoredCounterCodes;
import fr.sejour.core.internal.mandate.StoredMandates;
import fr.sejour.core.internal.notice.LetterWriter;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.StoredInbox;
import fr.sejour.core.internal.paper.IssuedAttestations;
import fr.sejour.core.internal.paper.PublicCheckDesk;
import fr.sejour.core.internal.paper.StoredShares;
import fr.sejour.core.internal.people.CounterRecoveries;
import fr.sejour.core.internal.people.CsvRegisterImport;
import fr.sejour.core.internal.people.RegisteredPeople;
import fr.sejour.core.internal.people.StoredAccounts;
import fr.sejour.core.internal.people.StoredCorrections;
import fr.sejour.core.internal.people.StoredLookAlikes;
import fr.sejour.core.internal.people.StoredResidences;
import fr.sejour.core.internal.pieces.FileIntake;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.stock.CsvStockImport;
import fr.sejour.core.internal.team.StoredTeams;
import fr.sejour.core.internal.upkeep.ClockDeadlinePass;
import fr.sejour.core.internal.upkeep.LedgerCoverage;
import fr.sejour.core.internal.upkeep.PlannedGaps;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The core put together over the real law and records in memory, with people in telling situations. */
public final class Platform {

    public static final Caller AGENT_38 = Caller.agent(new AccountId("agent-38"), Set.of(new PrefectureCode("38")));
    public static final Caller AGENT_69 = Caller.agent(new AccountId("agent-69"), Set.of(new PrefectureCode("69")));
    public static final Caller AGENT_75 = Caller.agent(new AccountId("agent-75"), Set.of(new PrefectureCode("75")));
    public static final Caller NATIONAL = Caller.national(new AccountId("national"));
    public static final CommuneCode GRENOBLE = new CommuneCode("38185");
    public static final CommuneCode LYON = new CommuneCode("69123");

    /** Read once, for whoever adopts no other. */
    private static final Editions EDITIONS = new Editions();

    public final MovableClock clock;
    public final ReadableSignatures signatures = new ReadableSignatures();
    public final Store store;
    public final Upkeep upkeep;
    public final Practices practices;
    public final NationalFilingDesk desk;
    public final NationalEntryDesk entries;
    public final StoredCounterCodes counterCodes;
    public final NationalCaseReview review;
    public final VaultInMemory vault;
    public final FileIntake intake;
    public final NationalPieceDesk pieces;
    public final IssuedAttestations papers;
    public final LedgerCoverage coverage;
    public final PlannedGaps gaps;
    public final PublicCheckDesk checks;
    public final StoredShares shares;
    public final RegisteredPeople people;
    public final StoredCorrections corrections;
    public final StoredLookAlikes lookAlikes;
    public final StoredMandates mandates;
    public final StoredAccounts accounts;
    public final CounterRecoveries recoveries;
    public final StoredResidences residences;
    public final OfferedTransfers transfers;
    public final CsvRegisterImport register;
    public final CsvStockImport stock;
    public final StoredInbox inbox;
    public final StoredTeams teams;
    public final BulkRunner runner;
    public final StoredBulkActs bulk;
    private final ClockDeadlinePass pass;

    public Platform(String instant) {
        this(instant, EDITIONS);
    }

    /** @param editions the law of this platform alone */
    public Platform(String instant, Editions editions) {
        this(instant, editions, new Numbers());
    }

    /** A platform that draws the numbers of cases and papers from a seed, so that what chance did can be done again. */
    public static Platform drawn(String instant, long seed) {
        return new Platform(instant, EDITIONS, new Numbers(new Random(seed)));
    }

    private Platform(String instant, Editions editions, Numbers numbers) {
        clock = new MovableClock(instant);
        store = new InMemoryStore();
        upkeep = new Upkeep(editions, new NoticeWriter(new KeyTexts()), numbers);
        practices = new Practices();
        desk = new NationalFilingDesk(store, upkeep, practices, clock, numbers);
        entries = new NationalEntryDesk(store, upkeep, practices, clock);
        counterCodes = new StoredCounterCodes(store, clock);
        review = new NationalCaseReview(store, upkeep, new LetterWriter(new KeyTexts()), practices, clock);
        vault = new VaultInMemory();
        intake = new FileIntake(
                store,
                vault,
                new FirstBytes(),
                clock,
                new PieceDesk.Limits(10 * 1024 * 1024, 200),
                Duration.ofHours(24));
        pieces = new NationalPieceDesk(store, upkeep, vault, intake, practices, clock);
        papers = new IssuedAttestations(store, editions, clock);
        coverage = new LedgerCoverage(store, editions, upkeep, clock);
        gaps = new PlannedGaps(store, upkeep, clock);
        checks = new PublicCheckDesk(store, editions, signatures, clock);
        shares = new StoredShares(store, clock);
        NoticeWriter notices = new NoticeWriter(new KeyTexts());
        people = new RegisteredPeople(store, upkeep, notices, clock);
        corrections = new StoredCorrections(store, upkeep, notices, vault, intake, clock);
        lookAlikes = new StoredLookAlikes(store, clock);
        mandates = new StoredMandates(store, upkeep, notices, clock);
        accounts = new StoredAccounts(store, upkeep, notices, clock);
        recoveries = new CounterRecoveries(store, upkeep, notices, clock);
        residences = new StoredResidences(store, upkeep, practices, clock);
        transfers = new OfferedTransfers(store);
        register = new CsvRegisterImport(store, editions, upkeep, clock);
        stock = new CsvStockImport(store, upkeep, practices, clock);
        inbox = new StoredInbox(store, clock);
        teams = new StoredTeams(store, upkeep, clock);
        runner = new BulkRunner(store, review, false);
        bulk = new StoredBulkActs(store, review, runner, clock);
        Stream.of(AGENT_38, AGENT_69, AGENT_75, NATIONAL).forEach(this::enrol);
        pass = new ClockDeadlinePass(store, upkeep, practices, clock);
    }

    /** Opens the account of an agent, whose login is its identifier. */
    public Caller enrol(Caller agent) {
        store.write(records -> {
            records.accounts()
                    .add(new Account(
                            new Login(agent.account().value()),
                            agent,
                            "hash",
                            Optional.of("secret"),
                            0,
                            0,
                            Optional.empty()));
            return agent;
        });
        return agent;
    }

    public DeadlinePass.Report pass() {
        return pass.run();
    }

    /** Runs the pass once a day from the clock's day to that day. */
    public void liveUntil(LocalDate day) {
        LocalDate at = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Paris"));
        while (at.isBefore(day)) {
            at = at.plusDays(1);
            clock.moveTo(at);
            pass();
        }
    }

    /** A person whose permit the register knows. */
    public PersonId someoneHolding(String permit, DocumentKind kind, LocalDate from, LocalDate until) {
        PersonId person = someone();
        alsoHolding(person, permit, kind, from, until);
        return person;
    }

    /** The register knows another one. */
    public void alsoHolding(PersonId person, String permit, DocumentKind kind, LocalDate from, LocalDate until) {
        store.write(records -> {
            String reference = UUID.randomUUID().toString();
            records.people()
                    .keep(
                            person,
                            new HeldPermitFact(
                                    reference,
                                    new HeldPermit(
                                            new PermitCode(permit),
                                            "T" + reference.substring(0, 8),
                                            Optional.of(kind),
                                            from,
                                            until),
                                    FactLevel.VERIFIED,
                                    clock.instant()));
            return person;
        });
    }

    /** A student whose card, known to the register, ends on 31 August 2026. */
    public PersonId aStudent() {
        return someoneHolding("etudiant", DocumentKind.CST, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));
    }

    public PersonId someone() {
        return someoneBorn(LocalDate.of(1999, 4, 12));
    }

    public PersonId someoneBorn(LocalDate day) {
        PersonId person = new PersonId(UUID.randomUUID().toString());
        store.write(records -> {
            records.people()
                    .add(PersonRecordBuilder.builder()
                            .id(person)
                            .civilStatus(new CivilStatus("Exemple", "Amina", day, "MA"))
                            .civilStatusLevel(FactLevel.DECLARED)
                            .contact(new Contact(Optional.of("amina@example.org"), Optional.empty(), "fr"))
                            .build());
            return person;
        });
        return person;
    }

    public static Caller caller(PersonId person) {
        return Caller.applicant(new AccountId("account-" + person.value()), person);
    }

    public static Filing filing(PersonId person, String permit, CommuneCode commune) {
        return FilingBuilder.builder()
                .person(person)
                .channel(FilingChannel.ONLINE)
                .permit(new PermitCode(permit))
                .residence(new Residence("1 rue de l'Exemple", commune))
                .workAuthorisation(false)
                .employed(false)
                .build();
    }

    /** The same filing by somebody who says what they hold. */
    public static Filing holding(Filing filing, HeldPermit said) {
        return filing.withHeldPermit(Optional.of(said));
    }

    /** The same filing, keyed by an agent. */
    public static Filing by(Filing filing, FilingChannel channel) {
        return filing.withChannel(channel);
    }

    /** The same filing under one article of its permit. */
    public static Filing under(Filing filing, String article) {
        return filing.withArticle(Optional.of(new Article(article)));
    }

    /** The same filing by somebody who says when they entered France. */
    public static Filing entered(Filing filing, LocalDate day) {
        return filing.withEntryDate(Optional.of(day));
    }

    /** A permit as somebody says it. */
    public static HeldPermit said(String permit, String number, String from, String until) {
        return new HeldPermit(
                new PermitCode(permit), number, Optional.empty(), LocalDate.parse(from), LocalDate.parse(until));
    }

    public FilingReceipt file(Caller caller, Filing filing) {
        return desk.file(caller, new IdempotencyKey(UUID.randomUUID().toString()), filing);
    }

    public FilingReceipt file(PersonId person, String permit, CommuneCode commune) {
        return desk.file(
                caller(person), new IdempotencyKey(UUID.randomUUID().toString()), filing(person, permit, commune));
    }

    /** Files and gives every piece that the filing asks for. */
    public CaseNumber fileComplete(PersonId person, String permit, CommuneCode commune) {
        CaseFile file = file(person, permit, commune).caseFile();
        givePieces(person, file);
        return file.number();
    }

    public void givePieces(PersonId person, CaseFile file) {
        for (PieceRequirement piece : file.assessment().pieces()) {
            if (piece.phase() == PieceRequirement.Phase.FILING) {
                pieces.give(caller(person), file.number(), piece.type(), aPdf());
            }
        }
    }

    /** Has an agent ask for a piece with a month to answer, and lets the month pass without it. */
    public void askInVain(CaseNumber number, PieceType piece) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Paris"));
        act(AGENT_38, number, new Act.AskForPieces(Set.of(piece), today.plusMonths(1), "manque"));
        liveUntil(today.plusMonths(1).plusDays(1));
    }

    public CaseFile act(Caller caller, CaseNumber number, Act act) {
        return review.act(caller, number, OptionalLong.empty(), act);
    }

    public List<Attestation> papersOf(PersonId person) {
        return papers.ofPerson(caller(person), person);
    }

    public static SentFile aPdf() {
        return sent("application/pdf", "%PDF-1.7 exemple");
    }

    /** A file with that content, said to be of that type. */
    public static SentFile sent(String mediaType, String content) {
        return sent(mediaType, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static SentFile sent(String mediaType, byte[] content) {
        return new SentFile(Optional.empty(), Optional.of(mediaType), new ByteArrayInputStream(content));
    }
}
