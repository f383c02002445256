package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.LA_REUNION;
import static fr.sejour.store.jpa.internal.Situations.MAYOTTE;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.PARIS;
import static fr.sejour.store.jpa.internal.Situations.PARIS_75;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aLine;
import static fr.sejour.store.jpa.internal.Situations.aNotice;
import static fr.sejour.store.jpa.internal.Situations.aPaper;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.agentOf;
import static fr.sejour.store.jpa.internal.Situations.anyWork;
import static fr.sejour.store.jpa.internal.Situations.applicant;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.ended;
import static fr.sejour.store.jpa.internal.Situations.filedAt;
import static fr.sejour.store.jpa.internal.Situations.inGrenoble;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static fr.sejour.store.jpa.internal.Situations.rightEnding;
import static fr.sejour.store.jpa.internal.Situations.waking;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.RecoveryCode;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CollectionFile.DeclaredReceipt;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.DecisionFile.NotificationFile;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.Held;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.LocalDelay.Spread;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Received;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.operation.Deliveries.Delivery;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Representative;
import fr.sejour.api.person.Residence;
import fr.sejour.api.person.TwoPeople;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.report.Trace;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.core.port.AttemptRecords.Failures;
import fr.sejour.core.port.BulkRecord;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords.QueueKey;
import fr.sejour.core.port.CaseRecords.RememberedFiling;
import fr.sejour.core.port.CaseRecords.TaskKey;
import fr.sejour.core.port.ClaimedDelivery;
import fr.sejour.core.port.DelayRecords.DecidedCase;
import fr.sejour.core.port.DelayRecords.Ground;
import fr.sejour.core.port.DelayRecords.Told;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.NamedAttempt;
import fr.sejour.core.port.OfferedRow;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.QueueRow;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.ReportRecord;
import fr.sejour.core.port.Represented;
import fr.sejour.core.port.StaffRecord;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.Statement;
import fr.sejour.core.port.StockRecords.TakenOver;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.UploadRecord;
import fr.sejour.core.port.WrappedKey;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ports promise, held by a store on whichever database a subclass brings. Expectations are written by hand or raw SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {

    private static final Instant NANOSECONDS = Instant.parse("2026-03-10T08:00:00.123456789Z");
    private static final Instant MICROSECONDS = Instant.parse("2026-03-10T08:00:00.123456Z");
    private static final IdempotencyKey KEY = new IdempotencyKey("0f8fad5b-d9cb-469f");
    private static final AccountId ACCOUNT = new AccountId("account-1");

    private WatchedSource watched;
    private OpenStore open;
    private RawDatabase raw;
    private Store store;

    /** An empty database of the kind under test. */
    abstract DataSource freshDatabase();

    /** Whether this kind of database searches the words of cases. */
    abstract boolean searchesText();

    /** A store of its own, whose database can be taken away. */
    abstract Outage outage();

    /**
     * @param strike takes the database away, open connections included
     * @param relief brings it back as it was
     */
    record Outage(OpenStore open, Runnable strike, Runnable relief) {}

    @BeforeAll
    void openTheStore() {
        watched = new WatchedSource(freshDatabase());
        open = OpenStore.on(watched.source());
        raw = new RawDatabase(open.source());
        store = open.store();
    }

    @AfterAll
    void closeTheStore() {
        open.close();
    }

    @BeforeEach
    void clear() {
        raw.clear();
    }

    private void write(Consumer<Records> work) {
        Object unused = store.write(records -> {
            work.accept(records);
            return true;
        });
    }

    private void keep(CaseRecord... cases) {
        write(records -> {
            Stream.of(cases)
                    .map(it -> it.filed().person())
                    .distinct()
                    .forEach(person -> records.people()
                            .add(aPerson(Integer.parseInt(person.value().substring(7)))));
            Stream.of(cases).forEach(records.cases()::add);
        });
    }

    private CaseRecord found(long number) {
        return store.read(records -> records.cases().find(NATIONAL, caseNumber(number)))
                .orElseThrow();
    }

    private static String repeated(String sign, int times) {
        return sign.repeat(times);
    }

    @Nested
    class Cases {

        @Test
        void a_case_comes_back_as_it_was_kept_with_everything_a_case_can_have() {
            CaseRecord kept = withEverything(NANOSECONDS);
            keep(kept);

            CaseRecord back = found(1);

            assertThat(back).isEqualTo(withEverything(MICROSECONDS));
        }

        @Test
        void a_case_comes_back_with_nothing_optional() {
            CaseRecord kept = ended(aCase(1, 1));
            keep(kept);

            assertThat(found(1)).isEqualTo(kept);
        }

        @Test
        void a_dba_reads_a_case_without_a_manual() {
            keep(rightEnding(aCase(1, 1), LocalDate.of(2026, 3, 31)));

            assertThat(raw.rows("SELECT case_number, version, permit, status, prefecture, commune, filed_on, next_who,"
                            + " next_what, next_by, right_ends_on, complete_on, queue_key FROM permit_case"))
                    .containsExactly("0000000000000000001|1|etudiant|FILED|38|38185|2026-03-10|PREFECTURE|take-up|"
                            + "2026-03-20|2026-03-31|-|2026033119202603100000000000000000001");
        }

        @Test
        void a_change_keeps_every_part_under_the_next_version() {
            keep(withEverything(MICROSECONDS));
            CaseRecord before = found(1);
            FiledRecord known = before.filed()
                    .holding(new HeldPermit(
                            new PermitCode("etudiant"),
                            "T9",
                            Optional.empty(),
                            LocalDate.of(2025, 9, 1),
                            LocalDate.of(2026, 8, 31)));
            CaseRecord changed = new CaseRecord(
                    before.number(),
                    1,
                    known,
                    aCase(1, 1).standing().withStatus(CaseStatus.UNDER_REVIEW),
                    List.of(
                            new PieceRecord(
                                    new PieceType("photo"),
                                    PieceFile.State.REFUSED,
                                    Optional.empty(),
                                    Optional.of(new PieceFinding(
                                            ACCOUNT, MICROSECONDS, "Illisible", Optional.empty(), false))),
                            before.pieces().get(0)),
                    before.clocks().subList(1, 2),
                    List.of(aTask("task-9", 1, Optional.of(ISERE), LocalDate.of(2026, 4, 1))),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());

            write(records -> records.cases().change(changed));

            assertThat(found(1))
                    .isEqualTo(new CaseRecord(
                            before.number(),
                            2,
                            changed.filed(),
                            changed.standing(),
                            changed.pieces(),
                            changed.clocks(),
                            changed.tasks(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of()));
        }

        @Test
        void parts_that_come_later_are_kept() {
            keep(aCase(1, 1));
            CaseRecord full = withEverything(MICROSECONDS);

            write(records -> records.cases()
                    .change(found(1).withStanding(full.standing())
                            .withPieces(full.pieces())
                            .withClocks(full.clocks())
                            .withTasks(full.tasks())
                            .withDecision(full.decision())
                            .withCollection(full.collection())
                            .withOrders(full.orders())
                            .withRelated(full.related())));

            CaseRecord back = found(1);
            assertThat(back.version()).isEqualTo(2);
            assertThat(back.standing()).isEqualTo(full.standing());
            assertThat(back.pieces()).isEqualTo(full.pieces());
            assertThat(back.clocks()).isEqualTo(full.clocks());
            assertThat(back.tasks()).isEqualTo(full.tasks());
            assertThat(back.decision()).isEqualTo(full.decision());
            assertThat(back.collection()).isEqualTo(full.collection());
        }

        @Test
        void a_filing_date_becomes_earlier_and_never_later() {
            keep(aCase(1, 1));
            CaseRecord earlier = filedAt(aCase(1, 1), Instant.parse("2026-01-01T00:00:00Z"), LocalDate.of(2026, 1, 1));
            write(records -> records.cases().change(earlier));
            CaseRecord later = filedAt(found(1), MORNING, THAT_DAY);

            assertThatThrownBy(() -> write(records -> records.cases().change(later)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("A filing date never becomes later");

            assertThat(found(1).filed()).isEqualTo(earlier.filed());
        }

        @Test
        void a_work_reads_what_it_wrote() {
            write(records -> records.people().add(aPerson(1)));

            CaseRecord seen = store.write(records -> {
                records.cases().add(aCase(1, 1));
                CaseRecord first = records.cases().find(NATIONAL, caseNumber(1)).orElseThrow();
                records.cases().change(first.withStanding(first.standing().withStatus(CaseStatus.UNDER_REVIEW)));
                return records.cases().find(NATIONAL, caseNumber(1)).orElseThrow();
            });

            assertThat(seen.version()).isEqualTo(2);
            assertThat(seen.standing().status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        }

        @Test
        void the_cases_of_a_person_come_newest_filing_first() {
            keep(
                    filedAt(aCase(1, 1), MORNING.plusSeconds(5), THAT_DAY),
                    filedAt(aCase(2, 1), MORNING.plusSeconds(9), THAT_DAY),
                    filedAt(aCase(3, 1), MORNING.plusSeconds(1), THAT_DAY),
                    aCase(4, 2));

            List<CaseRecord> cases = store.read(records -> records.cases().ofPerson(NATIONAL, personId(1)));

            assertThat(cases)
                    .extracting(CaseRecord::number)
                    .containsExactly(caseNumber(2), caseNumber(1), caseNumber(3));
        }

        @Test
        void an_instant_in_an_hour_that_france_skips_stays_where_it_is() {
            TimeZone before = TimeZone.getDefault();
            Instant skipped = Instant.parse("2026-03-29T02:30:00.123456Z");
            try {
                TimeZone.setDefault(TimeZone.getTimeZone(PARIS));
                keep(waking(filedAt(aCase(1, 1), skipped, LocalDate.of(2026, 3, 29)), skipped));

                assertThat(found(1).filed().filedAt()).isEqualTo(skipped);
                assertThat(raw.rows("SELECT {fn HOUR(filed_at)}, {fn MINUTE(filed_at)} FROM permit_case"))
                        .containsExactly("2|30");
                assertThat(store.<List<CaseNumber>>read(
                                records -> records.cases().due(NATIONAL, skipped.minusMillis(1), 10)))
                        .isEmpty();
                assertThat(store.<List<CaseNumber>>read(
                                records -> records.cases().due(NATIONAL, skipped, 10)))
                        .containsExactly(caseNumber(1));
            } finally {
                TimeZone.setDefault(before);
            }
        }

        @Test
        void the_files_of_a_person_come_back_with_every_version_they_were_given_as() {
            keep(aCase(1, 1), aCase(2, 1));
            PieceType passport = new PieceType("passeport");
            write(records -> {
                records.evidence().keepKey(personId(1), new WrappedKey("first"));
                records.evidence().add(aFile(1, 1, ScanState.WAITING));
                records.evidence().add(aFile(2, 1, ScanState.CLEAN));
                records.evidence().addVersion(caseNumber(1), aVersion(1, 1));
                records.evidence()
                        .endVersion(
                                caseNumber(1),
                                passport,
                                1,
                                new PieceVersion.End(MICROSECONDS, PieceVersion.How.REPLACED));
                records.evidence().addVersion(caseNumber(1), aVersion(2, 2));
                records.evidence().addVersion(caseNumber(2), aVersion(1, 1));
            });

            List<PieceVersion> versions =
                    store.read(records -> records.evidence().versions(caseNumber(1)));

            assertThat(versions)
                    .extracting(PieceVersion::version, it -> it.end().map(PieceVersion.End::how), PieceVersion::scan)
                    .containsExactly(
                            tuple(1, Optional.of(PieceVersion.How.REPLACED), ScanState.WAITING),
                            tuple(2, Optional.empty(), ScanState.CLEAN));
            assertThat(versions.get(1)).isEqualTo(aVersion(2, 2));
            assertThat(store.<List<CaseNumber>>read(
                            records -> records.evidence().uses(evidenceId(1))))
                    .containsExactly(caseNumber(1), caseNumber(2));
            assertThat(store.<Optional<EvidenceRecord>>read(
                            records -> records.evidence().named(personId(1), "name-2")))
                    .contains(aFile(2, 1, ScanState.CLEAN));
            assertThat(store.<Optional<EvidenceRecord>>read(
                            records -> records.evidence().named(personId(2), "name-2")))
                    .isEmpty();
            assertThat(store.<Set<String>>read(
                            records -> records.evidence().known(Set.of("name-1", "name-2", "name-3"))))
                    .containsExactlyInAnyOrder("name-1", "name-2");
        }

        @Test
        void what_the_scanner_says_of_a_file_stands_wherever_it_is_used() {
            keep(withEverything(MICROSECONDS));
            write(records -> {
                records.evidence().add(aFile(1, 1, ScanState.WAITING));
                records.evidence().addVersion(caseNumber(1), aVersion(1, 1));
            });
            assertThat(store.<List<EvidenceRecord>>read(
                            records -> records.evidence().waiting(9)))
                    .containsExactly(aFile(1, 1, ScanState.WAITING));

            write(records -> records.evidence().judge(evidenceId(1), ScanState.CLEAN));

            assertThat(store.<List<EvidenceRecord>>read(
                            records -> records.evidence().waiting(9)))
                    .isEmpty();
            assertThat(store.<List<PieceVersion>>read(
                            records -> records.evidence().versions(caseNumber(1))))
                    .extracting(PieceVersion::scan)
                    .containsExactly(ScanState.CLEAN);
            assertThat(found(1).pieces().get(0).given().orElseThrow().scan()).isEqualTo(ScanState.CLEAN);
            assertThat(found(1).version()).isEqualTo(1);
        }

        @Test
        void the_key_of_a_person_is_kept_until_it_is_erased() {
            keep(aCase(1, 1));
            write(records -> records.evidence().keepKey(personId(1), new WrappedKey("wrapped")));
            assertThat(raw.rows("SELECT person_id, wrapped_key FROM person_key"))
                    .containsExactly(personId(1).value() + "|wrapped");
            assertThat(store.<Optional<WrappedKey>>read(
                            records -> records.evidence().key(personId(1))))
                    .contains(new WrappedKey("wrapped"));

            write(records -> records.evidence().forgetKey(personId(1)));

            assertThat(store.<Optional<WrappedKey>>read(
                            records -> records.evidence().key(personId(1))))
                    .isEmpty();
        }

        @Test
        void an_upload_is_known_until_it_is_forgotten_or_swept() {
            keep(aCase(1, 1));
            UploadRecord first = anUpload("a", MORNING);
            UploadRecord second = anUpload("b", MORNING.plusSeconds(60));
            write(records -> {
                records.evidence().begin(first);
                records.evidence().begin(second);
            });
            write(records -> records.evidence().finish(second.id()));

            write(records -> records.evidence().sweepUploads(MORNING.plusSeconds(1)));

            assertThat(store.<Optional<UploadRecord>>read(
                            records -> records.evidence().upload(first.id())))
                    .isEmpty();
            assertThat(store.<Optional<UploadRecord>>read(
                            records -> records.evidence().upload(second.id())))
                    .map(UploadRecord::finished)
                    .contains(true);
            write(records -> records.evidence().forget(second.id()));
            assertThat(raw.count("upload")).isZero();
        }

        private UploadRecord anUpload(String digit, Instant expiresAt) {
            return new UploadRecord(
                    new UploadId(digit.repeat(32)),
                    ACCOUNT,
                    caseNumber(1),
                    new PieceType("passeport"),
                    10_000_000,
                    Optional.of("pdf"),
                    expiresAt,
                    false);
        }

        private EvidenceRecord aFile(int number, int person, ScanState scan) {
            return new EvidenceRecord(
                    evidenceId(number),
                    personId(person),
                    "name-" + number,
                    "application/pdf",
                    1000L + number,
                    "cd".repeat(32),
                    scan,
                    MICROSECONDS.plusSeconds(number));
        }

        private PieceVersion aVersion(int version, int file) {
            return new PieceVersion(
                    new PieceType("passeport"),
                    version,
                    evidenceId(file),
                    "application/pdf",
                    1000L + file,
                    "cd".repeat(32),
                    file == 1 ? ScanState.WAITING : ScanState.CLEAN,
                    MICROSECONDS,
                    ACCOUNT,
                    Optional.empty());
        }

        @Test
        void a_case_that_nobody_knows_is_absent() {
            assertThat(store.<Optional<CaseRecord>>read(
                            records -> records.cases().find(NATIONAL, caseNumber(404))))
                    .isEmpty();
        }

        @Test
        void open_cases_are_counted_by_status_and_ended_ones_are_not() {
            keep(
                    aCase(1, 1),
                    aCase(2, 1),
                    withStatus(aCase(3, 1), CaseStatus.CARD_READY),
                    ended(aCase(4, 1)),
                    withStatus(aCase(5, 1), CaseStatus.HANDED_OVER));

            Map<CaseStatus, Long> counts = store.read(records -> records.cases().countByStatus());

            assertThat(counts).isEqualTo(Map.of(CaseStatus.FILED, 2L, CaseStatus.CARD_READY, 1L));
        }

        @Test
        void due_cases_come_longest_due_first_and_by_number() {
            keep(
                    waking(aCase(1, 1), MORNING.plusSeconds(60)),
                    waking(aCase(3, 1), MORNING),
                    waking(aCase(2, 1), MORNING),
                    waking(aCase(4, 1), MORNING.minusSeconds(1)),
                    waking(aCase(5, 1), MORNING.plusSeconds(61)),
                    aCase(6, 1));

            List<CaseNumber> due = store.read(records -> records.cases().due(NATIONAL, MORNING.plusSeconds(60), 10));
            List<CaseNumber> two = store.read(records -> records.cases().due(NATIONAL, MORNING.plusSeconds(60), 2));

            assertThat(due).containsExactly(caseNumber(4), caseNumber(2), caseNumber(3), caseNumber(1));
            assertThat(two).containsExactly(caseNumber(4), caseNumber(2));
        }

        @Test
        void the_case_that_one_follows_comes_back_with_what_was_made_of_it() {
            FollowedCase followed = FollowedCase.declared(caseNumber(7));
            keep(aCase(1, 1).withFollows(Optional.of(followed)), aCase(2, 2));

            assertThat(found(1).follows()).contains(followed);
            assertThat(found(2).follows()).isEmpty();

            FollowedCase ended = followed.instead(caseNumber(2)).ended(CaseStatus.REFUSED, LocalDate.of(2026, 3, 12));
            write(records -> records.cases().change(found(1).withFollows(Optional.of(ended))));

            assertThat(found(1).follows()).contains(ended);
            assertThat(raw.rows(
                            "SELECT follows_number, follows_standing, follows_typed, follows_end, follows_look_since"
                                    + " FROM permit_case WHERE case_number = '" + caseNumber(1) + "'"))
                    .containsExactly(caseNumber(2) + "|CONFIRMED|" + caseNumber(7) + "|REFUSED|2026-03-12");
        }

        @Test
        void what_follows_a_case_is_read_by_number_within_the_readers_scope() {
            keep(
                    confirmed(aCase(3, 3), 1),
                    aCase(2, 2).withFollows(Optional.of(FollowedCase.declared(caseNumber(1)))),
                    confirmed(at(aCase(4, 4), RHONE), 1),
                    confirmed(aCase(5, 5), 2),
                    aCase(1, 1));

            assertThat(following(NATIONAL)).containsExactly(caseNumber(2), caseNumber(3), caseNumber(4));
            assertThat(following(agentOf(ISERE))).containsExactly(caseNumber(2), caseNumber(3));
        }

        private List<CaseNumber> following(Caller caller) {
            return store.read(records -> records.cases().following(caller, caseNumber(1)).stream()
                    .map(CaseRecord::number)
                    .toList());
        }

        @Test
        void what_ended_meanwhile_is_noted_once_on_the_cases_that_are_confirmed_to_follow_it() {
            keep(
                    status(aCase(1, 1), CaseStatus.REFUSED),
                    aCase(2, 2),
                    status(aCase(3, 3), CaseStatus.HANDED_OVER),
                    confirmed(aCase(11, 11), 1),
                    confirmed(aCase(12, 12), 2),
                    confirmed(aCase(13, 13), 3),
                    confirmed(aCase(14, 14), 4),
                    aCase(15, 15).withFollows(Optional.of(FollowedCase.declared(caseNumber(1)))),
                    confirmed(ended(aCase(16, 16)), 1),
                    noted(aCase(17, 17), 1, CaseStatus.REFUSED),
                    noted(aCase(18, 18), 1, CaseStatus.SILENTLY_REFUSED),
                    noted(aCase(19, 19), 2, CaseStatus.WITHDRAWN));

            assertThat(store.<List<CaseNumber>>read(records -> records.cases().overtaken(NATIONAL, 10)))
                    .containsExactly(caseNumber(11), caseNumber(18), caseNumber(19));
            assertThat(store.<List<CaseNumber>>read(records -> records.cases().overtaken(NATIONAL, 2)))
                    .containsExactly(caseNumber(11), caseNumber(18));
        }

        private static CaseRecord confirmed(CaseRecord record, int followed) {
            return record.withFollows(
                    Optional.of(FollowedCase.declared(caseNumber(followed)).confirmed()));
        }

        private static CaseRecord noted(CaseRecord record, int followed, CaseStatus end) {
            return record.withFollows(Optional.of(
                    FollowedCase.declared(caseNumber(followed)).confirmed().ended(end, LocalDate.of(2026, 3, 12))));
        }

        private static CaseRecord status(CaseRecord record, CaseStatus status) {
            return record.withStanding(record.standing().withStatus(status));
        }

        @Test
        void tasks_past_a_day_are_counted() {
            keep(aCase(1, 1)
                    .withTasks(List.of(
                            aTask("a", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 9)),
                            aTask("b", 1, Optional.empty(), LocalDate.of(2026, 3, 10)),
                            aTask("c", 1, Optional.empty(), LocalDate.of(2026, 3, 11)))));

            long late = store.read(records -> records.cases().countTasksDueBefore(LocalDate.of(2026, 3, 11)));

            assertThat(late).isEqualTo(2);
        }

        @Test
        void tasks_come_by_due_day_up_to_the_limit() {
            keep(
                    aCase(1, 1)
                            .withTasks(List.of(
                                    aTask("late", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 30)),
                                    aTask("soon", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 11)))),
                    aCase(2, 1).withTasks(List.of(aTask("between", 2, Optional.of(ISERE), LocalDate.of(2026, 3, 12)))));

            List<Task> two = store.read(records -> records.cases()
                    .openTasks(agentOf(ISERE), List.of(ISERE), TaskQuery.Filter.NONE, THAT_DAY, Optional.empty(), 2));

            assertThat(two)
                    .containsExactly(
                            aTask("soon", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 11)),
                            aTask("between", 2, Optional.of(ISERE), LocalDate.of(2026, 3, 12)));
        }
    }

    @Nested
    class Journals {

        @Test
        void lines_follow_each_other_and_say_what_was_written() {
            keep(aCase(1, 1), aCase(2, 1));
            write(records -> {
                records.cases()
                        .write(
                                caseNumber(1),
                                new JournalEntry(
                                        NANOSECONDS, "agent-7", "filed", "etudiant", Optional.of("2026-05-01")));
                records.cases()
                        .write(caseNumber(1), new JournalEntry(NANOSECONDS, "platform", "told", "", Optional.empty()));
            });
            write(records -> records.cases().write(caseNumber(1), aLine("taken-up")));
            write(records -> records.cases().write(caseNumber(2), aLine("filed")));

            List<JournalLine> lines = store.read(records -> records.cases().journal(caseNumber(1)));

            assertThat(lines)
                    .extracting(
                            JournalLine::sequence,
                            JournalLine::at,
                            JournalLine::actor,
                            JournalLine::what,
                            JournalLine::detail,
                            JournalLine::basis)
                    .containsExactly(
                            tuple(1L, MICROSECONDS, "agent-7", "filed", "etudiant", Optional.of("2026-05-01")),
                            tuple(2L, MICROSECONDS, "platform", "told", "", Optional.empty()),
                            tuple(3L, MORNING, "platform", "taken-up", "etudiant ONLINE", Optional.of("2026-05-01")));
            assertThat(store.<List<JournalLine>>read(records -> records.cases().journal(caseNumber(2))))
                    .extracting(JournalLine::sequence)
                    .containsExactly(1L);
        }

        @Test
        void what_was_said_stands_beside_the_line_and_can_be_erased_without_it() throws Exception {
            keep(aCase(1, 1));
            write(records -> records.cases()
                    .write(
                            caseNumber(1),
                            new JournalEntry(
                                    MORNING,
                                    "agent-7",
                                    "withdraw",
                                    "statement-sha256:ab",
                                    Optional.empty(),
                                    Optional.of(new Statement("salt", "je pars")))));
            write(records -> records.cases().write(caseNumber(1), aLine("reopen")));

            List<JournalLine> lines = store.read(records -> records.cases().journal(caseNumber(1)));

            assertThat(lines)
                    .extracting(JournalLine::statement)
                    .containsExactly(Optional.of("je pars"), Optional.empty());
            assertThat(raw.rows("SELECT line_number, salt, words FROM journal_statement"))
                    .containsExactly("1|salt|je pars");
            raw.run("DELETE FROM journal_statement");
            List<JournalLine> erased = store.read(records -> records.cases().journal(caseNumber(1)));
            assertThat(erased).extracting(JournalLine::statement).containsOnly(Optional.empty());
            String first = sha256("64:" + repeated("0", 64)
                    + "\n19:0000000000000000001\n1:1\n27:2026-03-10T08:00:00.000000Z\n"
                    + "7:agent-7\n8:withdraw\n19:statement-sha256:ab\n-1:\n");
            assertThat(erased.get(0).digest()).isEqualTo(first);
        }

        @Test
        void the_longest_statement_of_an_act_is_kept_whole() {
            keep(aCase(1, 1));
            String longest = new Act.Notify("\ud83d\udce8".repeat(1000), THAT_DAY, "é".repeat(2000))
                    .statement()
                    .orElseThrow();

            write(records -> records.cases()
                    .write(
                            caseNumber(1),
                            new JournalEntry(
                                    MORNING,
                                    "agent-7",
                                    "notify",
                                    "",
                                    Optional.empty(),
                                    Optional.of(new Statement("salt", longest)))));

            assertThat(store.<List<JournalLine>>read(records -> records.cases().journal(caseNumber(1))))
                    .extracting(JournalLine::statement)
                    .containsExactly(Optional.of(longest));
        }

        @Test
        void the_chain_is_the_documented_one() throws Exception {
            keep(aCase(1, 1));
            write(records -> {
                records.cases()
                        .write(
                                caseNumber(1),
                                new JournalEntry(
                                        NANOSECONDS, "agent-7", "filed", "café 1:2", Optional.of("2026-05-01")));
                records.cases()
                        .write(
                                caseNumber(1),
                                new JournalEntry(
                                        Instant.parse("2026-03-10T09:00:00Z"),
                                        "platform",
                                        "told",
                                        "",
                                        Optional.empty()));
            });

            String first =
                    sha256("64:" + repeated("0", 64) + "\n19:0000000000000000001\n1:1\n27:2026-03-10T08:00:00.123456Z\n"
                            + "7:agent-7\n5:filed\n9:café 1:2\n10:2026-05-01\n");
            String second = sha256("64:" + first + "\n19:0000000000000000001\n1:2\n27:2026-03-10T09:00:00.000000Z\n"
                    + "8:platform\n4:told\n0:\n-1:\n");
            assertThat(raw.rows("SELECT line_number, digest FROM journal ORDER BY line_number"))
                    .containsExactly("1|" + first, "2|" + second);
            assertThat(raw.rows("SELECT journal_lines, journal_digest FROM permit_case"))
                    .containsExactly("2|" + second);
        }

        @Test
        void lines_from_eight_threads_leave_no_gap_and_one_chain() throws Exception {
            keep(aCase(1, 1));

            Together.run(8, thread -> {
                for (int i = 0; i < 10; i++) {
                    String what = "line-" + thread + "-" + i;
                    write(records -> records.cases().write(caseNumber(1), aLine(what)));
                }
                return true;
            });

            List<String> rows = raw.rows("SELECT line_number, what, digest FROM journal ORDER BY line_number");
            assertThat(rows).hasSize(80);
            String before = repeated("0", 64);
            for (int line = 1; line <= 80; line++) {
                String what = rows.get(line - 1).split("\\|", -1)[1];
                before = sha256("64:" + before + "\n19:0000000000000000001\n"
                        + Integer.toString(line).length() + ":" + line
                        + "\n27:2026-03-10T08:00:00.000000Z\n8:platform\n" + what.length() + ":" + what
                        + "\n15:etudiant ONLINE\n10:2026-05-01\n");
                assertThat(rows.get(line - 1)).isEqualTo(line + "|" + what + "|" + before);
            }
        }

        private String sha256(String form) throws Exception {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(UTF_8)));
        }
    }

    @Nested
    class Transactions {

        @Test
        void an_exception_of_the_work_leaves_nothing_and_comes_out_unchanged() {
            IllegalStateException thrown = new IllegalStateException("The work changed its mind");

            assertThatThrownBy(() -> write(records -> {
                        records.people().add(aPerson(1));
                        records.cases().add(withEverything(MICROSECONDS));
                        records.cases().write(caseNumber(1), aLine("filed"));
                        records.papers().add(aPaper(1, 1, 1, THAT_DAY));
                        records.people().keepResidence(personId(1), inGrenoble(MORNING));
                        records.notices().know("email");
                        records.notices().owe(personId(1), aNotice("notice-1", 1, MORNING));
                        records.cases().remember(ACCOUNT, KEY, "digest", caseNumber(1));
                        records.attempts().fail("subject", MORNING);
                        assertThat(records.cases().find(NATIONAL, caseNumber(1)))
                                .isPresent();
                        throw thrown;
                    }))
                    .isSameAs(thrown);

            for (String table : List.of(
                    "person",
                    "permit_case",
                    "piece",
                    "clock",
                    "task",
                    "decision",
                    "collection",
                    "journal",
                    "attestation",
                    "consumer",
                    "notice",
                    "delivery",
                    "filing_key",
                    "residence",
                    "attempt")) {
                assertThat(raw.count(table)).as(table).isZero();
            }
        }

        @Test
        void work_that_reads_only_cannot_write() {
            assertThatThrownBy(() -> store.read(records -> {
                        records.people().add(aPerson(1));
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(raw.count("person")).isZero();
        }

        @Test
        void what_others_commit_meanwhile_is_seen_and_what_they_have_not_is_not() throws Exception {
            // People of its own: Derby takes its time to forget rows that other tests deleted.
            keep(aCase(901, 901));
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch looked = new CountDownLatch(1);

            List<Long> counts = Together.run(2, thread -> {
                if (thread == 0) {
                    write(records -> {
                        records.people().add(aPerson(902));
                        records.cases().add(aCase(902, 902));
                        assertThat(records.cases().find(NATIONAL, caseNumber(902)))
                                .isPresent();
                        written.countDown();
                        waitFor(looked);
                    });
                    return 0L;
                }
                waitFor(written);
                try {
                    return (long) store.<List<CaseRecord>>read(
                                    records -> records.cases().ofPerson(NATIONAL, personId(901)))
                            .size();
                } finally {
                    looked.countDown();
                }
            });

            assertThat(counts.get(1)).isEqualTo(1);
            assertThat(found(902).number()).isEqualTo(caseNumber(902));
        }

        @Test
        void a_change_on_a_version_that_moved_on_is_refused() {
            keep(aCase(1, 1));
            CaseRecord stale = found(1);
            write(records -> records.cases().change(stale));

            assertThatThrownBy(() -> write(records -> records.cases().change(stale)))
                    .isInstanceOfSatisfying(
                            CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CASE_CHANGED));

            assertThat(found(1).version()).isEqualTo(2);
        }

        @Test
        void of_eight_changes_on_one_version_one_is_kept() throws Exception {
            keep(aCase(1, 1));
            CaseRecord read = found(1);

            List<ErrorCode> refusals = Together.run(8, thread -> {
                try {
                    write(records -> records.cases().change(read));
                    return ErrorCode.INTERNAL;
                } catch (CaseException e) {
                    return e.code();
                }
            });

            assertThat(Collections.frequency(refusals, ErrorCode.CASE_CHANGED)).isEqualTo(7);
            assertThat(raw.rows("SELECT version FROM permit_case")).containsExactly("2");
        }

        @Test
        void a_case_is_never_read_half_old_and_half_new() throws Exception {
            keep(aCase(1, 1));

            Together.run(3, thread -> {
                for (int i = 0; i < 60; i++) {
                    if (thread == 0) {
                        write(records -> {
                            CaseRecord it = records.cases()
                                    .find(NATIONAL, caseNumber(1))
                                    .orElseThrow();
                            String next = Long.toString(it.version() + 1);
                            records.cases()
                                    .change(it.withTasks(List.of(task(next)))
                                            .withClocks(List.of(clock(next)))
                                            .withDecision(Optional.of(decision(next))));
                        });
                    } else {
                        CaseRecord seen = found(1);
                        String version = Long.toString(seen.version());
                        if (seen.version() > 1) {
                            assertThat(seen.tasks()).containsExactly(task(version));
                            assertThat(seen.clocks()).containsExactly(clock(version));
                            assertThat(seen.decision()).contains(decision(version));
                        }
                    }
                }
                return true;
            });
        }

        private Task task(String version) {
            return new Task(
                    "t",
                    caseNumber(1),
                    Task.Kind.DECIDE,
                    Optional.of(ISERE),
                    THAT_DAY,
                    Task.Escalation.TEAM,
                    Optional.of(version));
        }

        private ClockFile clock(String version) {
            return new ClockFile("silence", THAT_DAY, Optional.empty(), ClockFile.State.RUNNING, version, List.of());
        }

        private DecisionFile decision(String version) {
            return new DecisionFile(
                    Outcome.GRANTED,
                    THAT_DAY,
                    Optional.of(version),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "e");
        }

        @Test
        void eight_filings_under_one_key_end_with_one_case() throws Exception {
            write(records -> records.people().add(aPerson(1)));

            List<CaseNumber> answers = Together.run(
                    8,
                    thread -> store.write(records -> records.cases()
                            .remembered(ACCOUNT, KEY)
                            .map(RememberedFiling::number)
                            .orElseGet(() -> {
                                CaseNumber number = caseNumber(thread + 1L);
                                records.cases().remember(ACCOUNT, KEY, "digest", number);
                                records.cases().add(aCase(thread + 1L, 1));
                                records.cases().write(number, aLine("filed"));
                                return number;
                            })));

            assertThat(Set.copyOf(answers)).hasSize(1);
            assertThat(raw.rows("SELECT case_number FROM permit_case"))
                    .containsExactly(answers.get(0).value());
            assertThat(raw.rows("SELECT account_id, key_text, digest, case_number FROM filing_key"))
                    .containsExactly("account-1|0f8fad5b-d9cb-469f|digest|" + answers.get(0));
            assertThat(raw.count("journal")).isEqualTo(1);
        }

        @Test
        void one_key_of_two_accounts_opens_two_cases() {
            keep(aCase(1, 1), aCase(2, 1));
            write(records -> records.cases().remember(ACCOUNT, KEY, "one", caseNumber(1)));
            write(records -> records.cases().remember(new AccountId("account-2"), KEY, "two", caseNumber(2)));

            assertThat(store.<Optional<RememberedFiling>>read(
                            records -> records.cases().remembered(ACCOUNT, KEY)))
                    .contains(new RememberedFiling("one", caseNumber(1)));
            assertThat(store.<Optional<RememberedFiling>>read(
                            records -> records.cases().remembered(new AccountId("account-2"), KEY)))
                    .contains(new RememberedFiling("two", caseNumber(2)));
            assertThat(store.<Optional<RememberedFiling>>read(
                            records -> records.cases().remembered(ACCOUNT, new IdempotencyKey("another-key"))))
                    .isEmpty();
        }

        @Test
        void a_key_without_its_case_is_not_kept() {
            assertThatThrownBy(() -> write(records -> records.cases().remember(ACCOUNT, KEY, "digest", caseNumber(1))))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(raw.count("filing_key")).isZero();
        }

        @Test
        void works_that_met_in_a_deadlock_are_both_done() throws Exception {
            keep(aCase(1, 1), aCase(2, 1));
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch bothHoldOne = new CountDownLatch(2);

            Together.run(2, thread -> {
                long first = thread == 0 ? 1 : 2;
                write(records -> {
                    runs.incrementAndGet();
                    records.cases().write(caseNumber(first), aLine("first"));
                    bothHoldOne.countDown();
                    waitFor(bothHoldOne);
                    records.cases().write(caseNumber(3 - first), aLine("second"));
                });
                return true;
            });

            assertThat(runs.get()).isGreaterThan(2);
            assertThat(raw.rows("SELECT case_number, COUNT(*) FROM journal GROUP BY case_number ORDER BY case_number"))
                    .containsExactly("0000000000000000001|2", "0000000000000000002|2");
        }

        @Test
        void work_that_keeps_what_stands_already_is_run_four_times_and_told_without_its_values() {
            write(records -> records.people().add(aPerson(1)));
            AtomicInteger runs = new AtomicInteger();

            assertThatThrownBy(() -> write(records -> {
                        runs.incrementAndGet();
                        records.people().add(aPerson(1));
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("23505")
                    .hasNoCause();

            assertThat(runs.get()).isEqualTo(4);
            assertThat(raw.count("person")).isEqualTo(1);
        }

        @Test
        void a_value_that_does_not_fit_is_refused_without_being_told() {
            CaseRecord tooLong = aCase(1, 1)
                    .withTasks(List.of(new Task(
                            "t",
                            caseNumber(1),
                            Task.Kind.DECIDE,
                            Optional.empty(),
                            THAT_DAY,
                            Task.Escalation.TEAM,
                            Optional.of(repeated("secret", 1000)))));

            assertThatThrownBy(() -> keep(tooLong))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("22001")
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }

        @Test
        void many_rows_in_one_transaction_leave_their_table_open_to_others() throws Exception {
            keep(aCase(1, 1), aCase(2, 1));
            CountDownLatch holding = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);

            Together.run(2, thread -> {
                if (thread == 0) {
                    write(records -> {
                        for (int i = 0; i < 5200; i++) {
                            records.cases().write(caseNumber(1), aLine("many"));
                        }
                        assertThat(records.cases().journal(caseNumber(1))).hasSize(5200);
                        holding.countDown();
                        waitFor(done);
                    });
                } else {
                    waitFor(holding);
                    write(records -> records.cases().write(caseNumber(2), aLine("one")));
                    done.countDown();
                }
                return true;
            });

            assertThat(raw.count("journal")).isEqualTo(5201);
        }

        @Test
        void rows_of_one_table_go_to_the_database_together() {
            keep(aCase(1, 1));

            List<String> statements = watched.during(() -> write(records -> {
                for (int i = 0; i < 100; i++) {
                    records.cases().write(caseNumber(1), aLine("line"));
                }
            }));

            assertThat(statements).filteredOn(it -> it.startsWith("INSERT")).hasSize(1);
        }

        @Test
        void a_database_that_is_gone_is_told_soon_and_as_what_it_is() {
            Outage outage = outage();
            try (OpenStore mine = outage.open()) {
                Object unused = mine.store().write(records -> {
                    records.people().add(aPerson(1));
                    return true;
                });
                outage.strike().run();
                long before = System.nanoTime();

                assertUnavailable(() -> mine.store().write(records -> {
                    records.people().add(aPerson(2));
                    return true;
                }));
                assertUnavailable(() ->
                        mine.store().read(records -> records.people().find(NATIONAL, personId(1))));

                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            }
        }

        @Test
        void a_database_that_goes_while_the_work_runs_is_told_as_what_it_is() {
            Outage outage = outage();
            try (OpenStore mine = outage.open()) {
                AtomicInteger runs = new AtomicInteger();

                assertUnavailable(() -> mine.store().write(records -> {
                    runs.incrementAndGet();
                    records.people().add(aPerson(1));
                    assertThat(records.people().find(NATIONAL, personId(1))).isPresent();
                    outage.strike().run();
                    records.people().add(aPerson(2));
                    return true;
                }));

                assertThat(runs.get()).isEqualTo(1);
            }
        }

        @Test
        void a_database_that_comes_back_is_served_again_and_no_connection_was_lost() {
            Outage outage = outage();
            try (OpenStore mine = outage.open()) {
                Object unused = mine.store().write(records -> {
                    records.people().add(aPerson(1));
                    return true;
                });
                for (int i = 0; i < 3; i++) {
                    assertUnavailable(() -> mine.store().write(records -> {
                        records.people().add(aPerson(2));
                        assertThat(records.people().find(NATIONAL, personId(2))).isPresent();
                        outage.strike().run();
                        return true;
                    }));
                    outage.relief().run();
                }

                // The pool may still hand out what broke in its last half second.
                await().atMost(Duration.ofSeconds(10))
                        .ignoreExceptionsMatching(CaseException.class::isInstance)
                        .until(() -> reads(mine, 1));

                assertThat(reads(mine, 2)).isFalse();
                assertThat(mine.connectionsInUse()).isZero();
            }
        }

        private boolean reads(OpenStore mine, int person) {
            return mine.store()
                    .<Boolean>read(records ->
                            records.people().find(NATIONAL, personId(person)).isPresent());
        }

        private void assertUnavailable(ThrowingCallable call) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        }
    }

    @Nested
    class Queues {

        private static final LocalDate MARCH_20 = LocalDate.of(2026, 3, 20);

        /** In the order of the queue. */
        private void keepAQueue() {
            LocalDate dayBefore = THAT_DAY.minusDays(1);
            keep(
                    rightEnding(aCase(50, 1), LocalDate.of(2026, 3, 12)),
                    rightEnding(filedAt(aCase(60, 1), MORNING, dayBefore), MARCH_20),
                    rightEnding(aCase(20, 2), MARCH_20),
                    rightEnding(aCase(30, 1), MARCH_20),
                    rightEnding(aCase(10, 1), LocalDate.of(2026, 12, 31)),
                    filedAt(aCase(80, 1), MORNING, dayBefore),
                    aCase(40, 1),
                    aCase(70, 2));
        }

        private static final long[] ORDER = {50, 60, 20, 30, 10, 80, 40, 70};

        @Test
        void the_first_end_of_right_comes_first_then_filing_then_number_and_unknown_ends_last() {
            keepAQueue();

            assertThat(numbers(page(agentOf(ISERE), List.of(), Optional.empty(), Optional.empty(), 100)))
                    .containsExactly(ORDER);
        }

        @Test
        void pages_by_key_join_without_gap_or_overlap_whatever_their_size() {
            keepAQueue();

            for (int size = 1; size <= 9; size++) {
                List<Long> read = new ArrayList<>();
                Optional<QueueKey> after = Optional.empty();
                while (true) {
                    List<QueueRow> page = page(agentOf(ISERE), List.of(ISERE), Optional.empty(), after, size);
                    if (page.isEmpty()) {
                        break;
                    }
                    assertThat(page.size()).isLessThanOrEqualTo(size);
                    read.addAll(longs(page));
                    QueueRow last = page.get(page.size() - 1);
                    after = Optional.of(new QueueKey(
                            last.rightEndsOn().orElse(LocalDate.MAX),
                            last.employed(),
                            last.priority(),
                            last.filedOn(),
                            last.number()));
                }
                assertThat(read).as("pages of %s", size).containsExactly(50L, 60L, 20L, 30L, 10L, 80L, 40L, 70L);
            }
        }

        @Test
        void a_row_says_what_the_case_says() {
            CaseRecord record = withEverything(MICROSECONDS);
            keep(record);

            List<QueueRow> rows = page(NATIONAL, List.of(), Optional.empty(), Optional.empty(), 10);

            assertThat(rows)
                    .containsExactly(new QueueRow(
                            caseNumber(1),
                            CaseStatus.CARD_READY,
                            new PermitCode("vpf_conjoint_francais"),
                            "Diallo",
                            "Aïssatou",
                            ISERE,
                            THAT_DAY,
                            true,
                            Optional.of(LocalDate.of(2026, 6, 30)),
                            true,
                            7,
                            new NextAct(
                                    NextAct.Who.PERSON,
                                    "collect",
                                    LocalDate.of(2026, 4, 2),
                                    Optional.of("Guichet étrangers"))));
        }

        @Test
        void cases_on_which_nobody_owes_an_act_are_in_no_queue() {
            keep(aCase(1, 1), ended(aCase(2, 1)));

            assertThat(numbers(page(NATIONAL, List.of(), Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(1);
        }

        @Test
        void filters_leave_what_they_name() {
            keep(
                    aCase(1, 1),
                    at(aCase(2, 1), PARIS_75),
                    withStatus(at(aCase(3, 1), PARIS_75), CaseStatus.CARD_READY),
                    at(aCase(4, 1), RHONE));

            assertThat(numbers(page(NATIONAL, List.of(), Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(1, 2, 3, 4);
            assertThat(numbers(page(NATIONAL, List.of(PARIS_75), Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(2, 3);
            assertThat(numbers(page(NATIONAL, List.of(PARIS_75, RHONE), Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(2, 3, 4);
            assertThat(numbers(page(NATIONAL, List.of(), Optional.of(CaseStatus.CARD_READY), Optional.empty(), 10)))
                    .containsExactly(3);
            assertThat(numbers(page(
                            agentOf(PARIS_75, ISERE), List.of(), Optional.of(CaseStatus.FILED), Optional.empty(), 10)))
                    .containsExactly(1, 2);
        }

        /** A condition for each filter, each met by one of the two cases. */
        @Test
        void every_filter_leaves_what_it_names_and_they_combine() {
            keep(withEverything(MICROSECONDS), aCase(2, 2));

            assertThat(found(it -> it.statuses(Set.of(CaseStatus.CARD_READY, CaseStatus.GRANTED))))
                    .containsExactly(1);
            assertThat(found(it -> it.statuses(Set.of(CaseStatus.CARD_READY, CaseStatus.FILED))))
                    .containsExactly(1, 2);
            assertThat(found(it -> it.permit(Optional.of(new PermitCode("etudiant")))))
                    .containsExactly(2);
            assertThat(found(it -> it.channel(Optional.of(FilingChannel.SUBSTITUTE))))
                    .containsExactly(1);
            assertThat(found(it -> it.complete(Optional.of(true)))).containsExactly(1);
            assertThat(found(it -> it.complete(Optional.of(false)))).containsExactly(2);
            assertThat(found(it -> it.facts(Optional.of(FactLevel.SEEN)))).containsExactly(1);
            assertThat(found(it -> it.employed(Optional.of(true)))).containsExactly(1);
            assertThat(found(it -> it.employed(Optional.of(false)))).containsExactly(2);
            assertThat(found(it -> it.rightEndsUntil(Optional.of(LocalDate.of(2026, 6, 30)))))
                    .containsExactly(1);
            assertThat(found(it -> it.rightEndsUntil(Optional.of(LocalDate.of(2026, 6, 29)))))
                    .isEmpty();
            assertThat(found(it -> it.filedFrom(Optional.of(THAT_DAY)).filedUntil(Optional.of(THAT_DAY))))
                    .containsExactly(1, 2);
            assertThat(found(it -> it.filedFrom(Optional.of(THAT_DAY.plusDays(1)))))
                    .isEmpty();
            assertThat(found(it -> it.filedUntil(Optional.of(THAT_DAY.minusDays(1)))))
                    .isEmpty();
            assertThat(found(it -> it.nextAct(Optional.of("take-up")))).containsExactly(2);
            assertThat(found(it -> it.transfer(Optional.of(true)))).containsExactly(1);
            assertThat(found(it -> it.transfer(Optional.of(false)))).containsExactly(2);
            assertThat(found(it -> it.number(Optional.of(caseNumber(2))))).containsExactly(2);
            assertThat(found(it -> it.complete(Optional.of(true))
                            .facts(Optional.of(FactLevel.SEEN))
                            .statuses(Set.of(CaseStatus.CARD_READY))))
                    .containsExactly(1);
            assertThat(found(it -> it.complete(Optional.of(true)).facts(Optional.of(FactLevel.VERIFIED))))
                    .isEmpty();
        }

        @Test
        void overdue_tasks_and_likely_duplicates_are_filters_too() {
            keep(
                    aCase(1, 1).withTasks(List.of(aTask("one", 1, Optional.of(ISERE), THAT_DAY))),
                    aCase(2, 2)
                            .withRelated(List.of(
                                    new RelatedCase(caseNumber(1), RelatedCase.Link.LIKELY_DUPLICATE, Set.of()))),
                    aCase(3, 3)
                            .withRelated(
                                    List.of(new RelatedCase(caseNumber(1), RelatedCase.Link.KEPT_APART, Set.of()))));

            assertThat(found(it -> it.task(Optional.of(Task.Kind.DECIDE)))).containsExactly(1);
            assertThat(found(it -> it.task(Optional.of(Task.Kind.NOTIFY)))).isEmpty();
            assertThat(found(it -> it.duplicate(Optional.of(true)))).containsExactly(2);
            assertThat(found(it -> it.duplicate(Optional.of(false)))).containsExactly(1, 3);
            LocalDate due = LocalDate.of(2026, 3, 20);
            assertThat(late(due)).isEmpty();
            assertThat(late(due.plusDays(1))).hasSize(3);
        }

        private List<QueueRow> late(LocalDate today) {
            QueueFilter overdue =
                    new QueueFilter.Builder().overdue(Optional.of(true)).build();
            return store.read(
                    records -> records.cases().queue(NATIONAL, List.of(), overdue, today, Optional.empty(), 10));
        }

        @Test
        void a_name_is_found_by_the_beginnings_of_its_words_within_the_readers_scope() {
            keep(aCase(1, 1), aCase(2, 2), at(aCase(3, 3), RHONE));
            rename(2, "N'Guessan-Koné", "Marie Ange");
            rename(3, "Nguyễn", "Thị Ánh");

            assertThat(called("nguessan")).containsExactly(2);
            assertThat(called("KONE mar")).containsExactly(2);
            assertThat(called("ange n’gue")).containsExactly(2);
            assertThat(called("ng")).containsExactly(2, 3);
            assertThat(called("nguyen anh")).containsExactly(3);
            assertThat(called("uessan")).isEmpty();
            assertThat(called("kone paul")).isEmpty();
            assertThat(called("diallo")).containsExactly(1);
            for (String harmless : List.of("%", "_", "di%lo", "d_llo", "😀", "' OR 1=1 --", "z".repeat(1000))) {
                assertThat(called(harmless)).as(harmless).isEmpty();
            }
            QueueFilter inRhone =
                    new QueueFilter.Builder().name(Optional.of("nguyen")).build();
            assertThat(numbers(page(agentOf(ISERE), List.of(), inRhone, Optional.empty(), 10)))
                    .isEmpty();
            assertThat(numbers(page(agentOf(RHONE), List.of(), inRhone, Optional.empty(), 10)))
                    .containsExactly(3);
        }

        @Test
        void a_name_of_many_people_is_found_page_by_page() {
            CaseRecord[] many = new CaseRecord[230];
            for (int at = 0; at < many.length; at++) {
                many[at] = aCase(at + 1, at + 1);
            }
            keep(many);
            rename(230, "Diallo", "Zoé");
            QueueFilter diallo =
                    new QueueFilter.Builder().name(Optional.of("diallo")).build();

            List<QueueRow> first = page(NATIONAL, List.of(), diallo, Optional.empty(), 200);

            assertThat(first).hasSize(200);
            assertThat(called("zoe diallo")).containsExactly(230);
        }

        private void rename(int person, String family, String given) {
            PersonRecord before = aPerson(person);
            store.write(records -> {
                records.people()
                        .change(new PersonRecord(
                                before.id(),
                                new CivilStatus(
                                        family,
                                        given,
                                        before.civilStatus().birthDate(),
                                        before.civilStatus().nationality()),
                                before.civilStatusLevel(),
                                before.contact(),
                                before.foreignerNumber(),
                                before.protection(),
                                before.heldPermits()));
                return person;
            });
        }

        private long[] called(String name) {
            return found(it -> it.name(Optional.of(name)));
        }

        private long[] found(UnaryOperator<QueueFilter.Builder> asked) {
            QueueFilter filter = asked.apply(new QueueFilter.Builder()).build();
            return numbers(page(NATIONAL, List.of(), filter, Optional.empty(), 200));
        }

        @Test
        void words_are_found_wherever_they_stand_in_a_case_or_refused_plainly() {
            keep(aCase(1, 1), aCase(2, 2), at(aCase(3, 3), RHONE));
            rename(2, "N'Guessan-Koné", "Оксана");
            rename(3, "Nguyễn", "Thị Ánh");
            said(1, "Le domicile a changé : voir l'arrêté du greffe. ЗАЯВЛЕНИЕ");
            said(1, "Domicile vérifié, مُحَمَّد présent");
            said(3, "domicile");

            assertWorded("domicile", 1, 3);
            assertWorded("DOMICILE greffe", 1);
            assertWorded("verifie change", 1);
            assertWorded("заявление", 1);
            assertWorded("محمد", 1);
            assertWorded("nguessan", 2);
            assertWorded("оксана koné", 2);
            assertWorded("anh domicile", 3);
            assertWorded("0000000000000000002", 2);
            assertWorded("etudiant", 1, 2, 3);
            assertWorded("etudiant diallo arrete", 1);
            assertWorded("domi");
            assertWorded("domicile oksana");
        }

        @Test
        void words_that_mean_something_to_a_database_are_words_or_nothing() {
            keep(aCase(1, 1), aCase(2, 2));
            said(1, "or not and 38");

            assertWorded("or", 1);
            assertWorded("not and", 1);
            assertWorded("-not", 1);
            assertWorded("38", 1);
            for (String harmless : List.of(
                    "%", "_", "'", "''", "\\", "a:*", "!etudiant2", "& | ! ( )", "😀", "' OR 1=1 --", "\"<->\"")) {
                assertWorded(harmless);
            }
            assertWorded("@38", 1);
            assertWorded("z".repeat(1000));
        }

        @Test
        void words_follow_what_changes_and_go_when_they_are_erased() {
            keep(aCase(1, 1), aCase(2, 2));
            said(1, "domicile");
            said(1, "litige");
            said(2, "domicile");
            assertWorded("diallo", 1, 2);

            rename(1, "Traoré", "Awa");
            raw.run("DELETE FROM journal_statement WHERE words = 'litige'");
            write(records -> records.cases().change(at(aCase(2, 2), RHONE)));

            assertWorded("diallo", 2);
            assertWorded("traore domicile", 1);
            assertWorded("litige");
            assertWorded("domicile", 1, 2);
            assertWorded(agentOf(ISERE), "domicile", 1);
            assertWorded(agentOf(RHONE), "domicile", 2);
            write(records -> records.cases().change(ended(aCase(1, 1))));
            assertWorded("domicile", 2);
        }

        @Test
        void words_are_searched_in_the_queues_of_their_reader_and_with_other_filters() {
            keep(
                    aCase(1, 1),
                    at(aCase(2, 2), RHONE),
                    withStatus(at(aCase(3, 3), PARIS_75), CaseStatus.CARD_READY),
                    offered(aCase(4, 1), RHONE));
            LongStream.rangeClosed(1, 4).forEach(number -> said(number, "domicile"));

            assertWorded("domicile", 1, 2, 3, 4);
            assertWorded(agentOf(ISERE), "domicile", 1, 4);
            assertWorded(agentOf(RHONE, PARIS_75), "domicile", 2, 3);
            assertWorded(agentOf(LA_REUNION), "domicile");
            assertWorded(applicant(personId(1)), "domicile");
            assertWorded(NATIONAL, it -> it.statuses(Set.of(CaseStatus.CARD_READY)), "domicile", 3);
            assertWorded(NATIONAL, it -> it.transfer(Optional.of(true)), "domicile", 4);
            assertWorded(NATIONAL, it -> it.name(Optional.of("dia")), "domicile", 1, 2, 3, 4);
            assertWorded(NATIONAL, it -> it.number(Optional.of(caseNumber(2))), "domicile", 2);
        }

        private void said(long number, String words) {
            write(records -> records.cases()
                    .write(
                            caseNumber(number),
                            new JournalEntry(
                                    MORNING,
                                    "agent-7",
                                    "withdraw",
                                    "",
                                    Optional.empty(),
                                    Optional.of(new Statement("salt", words)))));
        }

        private void assertWorded(String text, long... expected) {
            assertWorded(NATIONAL, text, expected);
        }

        private void assertWorded(Caller caller, String text, long... expected) {
            assertWorded(caller, it -> it, text, expected);
        }

        /** Where the database does not search words, it says so, and finds nothing wrongly. */
        private void assertWorded(
                Caller caller, UnaryOperator<QueueFilter.Builder> asked, String text, long... expected) {
            QueueFilter filter = asked.apply(new QueueFilter.Builder())
                    .text(Optional.of(text))
                    .build();
            assertThat(store.<Boolean>read(records -> records.cases().searchesText()))
                    .isEqualTo(searchesText());
            if (searchesText()) {
                assertThat(numbers(page(caller, List.of(), filter, Optional.empty(), 10)))
                        .as(text)
                        .containsExactly(expected);
            } else {
                assertThatThrownBy(() -> page(caller, List.of(), filter, Optional.empty(), 10))
                        .isInstanceOfSatisfying(
                                CaseException.class,
                                it -> assertThat(it.code()).isEqualTo(ErrorCode.FULL_TEXT_UNAVAILABLE));
            }
        }

        @Test
        void an_agent_reads_the_queues_of_their_prefectures_and_no_other() {
            keep(aCase(1, 1), at(aCase(2, 1), PARIS_75), moved(aCase(3, 1), ISERE, RHONE), offered(aCase(4, 1), RHONE));

            assertThat(numbers(page(agentOf(ISERE), List.of(), Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(1, 4);
            assertThat(numbers(page(agentOf(RHONE), List.of(), Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(3);
            assertThat(numbers(page(agentOf(ISERE), List.of(PARIS_75), Optional.empty(), Optional.empty(), 10)))
                    .isEmpty();
            assertThat(numbers(page(agentOf(ISERE), List.of(PARIS_75, ISERE), Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(1, 4);
            assertThat(numbers(page(applicant(personId(1)), List.of(), Optional.empty(), Optional.empty(), 10)))
                    .isEmpty();
        }

        @Test
        void what_is_offered_is_told_to_whom_it_is_offered_the_first_to_be_done_first() {
            keep(
                    aCase(1, 1),
                    offeredUntil(aCase(2, 1), RHONE, THAT_DAY.plusDays(9)),
                    offeredUntil(aCase(3, 1), RHONE, THAT_DAY.plusDays(7)),
                    offeredUntil(at(aCase(4, 1), RHONE), PARIS_75, THAT_DAY.plusDays(7)));

            assertThat(offeredTo(agentOf(RHONE), 10)).containsExactly(3L, 2L);
            assertThat(offeredTo(agentOf(RHONE), 1)).containsExactly(3L);
            assertThat(offeredTo(agentOf(ISERE), 10)).isEmpty();
            assertThat(offeredTo(agentOf(PARIS_75, RHONE), 10)).containsExactly(3L, 4L, 2L);
            assertThat(offeredTo(NATIONAL, 10)).containsExactly(3L, 4L, 2L);
            assertThat(offeredTo(applicant(personId(1)), 10)).isEmpty();
            OfferedRow row = store.read(records -> records.cases().offered(agentOf(PARIS_75), 10))
                    .get(0);
            assertThat(row.from()).isEqualTo(RHONE);
            assertThat(row.familyName()).isEqualTo("Diallo");
            assertThat(row.offer().completesOn()).isEqualTo(LocalDate.of(2026, 3, 17));
        }

        private List<Long> offeredTo(Caller caller, int limit) {
            return store.read(records -> records.cases().offered(caller, limit)).stream()
                    .map(row -> Long.valueOf(row.number().value()))
                    .toList();
        }

        @Test
        void a_page_is_one_statement() {
            keepAQueue();

            List<String> statements = watched.during(() ->
                    page(agentOf(ISERE, PARIS_75), List.of(), Optional.of(CaseStatus.FILED), Optional.empty(), 5));

            assertThat(statements).hasSize(1);
        }

        private List<QueueRow> page(
                Caller caller,
                List<PrefectureCode> prefectures,
                Optional<CaseStatus> status,
                Optional<QueueKey> after,
                int limit) {
            QueueFilter filter = new QueueFilter.Builder()
                    .statuses(status.map(Set::of).orElse(Set.of()))
                    .build();
            return page(caller, prefectures, filter, after, limit);
        }

        private List<QueueRow> page(
                Caller caller,
                List<PrefectureCode> prefectures,
                QueueFilter filter,
                Optional<QueueKey> after,
                int limit) {
            return store.read(records -> records.cases().queue(caller, prefectures, filter, THAT_DAY, after, limit));
        }

        private long[] numbers(List<QueueRow> rows) {
            return rows.stream()
                    .mapToLong(row -> Long.parseLong(row.number().value()))
                    .toArray();
        }

        private List<Long> longs(List<QueueRow> rows) {
            return rows.stream().map(row -> Long.valueOf(row.number().value())).toList();
        }
    }

    @Nested
    class Delays {

        private static final Ground STUDENTS = new Ground(ISERE, new PermitCode("etudiant"), Nature.FIRST);

        @Test
        void the_decisions_told_since_a_day_come_by_number_page_by_page() {
            keep(
                    aCase(1, 1),
                    decided(4, Outcome.GRANTED, THAT_DAY, Optional.empty()),
                    decided(2, Outcome.GRANTED, THAT_DAY.minusDays(1), Optional.empty()),
                    decided(3, Outcome.REFUSED, THAT_DAY.minusDays(9), Optional.of(THAT_DAY.plusDays(3))),
                    decided(5, Outcome.REFUSED, THAT_DAY, Optional.empty()),
                    decided(6, Outcome.REFUSED, THAT_DAY.minusDays(9), Optional.of(THAT_DAY.minusDays(1))),
                    decided(7, Outcome.REGISTRATION_REFUSED, THAT_DAY, Optional.of(THAT_DAY)));

            List<DecidedCase> first = since(THAT_DAY, Optional.empty(), 1);
            List<DecidedCase> rest = since(THAT_DAY, Optional.of(caseNumber(3)), 9);

            assertThat(first).containsExactly(told(3, THAT_DAY.plusDays(3)));
            assertThat(rest).containsExactly(told(4, THAT_DAY));
        }

        @Test
        void a_case_past_reading_says_nothing_and_hides_no_other() {
            keep(
                    decided(1, Outcome.GRANTED, THAT_DAY, Optional.empty()),
                    decided(2, Outcome.GRANTED, THAT_DAY, Optional.empty()));
            raw.run("UPDATE permit_case SET prefecture = '?' WHERE case_number = '" + caseNumber(1) + "'");

            assertThat(since(THAT_DAY, Optional.empty(), 9))
                    .containsExactly(new DecidedCase(caseNumber(1), Optional.empty()), told(2, THAT_DAY));
        }

        @Test
        void a_count_stands_in_the_place_of_the_last_one() {
            LocalDelay known = new LocalDelay(31, Optional.of(new Spread(47, 130)), Optional.of(THAT_DAY));
            LocalDelay few = new LocalDelay(3, Optional.empty(), Optional.of(THAT_DAY));
            Ground renewals = new Ground(ISERE, new PermitCode("etudiant"), Nature.RENEWAL);
            Ground elsewhere = new Ground(RHONE, new PermitCode("etudiant"), Nature.FIRST);
            write(records -> records.delays().keep(Map.of(STUDENTS, few, renewals, few)));

            write(records -> records.delays().keep(Map.of(STUDENTS, known, elsewhere, few)));

            assertThat(delay(STUDENTS)).isEqualTo(known);
            assertThat(delay(elsewhere)).isEqualTo(few);
            assertThat(delay(renewals)).isEqualTo(LocalDelay.UNKNOWN);
            assertThat(raw.rows("SELECT prefecture, permit, nature, case_count, half_days, nine_tenths_days, counted_on"
                            + " FROM local_delay ORDER BY prefecture"))
                    .containsExactly("38|etudiant|FIRST|31|47|130|2026-03-10", "69|etudiant|FIRST|3|-|-|2026-03-10");
        }

        @Test
        void a_delay_is_one_statement() {
            List<String> statements = watched.during(() -> delay(STUDENTS));

            assertThat(statements).hasSize(1);
        }

        private LocalDelay delay(Ground ground) {
            return store.read(records -> records.delays().of(ground));
        }

        private List<DecidedCase> since(LocalDate day, Optional<CaseNumber> after, int limit) {
            return store.read(records -> records.delays().decidedSince(day, after, limit));
        }

        private DecidedCase told(long number, LocalDate on) {
            return new DecidedCase(
                    caseNumber(number), Optional.of(new Told(aCase(number, 1).filed(), ISERE, on)));
        }

        private CaseRecord decided(long number, Outcome outcome, LocalDate on, Optional<LocalDate> notifiedOn) {
            return aCase(number, 1)
                    .withDecision(Optional.of(new DecisionFile(
                            outcome,
                            on,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            notifiedOn.map(day -> new NotificationFile("letter", day, "proof")),
                            "2026-05-01")));
        }
    }

    /** Who reads the case, person and paper of number 1: at Isère, before at Paris and La Réunion, offered to Rhône. */
    record Reader(String who, Caller caller, boolean reads) {
        @Override
        public String toString() {
            return who;
        }
    }

    static Stream<Reader> readers() {
        return Stream.of(
                new Reader("its person", applicant(personId(1)), true),
                new Reader("another person", applicant(personId(2)), false),
                new Reader("agent in charge", agentOf(ISERE), true),
                new Reader("agent in charge before", agentOf(PARIS_75), true),
                new Reader("agent in charge long before", agentOf(LA_REUNION), true),
                new Reader("agent it is offered to", agentOf(RHONE), true),
                new Reader("agent elsewhere", agentOf(MAYOTTE), false),
                new Reader("agent of several elsewhere", agentOf(MAYOTTE, new PrefectureCode("2A")), false),
                new Reader("agent of several", agentOf(MAYOTTE, ISERE), true),
                new Reader("national services", NATIONAL, true));
    }

    @Nested
    class Scopes {

        @ParameterizedTest
        @MethodSource("fr.sejour.store.jpa.internal.StoreContract#readers")
        void what_is_out_of_scope_reads_like_what_does_not_exist(Reader reader) {
            keep(
                    waking(offered(moved(moved(aCase(1, 1), LA_REUNION, PARIS_75), PARIS_75, ISERE), RHONE), MORNING),
                    at(aCase(2, 2), new PrefectureCode("13")),
                    at(aCase(3, 1), new PrefectureCode("13")));
            write(records -> {
                records.people()
                        .keep(personId(1), new HeldPermitFact("held-1", aHeldPermit(), FactLevel.SEEN, MORNING));
                records.papers().add(aPaper(1, 1, 1, THAT_DAY));
                records.papers().add(aPaper(3, 3, 1, THAT_DAY));
            });
            Caller caller = reader.caller();

            Map<String, Object> answers = store.read(records -> {
                Map<String, Object> it = new LinkedHashMap<>();
                it.put("case", records.cases().find(caller, caseNumber(1)).isPresent());
                it.put(
                        "cases of person",
                        records.cases().ofPerson(caller, personId(1)).stream()
                                .anyMatch(found -> found.number().equals(caseNumber(1))));
                it.put("due", records.cases().due(caller, MORNING, 9).contains(caseNumber(1)));
                it.put("person", records.people().find(caller, personId(1)).isPresent());
                it.put(
                        "paper",
                        records.papers()
                                .find(caller, new AttestationNumber("SJ-0000-0000-0001"))
                                .isPresent());
                it.put(
                        "papers of person",
                        records.papers().ofPerson(caller, personId(1)).size() == 2);
                return it;
            });

            Map<String, Object> expected = new HashMap<>();
            answers.keySet().forEach(method -> expected.put(method, reader.reads()));
            assertThat(answers).isEqualTo(expected);
        }

        @Test
        void an_agent_sees_of_a_person_the_cases_of_their_own_prefecture_only() {
            keep(aCase(1, 1), at(aCase(2, 1), PARIS_75));

            List<CaseRecord> seen = store.read(records -> records.cases().ofPerson(agentOf(ISERE), personId(1)));

            assertThat(seen).extracting(CaseRecord::number).containsExactly(caseNumber(1));
        }

        @Test
        void tasks_are_read_by_who_owes_them() {
            keep(
                    aCase(1, 1)
                            .withTasks(List.of(
                                    aTask("isere", 1, Optional.of(ISERE), THAT_DAY),
                                    aTask("jurist", 1, Optional.empty(), THAT_DAY.plusDays(1)))),
                    at(aCase(2, 1), PARIS_75)
                            .withTasks(List.of(aTask("paris", 2, Optional.of(PARIS_75), THAT_DAY.plusDays(2)))));

            assertThat(tasks(agentOf(ISERE))).containsExactly("isere");
            assertThat(tasks(agentOf(PARIS_75, RHONE))).containsExactly("paris");
            assertThat(tasks(agentOf(RHONE))).isEmpty();
            assertThat(tasks(applicant(personId(1)))).isEmpty();
            assertThat(tasks(NATIONAL)).containsExactly("isere", "jurist", "paris");
        }

        private List<String> tasks(Caller caller) {
            return store
                    .<List<Task>>read(records -> records.cases()
                            .openTasks(
                                    caller,
                                    List.copyOf(caller.prefectures()),
                                    TaskQuery.Filter.NONE,
                                    THAT_DAY,
                                    Optional.empty(),
                                    10))
                    .stream()
                    .map(Task::id)
                    .toList();
        }
    }

    static Stream<CivilStatus> names() {
        LocalDate birth = LocalDate.of(1911, 3, 11);
        return Stream.of(
                new CivilStatus("الأحمد", "محمد عبد الله", birth, "SY"),
                new CivilStatus("王", "小明", birth, "CN"),
                new CivilStatus("O'Brien-d’Aубigné", "Zoë \\ ; %_", birth, "IE"),
                new CivilStatus("A" + repeated("😀", 199), "Ж" + repeated("é", 199), birth, "XX"));
    }

    @Nested
    class People {

        @Test
        void what_was_said_last_of_a_residence_is_what_stands() {
            write(records -> records.people().add(aPerson(1)));
            DeclaredResidence inLyon =
                    new DeclaredResidence(new Residence("2 rue de l'Exemple", new CommuneCode("69381")), MORNING);

            assertThat(residence(1)).isEmpty();
            write(records -> records.people().keepResidence(personId(1), inGrenoble(MORNING.minusSeconds(60))));
            assertThat(residence(1)).contains(inGrenoble(MORNING.minusSeconds(60)));
            write(records -> records.people().keepResidence(personId(1), inLyon));

            assertThat(residence(1)).contains(inLyon);
            assertThat(residence(2)).isEmpty();
            assertThat(raw.rows("SELECT person_id, address, commune FROM residence"))
                    .containsExactly(personId(1).value() + "|2 rue de l'Exemple|69381");
        }

        @Test
        void people_are_found_by_the_beginnings_of_their_names_and_their_birth_date_within_scope() {
            write(records -> records.people().add(aPerson(1)));
            write(records -> records.people().add(aPerson(2)));
            write(records -> records.cases().add(at(aCase(1, 1), ISERE)));
            write(records -> records.cases().add(at(aCase(2, 2), RHONE)));
            CivilStatus born = aPerson(1).civilStatus();
            String name = born.givenNames() + " " + born.familyName().substring(0, 2);
            Caller isere = Caller.agent(new AccountId("clerk"), Set.of(ISERE));

            assertThat(named(isere, name, born.birthDate())).containsExactly(personId(1));
            assertThat(named(NATIONAL, name, born.birthDate())).contains(personId(1));
            assertThat(named(NATIONAL, name, born.birthDate().plusDays(1))).isEmpty();
            assertThat(named(NATIONAL, name + " zzz", born.birthDate())).isEmpty();
            assertThat(named(NATIONAL, "%", born.birthDate())).isEmpty();
            assertThat(named(NATIONAL, "", born.birthDate())).isEmpty();
        }

        private List<PersonId> named(Caller caller, String name, LocalDate born) {
            return store.<List<PersonRecord>>read(records -> records.people().named(caller, name, born, 20)).stream()
                    .map(PersonRecord::id)
                    .toList();
        }

        private Optional<DeclaredResidence> residence(int person) {
            return store.read(records -> records.people().residence(personId(person)));
        }

        @Test
        void a_printed_form_is_one_case() {
            FormSerial form = FormSerial.of("0123456789");
            write(records -> records.people().add(aPerson(1)));
            write(records -> records.cases().add(onForm(aCase(1, 1), form)));

            assertThat(store.<Optional<CaseNumber>>read(
                            records -> records.cases().ofForm(form)))
                    .contains(caseNumber(1));
            assertThat(store.<Optional<CaseNumber>>read(
                            records -> records.cases().ofForm(FormSerial.of("0000000001"))))
                    .isEmpty();
            // work that does not look again is refused: nothing else keeps two filings of one form apart
            assertThatThrownBy(() -> write(records -> records.cases().add(onForm(aCase(2, 1), form))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("23505");
            assertThat(raw.rows("SELECT case_number, form_serial FROM permit_case"))
                    .containsExactly(caseNumber(1) + "|" + form);
        }

        private static CaseRecord onForm(CaseRecord record, FormSerial form) {
            return record.withFiled(record.filed().cameIn(new Received(THAT_DAY, Optional.of(form), Set.of())));
        }

        @Test
        void every_prefecture_that_had_a_case_stands_beside_it_in_order() {
            keep(moved(moved(aCase(1, 1), LA_REUNION, PARIS_75), PARIS_75, ISERE));

            assertThat(found(1).standing().formerPrefectures()).containsExactly(LA_REUNION, PARIS_75);
            assertThat(raw.rows("SELECT prefecture, list_position FROM former_prefecture ORDER BY list_position"))
                    .containsExactly("974|0", "75|1");
        }

        @ParameterizedTest
        @MethodSource("fr.sejour.store.jpa.internal.StoreContract#names")
        void a_name_comes_back_in_its_own_script(CivilStatus who) {
            PersonRecord person = new PersonRecord(
                    personId(1),
                    who,
                    FactLevel.SEEN,
                    aPerson(1).contact(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            write(records -> records.people().add(person));

            assertThat(person(1)).isEqualTo(person);
            assertThat(raw.rows("SELECT family_name FROM person")).containsExactly(who.familyName());
        }

        @Test
        void a_person_comes_back_with_everything_a_person_can_have() {
            write(records -> records.people().add(full(NANOSECONDS)));

            assertThat(person(1)).isEqualTo(full(MICROSECONDS));
        }

        @Test
        void a_change_keeps_what_it_names_and_forgets_no_permit() {
            write(records -> records.people().add(full(MICROSECONDS)));
            HeldPermitFact declared = full(MICROSECONDS).heldPermits().get(1);
            HeldPermitFact seen = new HeldPermitFact("ref-old", declared.permit(), FactLevel.SEEN, MORNING);
            PersonRecord changed = new PersonRecord(
                    personId(1),
                    new CivilStatus("Camara", "Fatou", LocalDate.of(1990, 1, 1), "SN"),
                    FactLevel.VERIFIED,
                    new Contact(Optional.empty(), Optional.empty(), "fr"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(seen));

            write(records -> records.people().change(changed));

            PersonRecord back = person(1);
            assertThat(back.civilStatus()).isEqualTo(changed.civilStatus());
            assertThat(back.civilStatusLevel()).isEqualTo(FactLevel.VERIFIED);
            assertThat(back.contact()).isEqualTo(changed.contact());
            assertThat(back.foreignerNumber()).isEmpty();
            assertThat(back.protection()).isEmpty();
            assertThat(back.heldPermits())
                    .containsExactly(full(MICROSECONDS).heldPermits().get(0), seen);
        }

        @Test
        void a_fact_is_kept_under_its_reference_new_or_changed() {
            write(records -> records.people().add(aPerson(1)));
            HeldPermitFact declared = new HeldPermitFact("ref", aHeldPermit(), FactLevel.DECLARED, NANOSECONDS);
            write(records -> records.people().keep(personId(1), declared));
            write(records -> records.people()
                    .keep(personId(1), new HeldPermitFact("ref", aHeldPermit(), FactLevel.VERIFIED, NANOSECONDS)));

            assertThat(person(1).heldPermits())
                    .containsExactly(new HeldPermitFact("ref", aHeldPermit(), FactLevel.VERIFIED, MICROSECONDS));
        }

        @Test
        void a_paper_of_an_earlier_system_is_kept_new_or_ended_and_no_change_forgets_it() {
            EarlierPaper endless = earlier("ADF/1", Optional.empty());
            EarlierPaper paper = earlier("OLD-7", Optional.of(LocalDate.of(2026, 12, 31)));
            write(records -> records.people().add(aPerson(1)));
            write(records -> {
                records.people().keep(personId(1), endless);
                records.people().keep(personId(1), paper);
            });
            assertThat(person(1).earlierPapers()).containsExactly(endless, paper);

            write(records -> records.people().keep(personId(1), paper.ended(NANOSECONDS)));
            write(records -> records.people().change(aPerson(1)));

            assertThat(person(1).earlierPapers()).containsExactly(endless, paper.ended(MICROSECONDS));
        }

        private EarlierPaper earlier(String number, Optional<LocalDate> lastDay) {
            return new EarlierPaper(
                    caseNumber(1),
                    PaperKind.ATTESTATION_DE_PROLONGATION,
                    number,
                    new Validity(LocalDate.of(2026, 10, 1), lastDay, ZoneId.of("Indian/Mayotte")),
                    Optional.empty());
        }

        @Test
        void what_was_taken_over_is_known_by_its_reference_and_only_once() {
            keep(aCase(1, 1));
            TakenOver taken = new TakenOver("ANEF/2026.17", "ab".repeat(32), caseNumber(1));
            write(records -> records.stock().add(taken));

            assertThat(store.<Optional<TakenOver>>read(
                            records -> records.stock().find("ANEF/2026.17")))
                    .contains(taken);
            assertThat(store.<Optional<TakenOver>>read(
                            records -> records.stock().find("ANEF/2026.18")))
                    .isEmpty();
            assertThatThrownBy(() -> write(records ->
                            records.stock().add(new TakenOver("ANEF/2026.17", "cd".repeat(32), caseNumber(1)))))
                    .isInstanceOf(RuntimeException.class);
            assertThat(raw.rows("SELECT reference, row_digest FROM taken_over"))
                    .containsExactly("ANEF/2026.17|" + "ab".repeat(32));
        }

        @Test
        void a_fact_taken_back_is_known_no_more_and_can_come_again() {
            write(records -> records.people().add(full(MICROSECONDS)));
            HeldPermitFact old = full(MICROSECONDS).heldPermits().get(1);

            write(records -> records.people().forget(personId(1), old.reference()));
            assertThat(person(1).heldPermits())
                    .containsExactly(full(MICROSECONDS).heldPermits().get(0));

            write(records -> records.people().keep(personId(1), old));
            assertThat(person(1)).isEqualTo(full(MICROSECONDS));
        }

        private PersonRecord person(int n) {
            return store.read(records -> records.people().find(NATIONAL, personId(n)))
                    .orElseThrow();
        }

        /** The latest permit first. */
        @Test
        void who_acts_for_a_person_comes_back_and_can_be_said_anew() {
            Representative mother = new Representative(
                    "Diallo",
                    "Fatou",
                    Representative.Quality.PARENT,
                    new Contact(Optional.of("mere@example.org"), Optional.of("0476000001"), "en"));
            Representative guardian = new Representative(
                    "Exemple",
                    "Jean",
                    Representative.Quality.GUARDIAN,
                    new Contact(Optional.empty(), Optional.empty(), "fr"));
            write(records -> records.people().add(aPerson(1).withRepresented(new Represented(mother, false))));

            assertThat(person(1).represented()).contains(new Represented(mother, false));

            write(records -> records.people().change(person(1).withRepresented(new Represented(guardian, true))));

            assertThat(person(1).represented()).contains(new Represented(guardian, true));
            assertThat(raw.rows("SELECT representative_family_name, representative_quality, representative_email,"
                            + " told_of_age FROM person"))
                    .allMatch(row -> row.startsWith("Exemple|GUARDIAN|"))
                    .hasSize(1);
        }

        private PersonRecord full(Instant since) {
            return new PersonRecord(
                    personId(1),
                    new CivilStatus("Diallo", "Aïssatou", LocalDate.of(1998, 5, 17), "GN"),
                    FactLevel.VERIFIED,
                    new Contact(Optional.of("famille@example.org"), Optional.of("+33 6 12 34 56 78"), "en"),
                    Optional.of(new ForeignerNumber("0123456789")),
                    Optional.of(new PermitCode("refugie")),
                    List.of(
                            new HeldPermitFact("ref-new", aHeldPermit(), FactLevel.VERIFIED, since),
                            new HeldPermitFact(
                                    "ref-old",
                                    new HeldPermit(
                                            new PermitCode("visiteur"),
                                            "V-1",
                                            Optional.empty(),
                                            LocalDate.of(2023, 1, 1),
                                            LocalDate.of(2023, 12, 31)),
                                    FactLevel.DECLARED,
                                    since)));
        }
    }

    @Nested
    class Papers {

        @Test
        void a_paper_comes_back_with_settled_rights() {
            keep(aCase(1, 1));
            write(records -> records.papers().add(settled(NANOSECONDS)));

            assertThat(store.<Optional<Attestation>>read(records -> records.papers()
                            .find(NATIONAL, settled(MICROSECONDS).number())))
                    .contains(settled(MICROSECONDS));
        }

        @Test
        void a_paper_comes_back_with_every_right_undetermined() {
            keep(aCase(1, 1));
            write(records -> records.papers().add(open()));

            assertThat(store.<Optional<Attestation>>read(
                            records -> records.papers().find(NATIONAL, open().number())))
                    .contains(open());
        }

        @Test
        void a_dba_reads_the_rights_of_a_paper() {
            keep(aCase(1, 1));
            write(records -> {
                records.papers().add(settled(MICROSECONDS));
                records.papers().add(open());
            });

            assertThat(
                            raw.rows(
                                    "SELECT kind, first_day, last_day, stay, work_code, work_hours, work_limit, travel, social,"
                                            + " work_question, work_basis, basis, because FROM attestation ORDER BY attestation_number"))
                    .containsExactly(
                            "RECEPISSE|2026-03-10|2026-06-09|PROVEN|HOURS_PER_YEAR|964|-|NONE|NONE|-|R. 5221-26|"
                                    + "R. 431-12; C. trav. R. 5221-26\\; al. 2|renewal; in-time",
                            "ATTESTATION_DE_DECISION_FAVORABLE|2026-03-10|-|-|-|-|-|-|-|Which work?|R. 431-15-1 al. 4|-|-");
        }

        @Test
        void every_work_right_comes_back() {
            List<WorkRight> rights = List.of(
                    WorkRight.NONE,
                    WorkRight.ANY,
                    WorkRight.WITH_AUTHORISATION,
                    WorkRight.hoursPerYear(964),
                    WorkRight.asHeld("activity_of_the_permit"));
            keep(aCase(1, 1));
            write(records -> IntStream.range(0, rights.size())
                    .forEach(i -> records.papers()
                            .add(withRights(
                                    aPaper(i, 1, 1, THAT_DAY.plusDays(i)),
                                    new Rights(
                                            anyWork().stay(),
                                            Right.settled(rights.get(i)),
                                            anyWork().travel(),
                                            anyWork().social())))));

            List<Attestation> papers = store.read(records -> records.papers().ofPerson(NATIONAL, personId(1)));

            assertThat(papers)
                    .extracting(
                            paper -> paper.rights().work().value().ifSettled().orElseThrow())
                    .containsExactlyElementsOf(rights);
        }

        @Test
        void the_papers_of_a_person_come_by_first_day() {
            keep(aCase(1, 1), aCase(2, 2));
            write(records -> {
                records.papers().add(aPaper(3, 1, 1, THAT_DAY.plusDays(9)));
                records.papers().add(aPaper(1, 1, 1, THAT_DAY.plusDays(1)));
                records.papers().add(aPaper(2, 1, 1, THAT_DAY.plusDays(5)));
                records.papers().add(aPaper(4, 2, 2, THAT_DAY));
            });

            assertThat(store.<List<Attestation>>read(records -> records.papers().ofPerson(NATIONAL, personId(1))))
                    .extracting(paper -> paper.number().value())
                    .containsExactly("SJ-0000-0000-0001", "SJ-0000-0000-0002", "SJ-0000-0000-0003");
        }

        @Test
        void a_check_code_is_the_right_to_read() {
            keep(aCase(1, 1));
            write(records -> records.papers().add(aPaper(7, 1, 1, THAT_DAY)));

            assertThat(store.<Optional<Attestation>>read(
                            records -> records.papers().byCheckCode(new CheckCode("0000-0000-0007"))))
                    .contains(aPaper(7, 1, 1, THAT_DAY));
            assertThat(store.<Optional<Attestation>>read(
                            records -> records.papers().byCheckCode(new CheckCode("0000-0000-0008"))))
                    .isEmpty();
        }

        @Test
        void only_the_end_of_a_paper_changes() {
            keep(aCase(1, 1));
            Attestation paper = aPaper(1, 1, 1, THAT_DAY);
            write(records -> records.papers().add(paper));

            write(records ->
                    records.papers().end(paper.number(), new Attestation.End(NANOSECONDS, "card-handed-over")));

            assertThat(store.<Optional<Attestation>>read(
                            records -> records.papers().find(NATIONAL, paper.number())))
                    .contains(ended(paper));
        }

        private Attestation ended(Attestation paper) {
            return paper.ended(new Attestation.End(MICROSECONDS, "card-handed-over"));
        }

        @Test
        void a_second_paper_of_one_case_kind_and_first_day_is_refused() {
            keep(aCase(1, 1));
            write(records -> records.papers().add(aPaper(1, 1, 1, THAT_DAY)));

            assertThatThrownBy(() -> write(records -> records.papers().add(aPaper(2, 1, 1, THAT_DAY))))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(raw.count("attestation")).isEqualTo(1);
        }

        @Test
        void a_paper_may_come_anew_once_the_first_has_ended() {
            keep(aCase(1, 1));
            for (int n = 1; n <= 3; n++) {
                Attestation paper = aPaper(n, 1, 1, THAT_DAY);
                write(records -> {
                    records.papers().add(paper);
                    records.papers().end(paper.number(), new Attestation.End(MORNING, "refused"));
                });
            }
            write(records -> records.papers().add(aPaper(4, 1, 1, THAT_DAY)));

            assertThat(raw.count("attestation")).isEqualTo(4);
        }

        @Test
        void a_paper_of_eight_threads_is_issued_once() throws Exception {
            keep(aCase(1, 1));

            Together.run(
                    8,
                    thread -> store.write(records -> {
                        boolean there = !records.papers()
                                .ofPerson(NATIONAL, personId(1))
                                .isEmpty();
                        if (!there) {
                            records.papers().add(aPaper(thread, 1, 1, THAT_DAY));
                        }
                        return there;
                    }));

            assertThat(raw.count("attestation")).isEqualTo(1);
        }

        private Attestation withRights(Attestation paper, Rights rights) {
            return new Attestation(
                    paper.number(),
                    paper.kind(),
                    paper.person(),
                    paper.caseNumber(),
                    paper.prefecture(),
                    paper.validity(),
                    rights,
                    paper.basis(),
                    paper.because(),
                    paper.edition(),
                    paper.issuedAt(),
                    paper.checkCode(),
                    paper.end());
        }

        private Attestation settled(Instant issuedAt) {
            return new Attestation(
                    new AttestationNumber("SJ-ABCD-0000-0001"),
                    PaperKind.RECEPISSE,
                    personId(1),
                    caseNumber(1),
                    MAYOTTE,
                    Validity.between(THAT_DAY, LocalDate.of(2026, 6, 9), ZoneId.of("Indian/Mayotte")),
                    new Rights(
                            Right.settled(StayRight.PROVEN, new Article("R. 431-12"), new Article("L. 431-3")),
                            Right.settled(WorkRight.hoursPerYear(964), new Article("R. 5221-26")),
                            Right.settled(TravelRight.NONE),
                            Right.settled(SocialRight.NONE)),
                    List.of(new Article("R. 431-12"), new Article("C. trav. R. 5221-26; al. 2")),
                    List.of("renewal", "in-time"),
                    "2026-05-01",
                    issuedAt,
                    new CheckCode("ABCDEFGH0001"),
                    Optional.empty());
        }

        private Attestation open() {
            return new Attestation(
                    new AttestationNumber("SJ-ABCD-0000-0002"),
                    PaperKind.ATTESTATION_DE_DECISION_FAVORABLE,
                    personId(1),
                    caseNumber(1),
                    ISERE,
                    Validity.from(THAT_DAY, PARIS),
                    new Rights(
                            new Right<>(Reading.undetermined("mixed", "Which stay?"), List.of()),
                            new Right<>(
                                    Reading.undetermined("by_ground", "Which work?"),
                                    List.of(new Article("R. 431-15-1 al. 4"))),
                            new Right<>(Reading.undetermined("to_verify", "Which travel?"), List.of()),
                            new Right<>(Reading.undetermined("unknown", "Which social rights?"), List.of())),
                    List.of(),
                    List.of(),
                    "2026-05-01",
                    MICROSECONDS,
                    new CheckCode("ABCDEFGH0002"),
                    Optional.empty());
        }
    }

    @Nested
    class Notices {

        @Test
        void a_notice_comes_back_in_its_words_newest_first() {
            keep(aCase(1, 1), aCase(2, 2));
            Notice first = new Notice(
                    "n-1",
                    "paper-issued",
                    caseNumber(1),
                    "en",
                    "Your paper 📄",
                    repeated("Récépissé délivré. ", 3000),
                    NANOSECONDS,
                    Optional.empty());
            write(records -> {
                records.notices().owe(personId(1), first);
                records.notices().owe(personId(1), aNotice("n-2", 1, NANOSECONDS));
                records.notices().owe(personId(1), aNotice("n-3", 1, NANOSECONDS.plusSeconds(1)));
                records.notices().owe(personId(2), aNotice("n-4", 2, NANOSECONDS));
            });

            List<Notice> notices = store.read(records -> records.notices().ofPerson(personId(1)));

            assertThat(notices)
                    .containsExactly(
                            aNotice("n-3", 1, MICROSECONDS.plusSeconds(1)),
                            aNotice("n-2", 1, MICROSECONDS),
                            new Notice(
                                    "n-1",
                                    "paper-issued",
                                    caseNumber(1),
                                    "en",
                                    "Your paper 📄",
                                    repeated("Récépissé délivré. ", 3000),
                                    MICROSECONDS,
                                    Optional.empty()));
        }

        @Test
        void only_the_notices_named_and_only_those_of_the_person_are_marked_as_seen() {
            keep(aCase(1, 1));
            write(records -> records.notices().owe(personId(1), aNotice("n-1", 1, MORNING)));
            write(records -> records.notices().owe(personId(1), aNotice("n-2", 1, MORNING.plusSeconds(1))));

            write(records -> records.notices().seen(personId(1), Set.of("n-2", "unknown"), MORNING));
            write(records -> records.notices().seen(personId(2), Set.of("n-1"), MORNING));
            write(records -> records.notices().seen(personId(1), Set.of(), MORNING));

            assertThat(store.<List<Notice>>read(records -> records.notices().ofPerson(personId(1))))
                    .extracting(Notice::id, Notice::seenAt)
                    .containsExactly(tuple("n-2", Optional.of(MORNING)), tuple("n-1", Optional.empty()));
        }

        @Test
        void what_was_seen_keeps_the_instant_it_was_first_seen() {
            keep(aCase(1, 1));
            write(records -> records.notices().owe(personId(1), aNotice("n-1", 1, MORNING)));
            write(records -> records.notices().seen(personId(1), Set.of("n-1"), NANOSECONDS));
            write(records -> records.notices().owe(personId(1), aNotice("n-2", 1, MORNING.plusSeconds(1))));
            write(records -> records.notices().seen(personId(1), Set.of("n-1", "n-2"), MORNING.plusSeconds(60)));

            assertThat(store.<List<Notice>>read(records -> records.notices().ofPerson(personId(1))))
                    .extracting(Notice::id, Notice::seenAt)
                    .containsExactly(
                            tuple("n-2", Optional.of(MORNING.plusSeconds(60))),
                            tuple("n-1", Optional.of(MICROSECONDS)));
        }

        @Test
        void a_delivery_is_owed_to_each_consumer_known_and_to_none_that_comes_later() {
            keep(aCase(1, 1));
            know("email", "search");
            write(records -> records.notices().know("email"));
            write(records -> records.notices().owe(personId(1), aNotice("n-1", 1, NANOSECONDS)));
            know("sms");

            assertThat(store.<Set<String>>read(records -> records.notices().known()))
                    .containsExactlyInAnyOrder("email", "search", "sms");
            assertThat(store.<List<Delivery>>read(records -> records.notices().waiting(10)))
                    .extracting(
                            Delivery::consumer,
                            Delivery::noticeKind,
                            Delivery::caseNumber,
                            Delivery::owedSince,
                            Delivery::dueAt,
                            Delivery::failures,
                            Delivery::lastFault)
                    .containsExactly(
                            tuple(
                                    "email",
                                    "filed",
                                    "0000000000000000001",
                                    MICROSECONDS,
                                    MICROSECONDS,
                                    0,
                                    Optional.empty()),
                            tuple(
                                    "search",
                                    "filed",
                                    "0000000000000000001",
                                    MICROSECONDS,
                                    MICROSECONDS,
                                    0,
                                    Optional.empty()));
        }

        @Test
        void a_claimed_delivery_has_what_its_carrier_needs() {
            Contact contact = new Contact(Optional.of("a@example.org"), Optional.empty(), "fr");
            write(records -> {
                records.people()
                        .add(new PersonRecord(
                                personId(1),
                                aPerson(1).civilStatus(),
                                FactLevel.SEEN,
                                contact,
                                Optional.empty(),
                                Optional.empty(),
                                List.of()));
                records.cases().add(aCase(1, 1));
            });
            know("email");
            owe("n-1", 1, MORNING);

            List<ClaimedDelivery> claimed = claim(Set.of("email"), MORNING, 10);

            assertThat(claimed)
                    .extracting(
                            ClaimedDelivery::consumer,
                            ClaimedDelivery::to,
                            ClaimedDelivery::notice,
                            ClaimedDelivery::failures)
                    .containsExactly(tuple("email", contact, aNotice("n-1", 1, MORNING), 0));
        }

        @Test
        void a_notice_goes_where_it_was_said_to_until_the_instant_that_was_said_with_it() {
            Contact elsewhere = new Contact(Optional.of("mere@example.org"), Optional.empty(), "en");
            keep(aCase(1, 1));
            know("email");
            Instant until = MORNING.plusSeconds(600);
            write(records -> records.notices().owe(personId(1), aNotice("n-1", 1, MORNING), elsewhere, until));

            assertThat(claim(Set.of("email"), MORNING.plusSeconds(299), 10))
                    .extracting(ClaimedDelivery::to)
                    .containsExactly(elsewhere);
            assertThat(claim(Set.of("email"), until, 10))
                    .extracting(ClaimedDelivery::to)
                    .containsExactly(aPerson(1).contact());
        }

        @Test
        void the_longest_due_leave_first_and_of_each_case_and_consumer_the_oldest_alone() {
            keep(aCase(1, 1), aCase(2, 1));
            know("email", "search");
            owe("n-1", 1, MORNING.plusSeconds(5));
            owe("n-2", 1, MORNING.plusSeconds(4));
            owe("n-3", 2, MORNING.plusSeconds(3));
            owe("n-4", 2, MORNING.plusSeconds(6));

            assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(60), 10))).containsExactly("n-3", "n-1");
            assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(60), 10))).isEmpty();
            assertThat(ids(claim(Set.of("search"), MORNING.plusSeconds(60), 1))).containsExactly("n-3");
            assertThat(ids(claim(Set.of("search", "email"), MORNING.plusSeconds(60), 10)))
                    .containsExactly("n-1");
            assertThat(ids(claim(Set.of(), MORNING.plusSeconds(60), 10))).isEmpty();
            assertThat(ids(claim(Set.of("sms"), MORNING.plusSeconds(60), 10))).isEmpty();
        }

        @Test
        void a_claim_ends_when_it_said() {
            keep(aCase(1, 1));
            know("email");
            owe("n-1", 1, MORNING);
            claim(Set.of("email"), MORNING, 10);

            assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(299), 10)))
                    .isEmpty();
            assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(300), 10)))
                    .containsExactly("n-1");
        }

        @Test
        void a_delivery_made_lets_the_next_one_go() {
            keep(aCase(1, 1));
            know("email");
            owe("n-1", 1, MORNING);
            owe("n-2", 1, MORNING);
            String first = claim(Set.of("email"), MORNING, 10).get(0).id();

            write(records -> records.notices().settle(first, MORNING, Optional.empty()));

            assertThat(ids(claim(Set.of("email"), MORNING, 10))).containsExactly("n-2");
            assertThat(count()).isEqualTo(1);
            assertThat(raw.rows("SELECT notice_id, undeliverable FROM delivery WHERE settled_at IS NOT NULL"))
                    .containsExactly("n-1|-");
        }

        @Test
        void a_delivery_that_can_never_be_made_waits_no_more_and_says_why() {
            keep(aCase(1, 1));
            know("email");
            owe("n-1", 1, MORNING);
            String id = claim(Set.of("email"), MORNING, 10).get(0).id();

            write(records -> records.notices().settle(id, MORNING, Optional.of(repeated("No address. ", 200))));
            write(records -> records.notices().postpone(id, MORNING.plusSeconds(1), "too late"));

            assertThat(count()).isZero();
            assertThat(raw.rows("SELECT {fn LENGTH(undeliverable)}, failures FROM delivery"))
                    .containsExactly("1000|0");
        }

        @Test
        void a_delivery_that_failed_is_due_again_when_it_said_and_holds_the_next_one_back() {
            keep(aCase(1, 1));
            know("email");
            owe("n-1", 1, MORNING);
            owe("n-2", 1, MORNING);
            String id = claim(Set.of("email"), MORNING, 10).get(0).id();

            write(records -> records.notices().postpone(id, MORNING.plusSeconds(30), "SocketTimeoutException"));

            assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(29), 10))).isEmpty();
            assertThat(store.<List<Delivery>>read(records -> records.notices().waiting(1)))
                    .extracting(Delivery::id, Delivery::dueAt, Delivery::failures, Delivery::lastFault)
                    .containsExactly(tuple(id, MORNING.plusSeconds(30), 1, Optional.of("SocketTimeoutException")));
            assertThat(claim(Set.of("email"), MORNING.plusSeconds(30), 10))
                    .extracting(ClaimedDelivery::id, ClaimedDelivery::failures)
                    .containsExactly(tuple(id, 1));
        }

        @Test
        void a_waiting_delivery_can_be_made_due_at_once_and_no_other_can() {
            keep(aCase(1, 1));
            know("email");
            owe("n-1", 1, MORNING);
            String id = claim(Set.of("email"), MORNING, 10).get(0).id();
            write(records -> records.notices().postpone(id, MORNING.plusSeconds(3600), "down"));

            assertThat(store.<Boolean>write(records -> records.notices().makeDue(id, MORNING.plusSeconds(1))))
                    .isTrue();
            assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(1), 10))).containsExactly("n-1");
            write(records -> records.notices().settle(id, MORNING, Optional.empty()));
            assertThat(store.<Boolean>write(records -> records.notices().makeDue(id, MORNING)))
                    .isFalse();
            assertThat(store.<Boolean>write(records -> records.notices().makeDue("unknown", MORNING)))
                    .isFalse();
        }

        @Test
        void a_delivery_in_a_hand_stays_there_when_it_is_made_due() {
            keep(aCase(1, 1));
            know("email");
            owe("n-1", 1, MORNING);
            String id = claim(Set.of("email"), MORNING, 10).get(0).id();

            write(records -> records.notices().makeDue(id, MORNING));

            assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(1), 10))).isEmpty();
        }

        @Test
        void eight_carriers_never_have_one_delivery_twice_and_keep_the_order_of_each_case() throws Exception {
            int cases = 10;
            int each = 12;
            keep(IntStream.rangeClosed(1, cases).mapToObj(n -> aCase(n, 1)).toArray(CaseRecord[]::new));
            know("email", "search");
            write(records -> {
                for (int i = 0; i < each; i++) {
                    for (int n = 1; n <= cases; n++) {
                        records.notices()
                                .owe(personId(1), aNotice("n-%02d-%02d".formatted(n, i), n, MORNING.plusMillis(i)));
                    }
                }
            });
            List<String> carried = Collections.synchronizedList(new ArrayList<>());

            Together.run(8, thread -> {
                while (carried.size() < cases * each * 2) {
                    for (ClaimedDelivery delivery : claim(Set.of("email", "search"), MORNING.plusSeconds(60), 7)) {
                        carried.add(
                                delivery.consumer() + "/" + delivery.notice().id());
                        write(records -> records.notices().settle(delivery.id(), MORNING, Optional.empty()));
                    }
                }
                return true;
            });

            List<String> expected = new ArrayList<>();
            for (String consumer : List.of("email", "search")) {
                for (int n = 1; n <= cases; n++) {
                    String ofThisCase = consumer + "/n-%02d-".formatted(n);
                    List<String> order = IntStream.range(0, each)
                            .mapToObj(i -> ofThisCase + "%02d".formatted(i))
                            .toList();
                    assertThat(carried.stream().filter(it -> it.startsWith(ofThisCase)))
                            .isEqualTo(order);
                    expected.addAll(order);
                }
            }
            assertThat(carried).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(count()).isZero();
        }

        private void know(String... consumers) {
            write(records -> Stream.of(consumers).forEach(records.notices()::know));
        }

        private void owe(String id, long number, Instant createdAt) {
            write(records -> records.notices().owe(personId(1), aNotice(id, number, createdAt)));
        }

        private List<ClaimedDelivery> claim(Set<String> consumers, Instant now, int limit) {
            return store.write(records -> records.notices().claim(consumers, now, now.plusSeconds(300), limit));
        }

        private List<String> ids(List<ClaimedDelivery> claimed) {
            return claimed.stream().map(it -> it.notice().id()).toList();
        }

        private long count() {
            return store.read(records -> records.notices().countWaiting());
        }
    }

    @Nested
    class Accounts {

        private static final Login LOGIN = new Login("aissatou.diallo");

        @Test
        void accounts_come_back_by_their_login() {
            write(records -> records.people().add(aPerson(1)));
            Account ofApplicant = account("a-1", LOGIN, applicant(personId(1)));
            Account ofAgent = new Account(
                    new Login("agent@isere.example"),
                    Caller.agent(new AccountId("a-2"), Set.of(ISERE, PARIS_75)),
                    "$argon2id$v=19$m=19456",
                    Optional.of("JBSWY3DPEHPK3PXP"),
                    58_000_000L,
                    3,
                    Optional.of(MICROSECONDS));
            Account ofNational = account("a-3", new Login("national"), NATIONAL);
            write(records -> Stream.of(ofApplicant, ofAgent, ofNational).forEach(records.accounts()::add));

            assertThat(account(LOGIN)).contains(ofApplicant);
            assertThat(account(new Login("AGENT@isere.example"))).contains(ofAgent);
            assertThat(account(new Login("national"))).contains(ofNational);
            assertThat(account(new Login("nobody"))).isEmpty();
        }

        @Test
        void an_account_moves_to_a_person_for_whom_nobody_speaks() {
            write(records -> {
                records.people().add(aPerson(1));
                records.people().add(aPerson(2));
                records.people().add(aPerson(3));
                records.accounts().add(account("a-1", LOGIN, applicant(personId(1))));
                records.accounts().add(account("a-2", new Login("somebody"), applicant(personId(2))));
            });

            boolean toSomebody = store.write(records -> records.accounts().move(new AccountId("a-1"), personId(2)));
            boolean toNobody = store.write(records -> records.accounts().move(new AccountId("a-1"), personId(3)));

            assertThat(toSomebody).isFalse();
            assertThat(toNobody).isTrue();
            assertThat(raw.rows("SELECT account_id, person_id FROM account ORDER BY account_id"))
                    .containsExactly("a-1|" + personId(3), "a-2|" + personId(2));
        }

        @Test
        void a_login_is_taken_once() throws Exception {
            List<Optional<ErrorCode>> answers = Together.run(8, thread -> {
                try {
                    write(records -> {
                        records.people().add(aPerson(thread));
                        records.accounts().add(account("a-" + thread, LOGIN, applicant(personId(thread))));
                    });
                    return Optional.empty();
                } catch (CaseException e) {
                    return Optional.of(e.code());
                }
            });

            assertThat(Collections.frequency(answers, Optional.of(ErrorCode.LOGIN_TAKEN)))
                    .isEqualTo(7);
            assertThat(raw.count("account")).isEqualTo(1);
            assertThat(raw.count("person")).isEqualTo(1);
        }

        @Test
        void a_sign_in_changes_what_it_changes() {
            write(records -> records.accounts().add(account("a-1", LOGIN, NATIONAL)));

            AccountId id = new AccountId("a-1");
            int failures = store.write(records -> records.accounts().countFailure(id));
            write(records -> records.accounts().lock(id, Optional.of(NANOSECONDS)));
            Account failed = account(LOGIN).orElseThrow();

            boolean accepted = store.write(records -> records.accounts().accept(id, OptionalLong.of(42)));

            Account back = account(LOGIN).orElseThrow();
            assertThat(failures).isEqualTo(1);
            assertThat(failed.failures()).isEqualTo(1);
            assertThat(failed.lockedUntil()).contains(MICROSECONDS);
            assertThat(accepted).isTrue();
            assertThat(back.failures()).isZero();
            assertThat(back.lockedUntil()).isEmpty();
            assertThat(back.lastTotpStep()).isEqualTo(42);
            assertThat(back.passwordHash()).isEqualTo("hash");
        }

        @Test
        void a_step_that_was_accepted_is_accepted_no_more_nor_is_one_before_it() {
            write(records -> records.accounts().add(account("a-1", LOGIN, NATIONAL)));
            AccountId id = new AccountId("a-1");
            write(records -> {
                records.accounts().accept(id, OptionalLong.of(42));
                records.accounts().countFailure(id);
            });

            assertThat(store.<Boolean>write(records -> records.accounts().accept(id, OptionalLong.of(42))))
                    .isFalse();
            assertThat(store.<Boolean>write(records -> records.accounts().accept(id, OptionalLong.of(41))))
                    .isFalse();
            assertThat(account(LOGIN).orElseThrow().failures()).isEqualTo(1);
            assertThat(store.<Boolean>write(records -> records.accounts().accept(id, OptionalLong.empty())))
                    .isTrue();
            assertThat(account(LOGIN).orElseThrow().lastTotpStep()).isEqualTo(42);
        }

        @Test
        void of_eight_sign_ins_at_once_with_one_step_one_is_accepted() throws Exception {
            write(records -> records.accounts().add(account("a-1", LOGIN, NATIONAL)));
            AccountId id = new AccountId("a-1");

            List<Boolean> accepted = Together.run(
                    8, thread -> store.write(records -> records.accounts().accept(id, OptionalLong.of(42))));

            assertThat(Collections.frequency(accepted, true)).isEqualTo(1);
        }

        @Test
        void of_eight_failures_at_once_each_counts() throws Exception {
            write(records -> records.accounts().add(account("a-1", LOGIN, NATIONAL)));
            AccountId id = new AccountId("a-1");

            List<Integer> counts = Together.run(
                    8, thread -> store.write(records -> records.accounts().countFailure(id)));

            assertThat(counts).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        }

        @Test
        void a_session_speaks_for_its_account_until_it_expires() {
            Caller agent = Caller.agent(new AccountId("a-1"), Set.of(ISERE, RHONE));
            write(records -> {
                records.accounts().add(account("a-1", LOGIN, agent));
                records.accounts().openSession("token-hash", new AccountId("a-1"), MORNING.plusSeconds(60));
            });

            assertThat(session("token-hash", MORNING.plusSeconds(59))).contains(agent);
            assertThat(session("token-hash", MORNING.plusSeconds(60))).isEmpty();
            assertThat(session("another", MORNING)).isEmpty();
        }

        @Test
        void a_session_ends_when_it_is_closed_or_swept() {
            write(records -> {
                records.accounts().add(account("a-1", LOGIN, NATIONAL));
                records.accounts().openSession("closed", new AccountId("a-1"), MORNING.plusSeconds(60));
                records.accounts().openSession("expired", new AccountId("a-1"), MORNING.minusSeconds(1));
                records.accounts().openSession("open", new AccountId("a-1"), MORNING.plusSeconds(60));
            });

            write(records -> {
                records.accounts().closeSession("closed");
                records.accounts().closeSession("never opened");
                records.accounts().sweepSessions(MORNING);
            });

            assertThat(raw.rows("SELECT token_hash FROM session")).containsExactly("open");
        }

        private Account account(String id, Login login, Caller as) {
            Caller caller = new Caller(new AccountId(id), as.role(), as.person(), as.prefectures());
            return new Account(login, caller, "hash", Optional.empty(), 0, 0, Optional.empty());
        }

        private Optional<Account> account(Login login) {
            return store.read(records -> records.accounts().find(login));
        }

        private Optional<Caller> session(String token, Instant now) {
            return store.read(records -> records.accounts().session(token, now));
        }
    }

    @Nested
    class Corrections {

        private static final CorrectionNumber NUMBER = new CorrectionNumber("CO-0000-0000-0001");
        private static final CivilStatus RIGHT = new CivilStatus("بن علي", "Łucja", LocalDate.of(1999, 5, 17), "MA");
        private static final Login LOGIN = new Login("amina");
        private static final EvidenceRecord FILE = new EvidenceRecord(
                new EvidenceId("00000000-0000-0000-0000-0000000000e1"),
                personId(1),
                "name-1",
                "image/png",
                3,
                "cd".repeat(32),
                ScanState.WAITING,
                MORNING);

        @BeforeEach
        void somebodyHasACaseInIsere() {
            write(records -> records.people().add(aPerson(1)));
            write(records -> records.cases().add(at(aCase(1, 1), ISERE)));
        }

        @Test
        void a_correction_comes_back_with_its_steps_and_its_proof_to_whoever_reads_its_person() {
            Correction open = aCorrection();
            write(records -> {
                records.evidence().add(FILE);
                records.corrections().add(open);
            });

            for (Caller reader : List.of(NATIONAL, agentOf(ISERE), applicant(personId(1)))) {
                assertThat(correction(reader)).as(reader.toString()).contains(open);
            }
            for (Caller other : List.of(agentOf(MAYOTTE), applicant(personId(2)))) {
                assertThat(correction(other)).as(other.toString()).isEmpty();
                assertThat(store.<List<Correction>>read(
                                records -> records.corrections().toAnswer(other, 10)))
                        .isEmpty();
            }
            write(records -> records.evidence().judge(FILE.id(), ScanState.INFECTED));
            assertThat(correction(NATIONAL).flatMap(Correction::proof))
                    .contains(new Proof(FILE.id(), "image/png", 3, ScanState.INFECTED));
            assertThat(waiting(agentOf(ISERE)))
                    .singleElement()
                    .extracting(Correction::proof)
                    .isEqualTo(Optional.of(new Proof(FILE.id(), "image/png", 3, ScanState.INFECTED)));
            assertThat(raw.rows("SELECT new_family_name FROM correction")).containsExactly("بن علي");
        }

        @Test
        void a_settled_correction_keeps_what_the_register_said_and_waits_no_more() {
            Correction open = aCorrection();
            write(records -> {
                records.evidence().add(FILE);
                records.corrections().add(open);
            });
            Correction settled = new Correction(
                    NUMBER,
                    open.person(),
                    open.at(),
                    open.before(),
                    open.proposed(),
                    Optional.of(open.before()),
                    open.proof(),
                    open.owner(),
                    open.dueOn(),
                    open.escalation(),
                    Correction.State.APPROVED,
                    List.of(open.steps().get(0), aStep(2, Correction.State.APPROVED, Optional.empty())));
            assertThat(waiting(agentOf(ISERE))).hasSize(1);

            write(records -> {
                records.corrections().hold(NUMBER);
                records.corrections().change(settled);
            });

            assertThat(correction(NATIONAL)).contains(settled);
            assertThat(waiting(agentOf(ISERE))).isEmpty();
        }

        @Test
        void of_eight_approvals_at_once_one_is_done() throws Exception {
            Desks desks = new Desks(store, MORNING);
            Correction open = desks.corrections.propose(
                    applicant(personId(1)), personId(1), new NewCorrection(RIGHT, "Une lettre", Optional.empty()));

            List<Optional<ErrorCode>> answers = Together.run(
                    8,
                    thread -> refused(() -> desks.corrections.act(
                            Caller.agent(new AccountId("agent-" + thread), Set.of(ISERE)),
                            open.number(),
                            new CorrectionAct.Approve(Optional.empty()))));

            assertThat(Collections.frequency(answers, Optional.empty())).isEqualTo(1);
            assertThat(Collections.frequency(answers, Optional.of(ErrorCode.ACT_NOT_ALLOWED)))
                    .isEqualTo(7);
            assertThat(raw.count("correction_step")).isEqualTo(2);
            assertThat(raw.rows("SELECT family_name FROM person")).containsExactly("بن علي");
        }

        @Test
        void of_eight_who_come_with_one_code_at_once_one_is_let_in() throws Exception {
            Desks desks = new Desks(store, MORNING);
            RecoveryCode code = desks.recoveries
                    .open(agentOf(ISERE), personId(1), "Passeport")
                    .code();
            RecoveryClaim claim = new RecoveryClaim(
                    Optional.of(LOGIN),
                    Optional.empty(),
                    aPerson(1).civilStatus().birthDate(),
                    code);

            List<Optional<ErrorCode>> answers =
                    Together.run(8, thread -> refused(() -> desks.accounts.recover(claim, "hash-" + thread)));

            assertThat(Collections.frequency(answers, Optional.empty())).isEqualTo(1);
            assertThat(Collections.frequency(answers, Optional.of(ErrorCode.RECOVERY_REFUSED)))
                    .isEqualTo(7);
            assertThat(raw.count("account")).isEqualTo(1);
            assertThat(raw.count("recovery")).isZero();
            assertThat(raw.rows("SELECT what FROM access_line ORDER BY line_number"))
                    .containsExactly("RECOVERY_OPENED", "ACCOUNT_OPENED");
        }

        @Test
        void a_changed_access_ends_every_session_and_takes_no_login_of_somebody_else() {
            Account own =
                    new Account(LOGIN, applicant(personId(1)), "hash", Optional.empty(), 0, 3, Optional.of(MORNING));
            AccountId id = own.caller().account();
            write(records -> {
                records.accounts().add(own);
                records.accounts()
                        .add(new Account(
                                new Login("taken"), NATIONAL, "hash", Optional.empty(), 0, 0, Optional.empty()));
                records.accounts().openSession("one", id, MORNING.plusSeconds(60));
            });

            write(records -> {
                records.accounts().change(id, new Login("another"), "fresh");
                records.accounts().closeSessions(id);
            });

            assertThat(store.<List<Account>>read(records -> records.accounts().ofPerson(personId(1))))
                    .containsExactly(new Account(
                            new Login("another"), own.caller(), "fresh", Optional.empty(), 0, 0, Optional.empty()));
            assertThat(store.<Optional<Account>>read(
                            records -> records.accounts().find(id)))
                    .isPresent();
            assertThat(raw.count("session")).isZero();
            assertThat(refused(() -> store.write(records -> {
                        records.accounts().change(id, new Login("taken"), "fresh");
                        return id;
                    })))
                    .contains(ErrorCode.LOGIN_TAKEN);
        }

        @Test
        void a_notice_goes_where_it_was_sent_to_whatever_the_person_says_later() {
            Contact old = new Contact(Optional.of("old@example.org"), Optional.empty(), "en");
            write(records -> {
                records.notices().know("email");
                records.notices().owe(personId(1), aNotice("n-1", 1, MORNING), old);
            });

            assertThat(store.<List<ClaimedDelivery>>write(records -> records.notices()
                            .claim(Set.of("email"), MORNING.plusSeconds(3600), MORNING.plusSeconds(7200), 10)))
                    .extracting(ClaimedDelivery::to)
                    .containsExactly(old);
        }

        private Optional<ErrorCode> refused(Runnable work) {
            try {
                work.run();
                return Optional.empty();
            } catch (CaseException e) {
                return Optional.of(e.code());
            }
        }

        private Optional<Correction> correction(Caller reader) {
            return store.read(records -> records.corrections().find(reader, NUMBER));
        }

        private List<Correction> waiting(Caller reader) {
            return store.read(records -> records.corrections().toAnswer(reader, 10));
        }

        private Correction aCorrection() {
            return new Correction(
                    NUMBER,
                    personId(1),
                    MORNING,
                    aPerson(1).civilStatus(),
                    RIGHT,
                    Optional.empty(),
                    Optional.of(new Proof(FILE.id(), FILE.mediaType(), FILE.size(), FILE.scan())),
                    Optional.of(ISERE),
                    LocalDate.of(2026, 3, 17),
                    Task.Escalation.TEAM,
                    Correction.State.PROPOSED,
                    List.of(aStep(1, Correction.State.PROPOSED, Optional.of("Une lettre manque"))));
        }

        private Correction.Step aStep(long sequence, Correction.State what, Optional<String> words) {
            return new Correction.Step(sequence, MORNING, new AccountId("a-1"), what, words);
        }
    }

    @Nested
    class MandatesOfPeople {

        private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
        private static final LocalDate LAST = LocalDate.of(2026, 12, 1);

        @Test
        void a_mandate_comes_back_as_it_was_given_and_as_it_was_ended() {
            Mandate given = aMandate(Set.of(Permission.FILE, Permission.READ), Optional.of("GUICHET-12"));

            assertThat(ofPerson()).containsExactly(given);
            assertThat(ofMandatary()).containsExactly(given);
            assertThat(raw.rows("SELECT document FROM mandate")).containsExactly("GUICHET-12");

            Mandate ended = given.endedBy(new AccountId("agent-1"), MORNING);
            write(records -> records.mandates().end(ended));

            assertThat(ofPerson()).containsExactly(ended);
            assertThat(ofMandatary()).isEmpty();
        }

        @Test
        void a_helper_is_found_by_their_code_and_reads_nothing_by_themselves() {
            Mandate given = aMandate(Set.of(Permission.COMPLETE), Optional.empty());
            Caller helper = Caller.helper(given.mandatary().account());

            Optional<Mandatary> found = store.read(
                    records -> records.mandates().mandatary(given.mandatary().code()));
            Optional<Mandatary> nobody =
                    store.read(records -> records.mandates().mandatary(new MandataryCode("0000-0000")));

            assertThat(found).contains(given.mandatary());
            assertThat(nobody).isEmpty();
            Optional<PersonRecord> person =
                    store.read(records -> records.people().find(helper, personId(1)));
            assertThat(person).isEmpty();
            assertThat(listed(records -> records.cases().ofPerson(helper, personId(1))))
                    .isEmpty();
            assertThat(listed(records -> records.cases().offered(helper, 10))).isEmpty();
            assertThat(listed(records -> records.corrections().toAnswer(helper, 10)))
                    .isEmpty();
            assertThat(listed(records -> records.reports().toAnswer(helper, 10)))
                    .isEmpty();
        }

        @Test
        void a_mandate_goes_along_with_the_account_of_whoever_turns_out_to_be_somebody_known() {
            Mandate given = aMandate(Set.of(Permission.FILE), Optional.empty());
            write(records -> {
                records.people().add(aPerson(2));
                records.accounts()
                        .add(new Account(
                                new Login("amina"),
                                Caller.applicant(new AccountId("a-1"), personId(1)),
                                "hash",
                                Optional.empty(),
                                0,
                                0,
                                Optional.empty()));
            });

            boolean moved = store.write(records -> records.accounts().move(new AccountId("a-1"), personId(2)));

            assertThat(moved).isTrue();
            assertThat(ofPerson()).isEmpty();
            assertThat(ofMandatary())
                    .extracting(Mandate::number, Mandate::person)
                    .containsExactly(tuple(given.number(), personId(2)));
        }

        private List<?> listed(Function<Records, List<?>> read) {
            return store.read(read);
        }

        private Mandate aMandate(Set<Permission> allows, Optional<String> document) {
            Mandatary mandatary = new Mandatary(
                    new AccountId("helper-1"),
                    new MandataryCode("7K2M-9QXT"),
                    "Asso Exemple",
                    Mandatary.Kind.ASSOCIATION);
            Mandate given = new Mandate(
                    new MandateNumber("MA-7K2M-9QXT-4HBW"),
                    personId(1),
                    mandatary,
                    allows,
                    FIRST,
                    LAST,
                    new Mandate.Given(MORNING, new AccountId("agent-1"), document),
                    Optional.empty());
            write(records -> {
                records.people().add(aPerson(1));
                records.accounts()
                        .add(new Account(
                                new Login("asso.exemple"),
                                Caller.helper(mandatary.account()),
                                "hash",
                                Optional.of("secret"),
                                0,
                                0,
                                Optional.empty()));
                records.mandates().add(mandatary);
                records.mandates().add(given);
            });
            return given;
        }

        private List<Mandate> ofPerson() {
            return store.read(records -> records.mandates().ofPerson(personId(1)));
        }

        private List<Mandate> ofMandatary() {
            return store.read(records -> records.mandates().ofMandatary(new AccountId("helper-1")));
        }
    }

    @Nested
    class LookingAlike {

        private static final LookAlike.KeptApart SAID =
                new LookAlike.KeptApart(MORNING, new AccountId("agent-1"), "بن علي: deux passeports\nvus");

        @Test
        void people_are_found_by_the_words_of_their_names_and_their_day_of_birth() {
            write(records -> {
                records.people().add(named(1, "N'Guessan-Koné", "Aïssatou", "1998-05-17"));
                records.people().add(named(2, "AISSATOU", "NGUESSAN KONE", "1998-05-17"));
                records.people().add(named(3, "Koné", "N Guessan Aïssatou", "1998-05-17"));
                records.people().add(named(4, "N'Guessan-Koné", "Aïssatou", "1998-05-18"));
                records.people().add(named(5, "N'Guessan", "Aïssatou", "1998-05-17"));
                records.people().add(named(6, "王", "小明", "1998-05-17"));
            });

            assertThat(found(named(1, "N'Guessan-Koné", "Aïssatou", "1998-05-17")))
                    .containsExactly(personId(2), personId(3));
            assertThat(found(named(2, "AISSATOU", "NGUESSAN KONE", "1998-05-17")))
                    .containsExactly(personId(1));
            assertThat(found(named(6, "王", "小明", "1998-05-17"))).isEmpty();
        }

        @Test
        void people_are_found_by_the_numbers_that_they_share_and_come_back_whole() {
            PersonRecord holder = named(1, "Diallo", "Aïssatou", "1998-05-17").withHeldPermits(List.of(said("T123")));
            PersonRecord other = named(2, "Ben Ali", "Amina", "1970-01-01").withHeldPermits(List.of(said("T123")));
            PersonRecord linked = linked(named(3, "Nguyen", "Bao", "1980-01-01"), "9900000001");
            PersonRecord mistaken = named(4, "Smith", "Jo", "1990-01-01").withHeldPermits(List.of(said("9900000001")));
            write(records -> List.of(holder, other, linked, mistaken).forEach(records.people()::add));

            assertThat(candidates(holder, 10)).containsExactly(other);
            assertThat(candidates(linked, 10)).containsExactly(mistaken);
            assertThat(candidates(mistaken, 10)).containsExactly(linked);
        }

        @Test
        void no_more_are_looked_at_than_asked_for() {
            write(records -> IntStream.range(0, 5).forEach(n -> records.people().add(aPerson(n))));

            assertThat(candidates(aPerson(4), 3))
                    .extracting(PersonRecord::id)
                    .containsExactly(personId(0), personId(1), personId(2));
        }

        @Test
        void two_people_are_kept_apart_once_from_whichever_side_it_is_said() {
            write(records -> IntStream.range(1, 4).forEach(n -> records.people().add(aPerson(n))));

            write(records -> records.lookAlikes().keepApart(personId(2), personId(1), SAID));
            write(records -> records.lookAlikes()
                    .keepApart(
                            personId(1),
                            personId(2),
                            new LookAlike.KeptApart(MORNING, new AccountId("agent-2"), "encore")));
            write(records -> records.lookAlikes().keepApart(personId(3), personId(2), SAID));

            assertThat(raw.rows("SELECT account_id FROM people_apart ORDER BY person_id"))
                    .containsExactly("agent-2", "agent-1");
            assertThat(apart(1)).containsOnlyKeys(personId(2));
            assertThat(apart(2)).containsOnlyKeys(personId(1), personId(3)).containsEntry(personId(3), SAID);
            write(records -> records.lookAlikes().takeBack(personId(1), personId(2)));
            assertThat(apart(1)).isEmpty();
            assertThat(apart(2)).containsOnlyKeys(personId(3));
        }

        @Test
        void of_agents_who_say_it_at_once_from_both_sides_all_are_served() throws Exception {
            Desks desks = new Desks(store, MORNING);
            write(records -> IntStream.range(1, 3).forEach(n -> records.people().add(aPerson(n))));

            List<LookAlike> answers = Together.run(
                    8,
                    thread -> desks.lookAlikes.keepApart(
                            NATIONAL,
                            personId(1 + thread % 2),
                            personId(2 - thread % 2),
                            new TwoPeople("agent " + thread)));

            assertThat(answers).hasSize(8);
            assertThat(raw.count("people_apart")).isEqualTo(1);
        }

        private Map<PersonId, LookAlike.KeptApart> apart(int person) {
            return store.read(records -> records.lookAlikes().keptApart(personId(person)));
        }

        private List<PersonId> found(PersonRecord person) {
            return candidates(person, 10).stream().map(PersonRecord::id).toList();
        }

        private List<PersonRecord> candidates(PersonRecord person, int limit) {
            return store.read(records -> records.lookAlikes().candidates(person, limit));
        }

        private PersonRecord named(int n, String family, String given, String born) {
            return aPerson(n)
                    .withCivilStatus(new CivilStatus(family, given, LocalDate.parse(born), "GN"), FactLevel.DECLARED);
        }

        private PersonRecord linked(PersonRecord person, String number) {
            return new PersonRecord(
                    person.id(),
                    person.civilStatus(),
                    FactLevel.VERIFIED,
                    person.contact(),
                    Optional.of(new ForeignerNumber(number)),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }

        private HeldPermitFact said(String number) {
            return new HeldPermitFact(
                    "r-1",
                    new HeldPermit(
                            new PermitCode("etudiant"),
                            number,
                            Optional.empty(),
                            LocalDate.of(2025, 9, 1),
                            LocalDate.of(2026, 8, 31)),
                    FactLevel.DECLARED,
                    MORNING);
        }
    }

    @Nested
    class WhatFailed {

        private static final AttemptNumber NUMBER = AttemptNumber.of("00000000001");
        private static final ReportNumber REPORT = new ReportNumber("SI-0000-0000-0001");

        @BeforeEach
        void somebodyHasACaseInIsere() {
            write(records -> records.people().add(aPerson(1)));
            write(records -> records.cases().add(at(aCase(1, 1), ISERE)));
        }

        @Test
        void an_attempt_comes_back_whole_and_is_kept_once() {
            Attempt full = anAttempt(NUMBER, Optional.of(personId(1)), Optional.of(RHONE))
                    .giving(new Substitute(MORNING, Substitute.Because.REPORTED, Optional.of(RHONE)));

            assertThat(store.<Boolean>write(records -> records.traces().keep(full)))
                    .isTrue();
            assertThat(store.<Boolean>write(records -> records.traces().keep(full)))
                    .isFalse();

            assertThat(attempt(NATIONAL, NUMBER)).contains(full);
            write(records -> records.traces().change(full.filedAs(caseNumber(1))));
            assertThat(attempt(NATIONAL, NUMBER)).contains(full.filedAs(caseNumber(1)));
            assertThat(store.<List<Attempt>>read(records -> records.traces().ofPerson(personId(1), 10)))
                    .containsExactly(full.filedAs(caseNumber(1)));
        }

        @Test
        void an_attempt_is_read_by_its_person_where_it_was_made_where_the_case_is_and_by_agents_when_it_is_nobodys() {
            AttemptNumber nobodys = AttemptNumber.of("00000000002");
            write(records -> records.traces().keep(anAttempt(NUMBER, Optional.of(personId(1)), Optional.of(RHONE))));
            write(records -> records.traces().keep(anAttempt(nobodys, Optional.empty(), Optional.empty())));

            for (Caller reader : List.of(NATIONAL, agentOf(ISERE), agentOf(RHONE), applicant(personId(1)))) {
                assertThat(attempt(reader, NUMBER)).as(reader.toString()).isPresent();
            }
            assertThat(attempt(agentOf(MAYOTTE), NUMBER)).isEmpty();
            assertThat(attempt(applicant(personId(2)), NUMBER)).isEmpty();
            assertThat(attempt(agentOf(MAYOTTE), nobodys)).isPresent();
            assertThat(attempt(applicant(personId(1)), nobodys)).isEmpty();
        }

        @Test
        void a_filing_keeps_the_attempt_it_names_and_takes_its_day_when_that_counts() {
            CaseRecord named = aCase(2, 1);
            CaseRecord filed = named.withFiled(named.filed()
                    .naming(new NamedAttempt(
                            NUMBER, MORNING.minus(Duration.ofDays(20)), NamedAttempt.Standing.PROPOSED)));
            write(records -> records.cases().add(filed));

            assertThat(caseOf(2).filed()).isEqualTo(filed.filed());
            write(records ->
                    records.cases().change(filed.withFiled(filed.filed().judged(true))));

            assertThat(caseOf(2).filed()).isEqualTo(filed.filed().judged(true));
            // 10 March 2026 less twenty days
            assertThat(caseOf(2).filed().filedOn()).isEqualTo("2026-02-18");
        }

        private CaseRecord caseOf(long number) {
            return store.<Optional<CaseRecord>>read(records -> records.cases().find(NATIONAL, caseNumber(number)))
                    .orElseThrow();
        }

        @Test
        void attempts_are_counted_by_account_and_since_an_instant_this_one_included() {
            write(records -> records.traces().keep(anAttempt(NUMBER, Optional.of(personId(1)), Optional.empty())));

            assertThat(counted(Optional.of(new AccountId("account-1")), MORNING))
                    .isEqualTo(1);
            assertThat(counted(Optional.of(new AccountId("account-1")), MORNING.plusMillis(1)))
                    .isZero();
            assertThat(counted(Optional.empty(), MORNING)).isZero();
        }

        @Test
        void a_report_comes_back_with_its_steps_in_order_and_keeps_what_changes() {
            Report opened = aReport(Optional.of(personId(1)), Optional.of(RHONE), THAT_DAY);
            write(records -> records.reports().add(new ReportRecord(opened, Optional.of("digest"))));

            assertThat(report(NATIONAL)).contains(new ReportRecord(opened, Optional.of("digest")));
            Report answered = new Report(
                    REPORT,
                    opened.at(),
                    opened.topic(),
                    opened.blocking(),
                    opened.trace(),
                    opened.account(),
                    opened.person(),
                    Optional.of(caseNumber(1)),
                    opened.contact(),
                    Optional.of(ISERE),
                    THAT_DAY.plusDays(9),
                    opened.escalation(),
                    Report.State.ANSWERED,
                    Optional.of(NUMBER),
                    List.of(
                            opened.steps().get(0),
                            aStep(2, Report.What.ROUTED, Optional.of("38")),
                            aStep(3, Report.What.ANSWERED, Optional.empty())));
            write(records -> {
                records.reports().hold(REPORT);
                records.reports().change(new ReportRecord(answered, Optional.of("digest")));
            });

            assertThat(report(NATIONAL)).contains(new ReportRecord(answered, Optional.of("digest")));
        }

        @Test
        void a_report_is_read_by_its_person_who_owes_the_answer_and_where_the_case_is() {
            write(records -> records.reports()
                    .add(new ReportRecord(
                            aReport(Optional.of(personId(1)), Optional.of(RHONE), THAT_DAY), Optional.empty())));

            for (Caller reader : List.of(NATIONAL, agentOf(ISERE), agentOf(RHONE), applicant(personId(1)))) {
                assertThat(report(reader)).as(reader.toString()).isPresent();
            }
            for (Caller other : List.of(agentOf(MAYOTTE), applicant(personId(2)))) {
                assertThat(report(other)).as(other.toString()).isEmpty();
                assertThat(store.<List<ReportRecord>>read(
                                records -> records.reports().toAnswer(other, 10)))
                        .isEmpty();
            }
            assertThat(store.<List<ReportRecord>>read(
                            records -> records.reports().toAnswer(agentOf(RHONE), 10)))
                    .extracting(record -> record.report().number())
                    .containsExactly(REPORT);
            assertThat(store.<List<ReportRecord>>read(
                            records -> records.reports().ofPerson(personId(1), 10)))
                    .hasSize(1);
        }

        @Test
        void a_blocking_report_is_unanswered_from_the_day_after_its_own() {
            write(records -> records.reports()
                    .add(new ReportRecord(aReport(Optional.empty(), Optional.empty(), THAT_DAY), Optional.empty())));

            assertThat(store.<List<ReportNumber>>read(
                            records -> records.reports().unanswered(THAT_DAY, 10)))
                    .isEmpty();
            assertThat(store.<List<ReportNumber>>read(
                            records -> records.reports().unanswered(THAT_DAY.plusDays(1), 10)))
                    .containsExactly(REPORT);
            assertThat(report(agentOf(RHONE))).isEmpty();
            assertThat(store.<Long>read(records -> records.reports().countSince(Optional.empty(), MORNING)))
                    .isEqualTo(1);
        }

        @Test
        void receipts_and_reports_go_along_with_the_account_of_their_person() {
            write(records -> {
                records.people().add(aPerson(2));
                records.accounts()
                        .add(new Account(
                                new Login("amina"),
                                Caller.applicant(new AccountId("account-1"), personId(1)),
                                "hash",
                                Optional.empty(),
                                0,
                                0,
                                Optional.empty()));
                records.traces().keep(anAttempt(NUMBER, Optional.of(personId(1)), Optional.empty()));
                records.reports()
                        .add(new ReportRecord(
                                aReport(Optional.of(personId(1)), Optional.empty(), LocalDate.of(2026, 7, 1)),
                                Optional.empty()));
            });

            write(records -> records.accounts().move(new AccountId("account-1"), personId(2)));

            Caller now = applicant(personId(2));
            Optional<Attempt> attempt = store.read(records -> records.traces().find(now, NUMBER));
            Optional<ReportRecord> report =
                    store.read(records -> records.reports().find(now, REPORT));
            assertThat(attempt)
                    .hasValueSatisfying(it -> assertThat(it.asker().person()).contains(personId(2)));
            assertThat(report).isPresent();
        }

        private Attempt anAttempt(
                AttemptNumber number, Optional<PersonId> person, Optional<PrefectureCode> prefecture) {
            return new Attempt(
                    number,
                    MORNING,
                    Attempt.Operation.FILE,
                    "internal",
                    "urn:uuid:1",
                    new Attempt.Asker(
                            person.map(it -> new AccountId("account-1")),
                            person,
                            Optional.of(new SessionFingerprint("ab".repeat(32)))),
                    new Attempt.Subject(
                            Optional.of(new PermitCode("etudiant")),
                            Optional.of(caseNumber(1)),
                            prefecture,
                            Optional.of("cd".repeat(32))),
                    "a.b.c",
                    Optional.empty(),
                    Optional.empty());
        }

        private Report aReport(Optional<PersonId> person, Optional<PrefectureCode> owner, LocalDate due) {
            return new Report(
                    REPORT,
                    MORNING,
                    Report.Topic.PIECES,
                    true,
                    new Trace(
                            Optional.of("/portal/file"),
                            Optional.of("internal"),
                            Optional.of(NUMBER),
                            Optional.of("urn:uuid:1"),
                            Optional.of("fr,en;q=0.5")),
                    person.map(it -> new AccountId("account-1")),
                    person,
                    Optional.empty(),
                    Optional.of(new Contact(Optional.of("a@example.org"), Optional.empty(), "fr")),
                    owner,
                    due,
                    Task.Escalation.TEAM,
                    Report.State.OPEN,
                    Optional.empty(),
                    List.of(aStep(1, Report.What.OPENED, Optional.empty())));
        }

        private Report.Step aStep(int sequence, Report.What what, Optional<String> detail) {
            return new Report.Step(
                    sequence,
                    MORNING,
                    Report.Side.STAFF,
                    Optional.of(new AccountId("agent")),
                    what,
                    detail,
                    Optional.of("Rien ne répond : « é »."));
        }

        private Optional<Attempt> attempt(Caller caller, AttemptNumber number) {
            return store.read(records -> records.traces().find(caller, number));
        }

        private long counted(Optional<AccountId> account, Instant since) {
            return store.read(records -> records.traces().countSince(account, since));
        }

        private Optional<ReportRecord> report(Caller caller) {
            return store.read(records -> records.reports().find(caller, REPORT));
        }
    }

    @Nested
    class Register {

        private static final ForeignerNumber NUMBER = new ForeignerNumber("7503012345");

        @Test
        void entries_come_back_and_stay_linked_when_they_are_brought_up_to_date() {
            write(records -> records.people().add(aPerson(1)));
            RegisterEntry full = new RegisterEntry(
                    NUMBER,
                    new CivilStatus("Diallo", "Aïssatou", LocalDate.of(1998, 5, 17), "GN"),
                    Optional.of(aHeldPermit()),
                    Optional.of(new PermitCode("refugie")),
                    Optional.of("salted-digest"));
            RegisterEntry bare =
                    new RegisterEntry(NUMBER, full.civilStatus(), Optional.empty(), Optional.empty(), Optional.empty());
            write(records -> records.register().keep(full));

            assertThat(entry()).contains(full);
            assertThat(linked()).isEmpty();

            write(records -> records.register().link(NUMBER, personId(1)));
            Optional<PersonId> reached =
                    store.write(records -> records.register().keep(bare));

            assertThat(reached).contains(personId(1));

            assertThat(entry()).contains(bare);
            assertThat(linked()).contains(personId(1));
        }

        @Test
        void an_entry_is_linked_in_the_transaction_that_keeps_it() {
            write(records -> records.people().add(aPerson(1)));
            RegisterEntry fresh = new RegisterEntry(
                    NUMBER,
                    new CivilStatus("Diallo", "Aïssatou", LocalDate.of(1998, 5, 17), "GN"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

            write(records -> {
                records.register().keep(fresh);
                records.register().link(NUMBER, personId(1));
            });

            assertThat(entry()).contains(fresh);
            assertThat(linked()).contains(personId(1));
        }

        @Test
        void an_unknown_number_has_no_entry() {
            assertThat(entry()).isEmpty();
            assertThat(linked()).isEmpty();
        }

        @Test
        void of_eight_people_who_link_one_entry_one_is_linked() throws Exception {
            write(records -> {
                IntStream.range(0, 8).forEach(n -> records.people().add(aPerson(n)));
                records.register()
                        .keep(new RegisterEntry(
                                NUMBER,
                                aPerson(1).civilStatus(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
            });

            List<Boolean> linked = Together.run(
                    8,
                    thread -> store.write(records -> {
                        boolean free = records.register().linked(NUMBER).isEmpty();
                        if (free) {
                            records.register().link(NUMBER, personId(thread));
                        }
                        return free;
                    }));

            assertThat(Collections.frequency(linked, true)).isEqualTo(1);
            assertThat(linked()).contains(personId(linked.indexOf(true)));
        }

        private Optional<RegisterEntry> entry() {
            return store.read(records -> records.register().find(NUMBER));
        }

        private Optional<PersonId> linked() {
            return store.read(records -> records.register().linked(NUMBER));
        }
    }

    @Nested
    class Attempts {

        @Test
        void failures_are_counted_since_an_instant_this_one_included() {
            write(records -> {
                records.attempts().fail("code", MORNING.minusSeconds(100));
                records.attempts().fail("another", MORNING);
            });
            write(records -> records.attempts().fail("code", MORNING));
            write(records -> records.attempts().fail("code", NANOSECONDS));

            assertThat(store.<Failures>read(records -> records.attempts().failures("code", MORNING.minusSeconds(100))))
                    .isEqualTo(new Failures(3, MORNING.minusSeconds(100), MICROSECONDS));
            assertThat(store.<Failures>read(records -> records.attempts().failures("code", MORNING.minusSeconds(99))))
                    .isEqualTo(new Failures(2, MORNING, MICROSECONDS));
            assertThat(store.<Failures>read(records -> records.attempts().failures("nobody", MORNING))
                            .count())
                    .isZero();
        }

        @Test
        void of_failures_in_eight_threads_none_goes_uncounted() throws Exception {
            Together.run(
                    8,
                    thread -> store.write(records -> {
                        records.attempts().fail("code", MORNING);
                        return thread;
                    }));

            assertThat(store.<Failures>read(records -> records.attempts().failures("code", MORNING)))
                    .isEqualTo(new Failures(8, MORNING, MORNING));
        }

        @Test
        void old_failures_are_forgotten() {
            write(records -> {
                records.attempts().fail("code", MORNING.minusSeconds(2));
                records.attempts().fail("code", MORNING);
                records.attempts().fail("old", MORNING.minusSeconds(2));
            });

            write(records -> records.attempts().sweep(MORNING.minusSeconds(1)));

            assertThat(raw.rows("SELECT subject, failure_number FROM attempt")).containsExactly("code|2");
            assertThat(raw.rows("SELECT subject FROM attempt_subject")).containsExactly("code");
        }
    }

    /** What callers that name no version, and callers who guess, get from the core's desks when they all come at once. */

    /** 10 March 2026 is the day on which everything is asked. */
    @Nested
    class Hands {

        private final Caller zoe = Caller.agent(new AccountId("zoe"), Set.of(ISERE));
        private final Caller paul = Caller.agent(new AccountId("paul"), Set.of(ISERE));
        private final Caller lea = Caller.agent(new AccountId("lea"), Set.of(ISERE, RHONE));

        @BeforeEach
        void threeAgentsAndFourCases() {
            write(records ->
                    Stream.of(zoe, paul, lea).forEach(it -> records.accounts().add(anAccount(it))));
            keep(
                    aCase(1, 1),
                    inTheHandsOf(aCase(2, 2), zoe),
                    inTheHandsOf(aCase(3, 3), paul),
                    inTheHandsOf(at(aCase(4, 4), RHONE), lea));
        }

        @Test
        void the_name_on_a_case_is_kept_and_goes() {
            assertThat(raw.rows("SELECT assignee FROM permit_case ORDER BY case_number"))
                    .containsExactly("-", "zoe", "paul", "lea");
            write(records -> {
                CaseRecord held = records.cases().find(NATIONAL, caseNumber(2)).orElseThrow();
                records.cases().change(held.withStanding(held.standing().withAssignee(Optional.empty())));
            });
            assertThat(found(2).standing().assignee()).isEmpty();
            assertThat(found(3).standing().assignee()).contains(paul.account());
        }

        @Test
        void mine_is_what_has_my_name_and_nobodys_what_has_none() {
            assertThat(held(zoe, Held.MINE)).containsExactly(2);
            assertThat(held(lea, Held.MINE)).containsExactly(4);
            assertThat(held(zoe, Held.NOBODY)).containsExactly(1);
            assertThat(held(lea, Held.NOBODY)).containsExactly(1);
            assertThat(held(NATIONAL, Held.NOBODY)).containsExactly(1);
        }

        @Test
        void who_is_away_has_nothing_and_a_stand_in_has_it_if_they_are_there_and_work_there() {
            write(records -> records.teams().keepLeave(zoe.account(), leave(10, 12, Optional.of(paul))));
            assertThat(held(paul, Held.MINE)).containsExactlyInAnyOrder(2, 3);
            assertThat(held(paul, Held.NOBODY)).containsExactly(1);

            write(records -> records.teams().keepLeave(paul.account(), leave(9, 10, Optional.empty())));
            assertThat(held(lea, Held.NOBODY)).containsExactlyInAnyOrder(1, 2, 3);

            write(records -> records.teams().keepLeave(paul.account(), leave(11, 12, Optional.empty())));
            assertThat(held(lea, Held.NOBODY)).containsExactly(1);

            // paul does not work in Lyon
            write(records -> records.teams().keepLeave(lea.account(), leave(10, 10, Optional.of(paul))));
            assertThat(held(lea, Held.NOBODY)).containsExactlyInAnyOrder(1, 4);
            write(records -> records.teams().keepLeave(lea.account(), Optional.empty()));
            assertThat(held(lea, Held.NOBODY)).containsExactly(1);
        }

        @Test
        void a_closed_account_has_nothing_signs_in_no_more_and_is_nobodys_colleague() {
            write(records -> {
                records.accounts().openSession("token", zoe.account(), MORNING.plusSeconds(3600));
                records.teams().close(zoe.account(), MORNING);
            });

            assertThat(held(paul, Held.NOBODY)).containsExactlyInAnyOrder(1, 2);
            assertThat(store.<Optional<Account>>read(
                            records -> records.accounts().find(new Login("zoe"))))
                    .isEmpty();
            assertThat(store.<Optional<Caller>>read(
                            records -> records.accounts().session("token", MORNING)))
                    .isEmpty();
            assertThat(raw.count("session")).isZero();
            assertThat(store.<List<Colleague>>read(records -> records.teams().colleagues(ISERE)))
                    .extracting(it -> it.login().value())
                    .containsExactly("lea", "paul");
            assertThat(store.<Optional<StaffRecord>>read(
                            records -> records.teams().staff(zoe.account())))
                    .contains(new StaffRecord(zoe, new Login("zoe"), true));
        }

        @Test
        void a_case_is_with_the_team_of_its_permit_at_its_counter_then_anywhere_then_of_its_counter() {
            keep(inVienne(aCase(5, 5)));
            write(records -> records.teams().keep(aTeam("vienne", zoe, Set.of(), Set.of("vienne"))));
            assertThat(held(zoe, Held.MY_TEAM)).containsExactly(5);
            assertThat(held(paul, Held.MY_TEAM)).containsExactlyInAnyOrder(1, 2, 3);

            write(records -> records.teams().keep(aTeam("etudiants", paul, Set.of("etudiant"), Set.of())));
            assertThat(held(zoe, Held.MY_TEAM)).isEmpty();
            assertThat(held(paul, Held.MY_TEAM)).containsExactlyInAnyOrder(1, 2, 3, 5);

            write(records -> records.teams().keep(aTeam("les-deux", zoe, Set.of("etudiant"), Set.of("vienne"))));
            assertThat(held(zoe, Held.MY_TEAM)).containsExactly(5);
            assertThat(held(paul, Held.MY_TEAM)).containsExactlyInAnyOrder(1, 2, 3);
            // the general team is for who is in no other: there is nothing left in Grenoble, and all of Lyon
            assertThat(held(lea, Held.MY_TEAM)).containsExactly(4);

            write(records -> records.teams().remove(ISERE, new TeamCode("etudiants")));
            assertThat(held(paul, Held.MY_TEAM)).containsExactlyInAnyOrder(1, 2, 3);
            assertThat(raw.rows("SELECT permit, point_id, team FROM team_ground ORDER BY team"))
                    .containsExactly("etudiant|vienne|les-deux", "|vienne|vienne");
        }

        @Test
        void a_team_comes_back_as_it_was_kept_and_in_the_place_of_the_one_before() {
            Team first = aTeam("etudiants", paul, Set.of("etudiant", "passeport_talent"), Set.of("vienne", "grenoble"));
            Team second = aTeam("etudiants", zoe, Set.of("etudiant"), Set.of());
            write(records -> records.teams().keep(first));
            assertThat(store.<List<Team>>read(records -> records.teams().ofPrefecture(ISERE)))
                    .containsExactly(first);

            write(records -> records.teams().keep(second));

            assertThat(store.<List<Team>>read(records -> records.teams().ofPrefecture(ISERE)))
                    .containsExactly(second);
            assertThat(store.<List<Team>>read(records -> records.teams().ofPrefecture(RHONE)))
                    .isEmpty();
        }

        @Test
        void chiefs_and_leaves_are_told_with_the_colleagues() {
            write(records -> {
                records.teams().appoint(ISERE, Set.of(zoe.account(), paul.account()));
                records.teams().appoint(ISERE, Set.of(paul.account()));
                records.teams().keepLeave(zoe.account(), leave(10, 12, Optional.of(paul)));
            });

            assertThat(store.<List<Colleague>>read(records -> records.teams().colleagues(ISERE)))
                    .containsExactly(
                            new Colleague(lea.account(), new Login("lea"), false, Optional.empty()),
                            new Colleague(paul.account(), new Login("paul"), true, Optional.empty()),
                            new Colleague(zoe.account(), new Login("zoe"), false, leave(10, 12, Optional.of(paul))));
            assertThat(store.<List<Colleague>>read(records -> records.teams().colleagues(RHONE)))
                    .extracting(Colleague::chief)
                    .containsExactly(false);
        }

        @Test
        void the_workload_of_an_agent_is_read_whether_or_not_they_are_there() {
            write(records -> records.teams().keepLeave(zoe.account(), leave(10, 12, Optional.of(paul))));

            assertThat(numbers(NATIONAL, new QueueFilter.Builder().assignee(Optional.of(zoe.account()))))
                    .containsExactly(2);
        }

        @Test
        void tasks_are_read_by_each_filter_and_by_key() {
            LocalDate day = THAT_DAY;
            keep(
                    inTheHandsOf(aCase(6, 6), zoe)
                            .withTasks(List.of(
                                    aTask("0000000000000000060-late", 6, Optional.of(ISERE), day.minusDays(1)),
                                    aTask("0000000000000000060-soon", 6, Optional.of(ISERE), day.plusDays(3)))),
                    aCase(7, 7)
                            .withTasks(List.of(new Task(
                                    "0000000000000000070-see",
                                    caseNumber(7),
                                    Task.Kind.SEE_FACTS,
                                    Optional.of(ISERE),
                                    day,
                                    Task.Escalation.CHIEF,
                                    Optional.of("Quoi ?")))));

            Optional<Task.Kind> anyKind = Optional.empty();
            assertThat(tasks(filter(anyKind, Optional.of(true), Optional.empty(), Optional.empty())))
                    .containsExactly("0000000000000000060-late");
            assertThat(tasks(filter(anyKind, Optional.of(false), Optional.empty(), Optional.empty())))
                    .containsExactly("0000000000000000070-see", "0000000000000000060-soon");
            assertThat(tasks(filter(
                            Optional.of(Task.Kind.SEE_FACTS), Optional.empty(), Optional.empty(), Optional.empty())))
                    .containsExactly("0000000000000000070-see");
            assertThat(tasks(filter(anyKind, Optional.empty(), Optional.of(Held.MINE), Optional.empty())))
                    .containsExactly("0000000000000000060-late", "0000000000000000060-soon");
            assertThat(tasks(filter(anyKind, Optional.empty(), Optional.empty(), Optional.of(Task.Escalation.CHIEF))))
                    .containsExactly("0000000000000000070-see");
            List<Task> rest = store.read(records -> records.cases()
                    .openTasks(
                            zoe,
                            List.of(ISERE),
                            TaskQuery.Filter.NONE,
                            day,
                            Optional.of(new TaskKey(day, "0000000000000000070-see")),
                            10));
            assertThat(rest).extracting(Task::id).containsExactly("0000000000000000060-soon");
            assertThat(found(7).tasks()).isEqualTo(tasksOf(7));
        }

        @Test
        void several_cases_are_read_at_once_within_the_scope() {
            List<CaseRecord> read = store.read(records ->
                    records.cases().find(zoe, List.of(caseNumber(1), caseNumber(4), caseNumber(2), caseNumber(99))));

            assertThat(read).extracting(CaseRecord::number).containsExactlyInAnyOrder(caseNumber(1), caseNumber(2));
            assertThat(store.<List<CaseRecord>>read(records -> records.cases().find(zoe, List.of())))
                    .isEmpty();
        }

        // -- situations ----------------------------------------------------------------------------------------------

        private List<Task> tasksOf(long number) {
            return store
                    .read(records -> records.cases()
                            .openTasks(NATIONAL, List.of(), TaskQuery.Filter.NONE, THAT_DAY, Optional.empty(), 10))
                    .stream()
                    .filter(task -> task.caseNumber().equals(caseNumber(number)))
                    .toList();
        }

        private List<String> tasks(TaskQuery.Filter filter) {
            return store
                    .<List<Task>>read(records ->
                            records.cases().openTasks(zoe, List.of(ISERE), filter, THAT_DAY, Optional.empty(), 10))
                    .stream()
                    .map(Task::id)
                    .toList();
        }

        private TaskQuery.Filter filter(
                Optional<Task.Kind> kind,
                Optional<Boolean> late,
                Optional<Held> held,
                Optional<Task.Escalation> escalation) {
            return new TaskQuery.Filter(Optional.empty(), kind, late, held, escalation);
        }

        private Optional<Leave> leave(int from, int until, Optional<Caller> standIn) {
            return Optional.of(
                    new Leave(LocalDate.of(2026, 3, from), LocalDate.of(2026, 3, until), standIn.map(Caller::account)));
        }

        private Account anAccount(Caller agent) {
            return new Account(
                    new Login(agent.account().value()), agent, "hash", Optional.of("secret"), 0, 0, Optional.empty());
        }

        private CaseRecord inTheHandsOf(CaseRecord record, Caller agent) {
            return record.withStanding(record.standing().withAssignee(Optional.of(agent.account())));
        }

        private CaseRecord inVienne(CaseRecord record) {
            return record.withStanding(record.standing()
                    .withPractice(new Practice(
                            Optional.of(new ServicePoint("vienne", "Vienne", "1 place", List.of())),
                            CollectionMode.APPOINTMENT,
                            0,
                            new RulesOrigin("fr.sejour.rules.isere", "1.0.0"))));
        }

        private Team aTeam(String code, Caller member, Set<String> permits, Set<String> points) {
            return new Team(
                    ISERE,
                    new TeamCode(code),
                    "Équipe " + code,
                    Set.of(member.account()),
                    permits.stream().map(PermitCode::new).collect(Collectors.toSet()),
                    points);
        }

        private List<Integer> held(Caller caller, Held held) {
            return numbers(caller, new QueueFilter.Builder().held(Optional.of(held)));
        }

        private List<Integer> numbers(Caller caller, QueueFilter.Builder filter) {
            return store
                    .<List<QueueRow>>read(records -> records.cases()
                            .queue(
                                    caller,
                                    List.copyOf(caller.prefectures()),
                                    filter.build(),
                                    THAT_DAY,
                                    Optional.empty(),
                                    50))
                    .stream()
                    .map(row -> IntStream.range(1, 100)
                            .filter(n -> caseNumber(n).equals(row.number()))
                            .findFirst()
                            .orElseThrow())
                    .toList();
        }
    }

    @Nested
    class OnManyCases {

        private final BulkActId id = new BulkActId("0".repeat(31) + "1");

        @Test
        void every_act_that_is_done_on_many_cases_comes_back_as_it_was_said() {
            List<Act> acts = List.of(
                    new Act.TakeUp(),
                    new Act.Answer(),
                    new Act.OrderCard(),
                    new Act.CardReady("C1"),
                    new Act.ReceiveTransfer(),
                    new Act.AskForPieces(
                            Map.of(
                                    new PieceType("nationalite"),
                                    "illisible ; \\ recto",
                                    new PieceType("domicile"),
                                    "trop\nancien"),
                            THAT_DAY),
                    new Act.Assign(new AccountId("zoe"), Optional.of("congé")),
                    new Act.GiveBack(Optional.empty()),
                    new Act.OfferTransfer(RHONE, "déménagement"));
            assertThat(acts.stream().map(Act::kind)).containsExactlyInAnyOrderElementsOf(BulkAct.KINDS);

            for (int at = 0; at < acts.size(); at++) {
                BulkRecord fresh = new BulkRecord(
                        new BulkActId("%032x".formatted(at)),
                        ACCOUNT,
                        acts.get(at),
                        BulkAct.State.PREPARED,
                        MICROSECONDS);
                write(records -> records.bulk().add(fresh, List.of()));
                assertThat(store.<Optional<BulkRecord>>read(
                                records -> records.bulk().find(fresh.id())))
                        .contains(fresh);
            }
        }

        @Test
        void lines_come_back_in_order_and_those_to_be_done_up_to_the_limit() {
            List<Line> lines = List.of(
                    ready(1),
                    new Line(
                            caseNumber(2),
                            7,
                            BulkAct.Outcome.EXCLUDED,
                            Optional.of(ErrorCode.CASE_CHANGED),
                            Map.of("lastActBy", "zoe ; b", "lastAct", "take-up")),
                    ready(3),
                    new Line(caseNumber(4), 1, BulkAct.Outcome.READY, Optional.empty(), Map.of(), Optional.of("C4")));
            write(records -> records.bulk().add(running(MORNING), lines));

            assertThat(lines()).isEqualTo(lines);
            assertThat(store.<List<Line>>read(records -> records.bulk().ready(id, 2)))
                    .containsExactly(ready(1), ready(3));
        }

        @Test
        void a_line_is_settled_once_and_only_while_the_act_runs() {
            write(records -> records.bulk().add(running(MORNING), List.of(ready(1), ready(2))));
            Line done = new Line(caseNumber(1), 1, BulkAct.Outcome.DONE, Optional.empty(), Map.of());
            Line refused = new Line(
                    caseNumber(1),
                    1,
                    BulkAct.Outcome.REFUSED,
                    Optional.of(ErrorCode.CASE_CHANGED),
                    Map.of("version", "2"));

            assertThat(settle(done)).isTrue();
            assertThat(settle(refused)).isFalse();
            assertThat(lines()).containsExactly(done, ready(2));
            assertThat(move(BulkAct.State.PREPARED, BulkAct.State.RUNNING)).isFalse();
            assertThat(move(BulkAct.State.RUNNING, BulkAct.State.CANCELLED)).isTrue();
            assertThat(settle(new Line(caseNumber(2), 1, BulkAct.Outcome.DONE, Optional.empty(), Map.of())))
                    .isFalse();
            assertThat(store.<List<BulkActId>>read(records -> records.bulk().running(10)))
                    .isEmpty();
        }

        @Test
        void of_several_that_settle_a_line_at_the_same_moment_one_does() throws Exception {
            write(records -> records.bulk().add(running(MORNING), List.of(ready(1))));
            Line done = new Line(caseNumber(1), 1, BulkAct.Outcome.DONE, Optional.empty(), Map.of());

            List<Boolean> settled = Together.run(4, at -> settle(done));

            assertThat(settled).containsOnlyOnce(true);
        }

        @Test
        void what_is_old_and_does_not_run_is_forgotten() {
            write(records -> {
                records.bulk().add(running(MORNING), List.of(ready(1)));
                records.bulk()
                        .add(
                                new BulkRecord(
                                        new BulkActId("f".repeat(32)),
                                        ACCOUNT,
                                        new Act.TakeUp(),
                                        BulkAct.State.DONE,
                                        MORNING),
                                List.of(ready(2)));
            });

            write(records -> records.bulk().sweep(MORNING.plusSeconds(1)));

            assertThat(raw.rows("SELECT bulk_id FROM bulk_act")).containsExactly(id.value());
            assertThat(raw.count("bulk_line")).isOne();
        }

        private Line ready(long number) {
            return new Line(caseNumber(number), 1, BulkAct.Outcome.READY, Optional.empty(), Map.of());
        }

        private BulkRecord running(Instant since) {
            return new BulkRecord(id, ACCOUNT, new Act.TakeUp(), BulkAct.State.RUNNING, since);
        }

        private List<Line> lines() {
            return store.read(records -> records.bulk().lines(id));
        }

        private boolean settle(Line line) {
            return store.write(records -> records.bulk().settle(id, line));
        }

        private boolean move(BulkAct.State from, BulkAct.State to) {
            return store.write(records -> records.bulk().move(id, from, to));
        }
    }

    @Nested
    class ManyAtOnce {

        private final CommuneCode grenoble = new CommuneCode("38185");
        private final LocalDate wrongDay = LocalDate.of(1970, 1, 1);
        private Desks desks;

        @BeforeEach
        void somebodyIsKnown() {
            desks = new Desks(store, MORNING);
            write(records -> records.people().add(aPerson(1)));
        }

        @Test
        void twenty_filings_of_one_person_open_twenty_cases() throws Exception {
            List<FilingReceipt> receipts = Together.run(20, thread -> file(Optional.of(aHeldPermit())));

            assertThat(receipts.stream().map(it -> it.caseFile().number()))
                    .doesNotHaveDuplicates()
                    .hasSize(20);
            assertThat(raw.count("permit_case")).isEqualTo(20);
            assertThat(raw.count("held_permit")).isOne();
        }

        @Test
        void pieces_of_one_case_are_all_kept() throws Exception {
            CaseFile file = file().caseFile();
            List<PieceType> types = file.assessment().pieces().stream()
                    .filter(piece -> piece.phase() == PieceRequirement.Phase.FILING)
                    .map(PieceRequirement::type)
                    .toList();

            Together.run(
                    20,
                    thread -> desks.pieces.give(
                            applicant(personId(1)), file.number(), types.get(thread % types.size()), aPdf()));

            assertThat(desks.review.find(NATIONAL, file.number()).version()).isEqualTo(1 + types.size());
            // the same bytes each time: one file of hers, and a version a piece however often it is given
            assertThat(raw.count("evidence")).isOne();
            assertThat(raw.count("piece_version")).isEqualTo(types.size());
        }

        @Test
        void of_twenty_agents_who_take_one_case_up_one_does_and_the_others_read_that_it_is_done() throws Exception {
            CaseNumber number = file().caseFile().number();

            List<Optional<ErrorCode>> refusals = Together.run(20, thread -> {
                try {
                    desks.review.act(agentOf(ISERE), number, OptionalLong.empty(), new Act.TakeUp());
                    return Optional.empty();
                } catch (CaseException refused) {
                    return Optional.of(refused.code());
                }
            });

            assertThat(Collections.frequency(refusals, Optional.empty())).isOne();
            assertThat(Collections.frequency(refusals, Optional.of(ErrorCode.ACT_NOT_ALLOWED)))
                    .isEqualTo(19);
        }

        @Test
        void of_fifty_wrong_birth_dates_for_one_code_five_are_looked_at() throws Exception {
            CheckCode code = file().papers().get(0).checkCode();

            List<ErrorCode> answers = Together.run(50, thread -> refusalOf(() -> desks.checks.check(code, wrongDay)));

            assertThat(Collections.frequency(answers, ErrorCode.CHECK_REFUSED)).isEqualTo(5);
            assertThat(Collections.frequency(answers, ErrorCode.TOO_MANY_ATTEMPTS))
                    .isEqualTo(45);
        }

        @Test
        void of_fifty_tries_of_a_code_that_no_paper_has_five_are_answered_alike() throws Exception {
            CheckCode code = new CheckCode("000000000001");

            List<ErrorCode> answers = Together.run(50, thread -> refusalOf(() -> desks.checks.check(code, wrongDay)));

            assertThat(Collections.frequency(answers, ErrorCode.CHECK_REFUSED)).isEqualTo(5);
        }

        @Test
        void of_fifty_wrong_links_by_one_person_ten_are_looked_at() throws Exception {
            List<ErrorCode> answers = Together.run(
                    50,
                    thread -> refusalOf(() -> desks.people.link(
                            applicant(personId(1)),
                            personId(1),
                            new ForeignerNumber("9900000099"),
                            wrongDay,
                            new LetterCode("EXEMPLE-0099"))));

            assertThat(Collections.frequency(answers, ErrorCode.LINK_REFUSED)).isEqualTo(10);
            assertThat(Collections.frequency(answers, ErrorCode.TOO_MANY_ATTEMPTS))
                    .isEqualTo(40);
        }

        private FilingReceipt file() {
            return file(Optional.empty());
        }

        /** @param said what they say they hold: it is kept before anything around the person is read */
        private FilingReceipt file(Optional<HeldPermit> said) {
            return desks.filings.file(
                    applicant(personId(1)),
                    new IdempotencyKey(UUID.randomUUID().toString()),
                    new Filing(
                            personId(1),
                            FilingChannel.ONLINE,
                            new PermitCode("etudiant"),
                            Optional.empty(),
                            said,
                            new Residence("1 rue de l'Exemple", grenoble),
                            Optional.empty(),
                            false));
        }

        private SentFile aPdf() {
            return SentFile.of(new ByteArrayInputStream("%PDF-1.7 exemple".getBytes(UTF_8)));
        }

        private ErrorCode refusalOf(ThrowingCallable call) {
            return catchThrowableOfType(CaseException.class, call).code();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Task aTask(String id, long number, Optional<PrefectureCode> owner, LocalDate dueOn) {
        return new Task(id, caseNumber(number), Task.Kind.DECIDE, owner, dueOn, Task.Escalation.TEAM, Optional.empty());
    }

    private static CaseRecord withStatus(CaseRecord record, CaseStatus status) {
        return record.withStanding(record.standing().withStatus(status));
    }

    private static CaseRecord moved(CaseRecord record, PrefectureCode from, PrefectureCode to) {
        CaseRecord before = at(record, from);
        return before.withStanding(before.standing().movedTo(to));
    }

    private static CaseRecord offeredUntil(CaseRecord record, PrefectureCode to, LocalDate day) {
        return record.withStanding(
                record.standing().withTransfer(Optional.of(new PendingTransfer(to, day, "A moved"))));
    }

    private static CaseRecord offered(CaseRecord record, PrefectureCode to) {
        return record.withStanding(
                record.standing().withTransfer(Optional.of(new PendingTransfer(to, THAT_DAY.plusDays(7), "A moved"))));
    }

    private static HeldPermit aHeldPermit() {
        return new HeldPermit(
                new PermitCode("etudiant"),
                "9924 A 001",
                Optional.of(DocumentKind.CST),
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2026, 3, 31));
    }

    private static ServicePoint aServicePoint() {
        return new ServicePoint(
                "grenoble",
                "Préfecture de l'Isère",
                "12 place de Verdun, 38000 Grenoble",
                List.of("lundi 8h30-12h; 14h-16h", "mardi \\ 8h30"));
    }

    private static CaseRecord withEverything(Instant instant) {
        return new CaseRecord(
                caseNumber(1),
                1,
                new FiledRecord(
                        personId(1),
                        new PermitCode("vpf_conjoint_francais"),
                        Optional.of(new Article("L. 423-1")),
                        FilingChannel.SUBSTITUTE,
                        new Residence("3 rue de l’Église, bât. Ж", new CommuneCode("2A004")),
                        Optional.of(LocalDate.of(2019, 2, 28)),
                        true,
                        instant,
                        THAT_DAY,
                        ZoneId.of("Indian/Mayotte"),
                        Optional.of(aHeldPermit()),
                        "2026-05-01",
                        true,
                        Optional.empty(),
                        Optional.of(new Received(
                                THAT_DAY,
                                Optional.of(FormSerial.of("0123456789")),
                                Set.of(new PieceType("nationalite"), new PieceType("etat_civil"))))),
                new Standing(
                        CaseStatus.CARD_READY,
                        ISERE,
                        List.of(PARIS_75, LA_REUNION),
                        new CommuneCode("38421"),
                        Optional.of(new PendingTransfer(RHONE, LocalDate.of(2026, 3, 17), "Déménagement à Lyon")),
                        FactLevel.SEEN,
                        Optional.of(LocalDate.of(2026, 3, 11)),
                        Optional.of(LocalDate.of(2026, 4, 11)),
                        new Practice(
                                Optional.of(aServicePoint()),
                                CollectionMode.WALK_IN,
                                7,
                                new RulesOrigin("fr.sejour.rules.isere", "1.2.3.b4")),
                        Optional.of(new NextAct(
                                NextAct.Who.PERSON,
                                "collect",
                                LocalDate.of(2026, 4, 2),
                                Optional.of("Guichet étrangers"))),
                        Optional.of(instant),
                        Optional.of(LocalDate.of(2026, 6, 30))),
                List.of(
                        new PieceRecord(
                                new PieceType("nationalite"),
                                PieceFile.State.ASKED,
                                Optional.of(new PieceRecord.Given(
                                        3,
                                        evidenceId(1),
                                        "application/pdf",
                                        123_456L,
                                        "ab".repeat(32),
                                        instant,
                                        ScanState.WAITING)),
                                Optional.of(new PieceFinding(
                                        ACCOUNT,
                                        instant,
                                        "Page 2 illisible",
                                        Optional.of(LocalDate.of(2026, 5, 1)),
                                        true))),
                        new PieceRecord(
                                new PieceType("domicile"),
                                PieceFile.State.MISSING,
                                Optional.empty(),
                                Optional.empty())),
                List.of(
                        new ClockFile(
                                "silence",
                                THAT_DAY,
                                Optional.of(LocalDate.of(2026, 7, 10)),
                                ClockFile.State.RUNNING,
                                "silence.refuses",
                                List.of(new Article("R. 432-1"), new Article("R. 432-2"))),
                        new ClockFile(
                                "silence", THAT_DAY, Optional.empty(), ClockFile.State.STOPPED, "none", List.of()),
                        new ClockFile(
                                "silence",
                                THAT_DAY,
                                Optional.empty(),
                                ClockFile.State.SUSPENDED,
                                "silence.refuses",
                                List.of(),
                                Optional.of(41))),
                List.of(
                        new Task(
                                "task-2",
                                caseNumber(1),
                                Task.Kind.SETTLE_LAW,
                                Optional.empty(),
                                LocalDate.of(2026, 3, 12),
                                Task.Escalation.NATIONAL,
                                Optional.of("Which work right?")),
                        aTask("task-1", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 20))),
                Optional.of(new DecisionFile(
                        Outcome.GRANTED,
                        LocalDate.of(2026, 3, 15),
                        Optional.of("Conditions remplies"),
                        Optional.of("Arrêté 38-2026-01"),
                        Optional.of(LocalDate.of(2026, 4, 1)),
                        Optional.of(LocalDate.of(2030, 3, 31)),
                        Optional.of(new NotificationFile("registered-letter", LocalDate.of(2026, 3, 18), "1A 123")),
                        "2026-05-01")),
                Optional.of(new CollectionFile(
                        Optional.of("CARD-1"),
                        Optional.of(LocalDate.of(2026, 4, 1)),
                        Optional.of(LocalDate.of(2026, 4, 20)),
                        CollectionMode.WALK_IN,
                        Optional.of(aServicePoint()),
                        Optional.of(
                                new DeclaredReceipt(LocalDate.of(2026, 4, 18), "CARD-1", LocalDate.of(2026, 4, 19))))),
                List.of(
                        new CourtOrder(
                                "Tribunal administratif de Grenoble",
                                LocalDate.of(2026, 3, 2),
                                LocalDate.of(2026, 3, 17),
                                CourtOrder.Ordered.EXAMINE_AGAIN,
                                Optional.of(new CourtOrder.OrderedPaper(
                                        PaperKind.RECEPISSE, LocalDate.of(2026, 6, 2), true)),
                                Optional.of(new AttestationNumber("SJ-224R-9QP2-EEVP")),
                                Optional.of(LocalDate.of(2026, 3, 15))),
                        new CourtOrder(
                                "Conseil d'État",
                                LocalDate.of(2026, 4, 2),
                                LocalDate.of(2026, 4, 17),
                                CourtOrder.Ordered.GRANT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                List.of(
                        new RelatedCase(
                                caseNumber(8),
                                RelatedCase.Link.LIKELY_DUPLICATE,
                                Set.of(RelatedCase.Likeness.SAME_GROUND, RelatedCase.Likeness.FILED_CLOSE_TOGETHER)),
                        new RelatedCase(caseNumber(9), RelatedCase.Link.ABSORBED, Set.of())));
    }

    private static EvidenceId evidenceId(int number) {
        return new EvidenceId("00000000-0000-0000-0000-00000000000" + number);
    }
}
