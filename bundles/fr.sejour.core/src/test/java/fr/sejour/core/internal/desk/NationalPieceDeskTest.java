package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.AGENT_75;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.aPdf;
import static fr.sejour.core.internal.Platform.by;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static fr.sejour.core.internal.Platform.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.Evidence;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceReading;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.UploadFile;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.pieces.EvidenceRound;
import fr.sejour.core.internal.practice.LocalRules;
import fr.sejour.core.port.MalwareScanner;
import fr.sejour.spi.rules.PrefectureRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NationalPieceDeskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final PieceType NATIONALITE = new PieceType("nationalite");
    private static final PieceType DOMICILE = new PieceType("domicile");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");
    private final PersonId student = platform.aStudent();
    private final Caller herself = caller(student);

    // -- once, and wherever it is needed ------------------------------------------------------------------------------

    @Test
    void what_was_given_to_one_case_serves_another_of_the_same_person() {
        CaseNumber first = filed();
        CaseNumber second = filed();
        platform.pieces.give(herself, first, NATIONALITE, aPdf());
        Evidence passport = platform.pieces.evidence(herself, student).get(0);

        CaseFile reused = platform.pieces.reuse(herself, second, NATIONALITE, passport.id());

        assertThat(reused.complete()).isTrue();
        assertThat(platform.vault.names()).hasSize(1);
        assertThat(platform.pieces.evidence(herself, student))
                .singleElement()
                .satisfies(file -> assertThat(file.uses())
                        .extracting(Evidence.Use::caseNumber)
                        .containsExactlyInAnyOrder(first, second));
    }

    @Test
    void the_same_bytes_of_two_people_are_two_files() {
        PersonId other = platform.aStudent();
        CaseNumber hers = filed();
        CaseNumber theirs =
                platform.file(other, "etudiant", GRENOBLE).caseFile().number();

        platform.pieces.give(herself, hers, NATIONALITE, aPdf());
        platform.pieces.give(caller(other), theirs, NATIONALITE, aPdf());

        assertThat(platform.vault.names()).hasSize(2);
        assertThat(Refusals.of(() -> platform.pieces.reuse(
                                caller(other),
                                theirs,
                                DOMICILE,
                                platform.pieces
                                        .evidence(herself, student)
                                        .get(0)
                                        .id()))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void the_same_upload_twice_is_one_version() {
        CaseNumber number = filed();
        CaseFile once = platform.pieces.give(herself, number, NATIONALITE, aPdf());

        CaseFile twice = platform.pieces.give(herself, number, NATIONALITE, aPdf());

        assertThat(twice).isEqualTo(once);
        assertThat(platform.pieces.versions(herself, number)).hasSize(1);
    }

    @Test
    void m4_what_is_replaced_or_removed_before_the_decision_stays_in_the_history() throws IOException {
        CaseNumber number = filed();
        platform.pieces.give(herself, number, NATIONALITE, sent("application/pdf", "%PDF-1.7 first"));
        platform.pieces.give(herself, number, NATIONALITE, sent("application/pdf", "%PDF-1.7 second"));

        CaseFile removed = platform.pieces.remove(herself, number, NATIONALITE);

        assertThat(removed.complete()).isFalse();
        assertThat(piece(removed, NATIONALITE).state()).isEqualTo(PieceFile.State.MISSING);
        assertThat(platform.pieces.versions(AGENT_38, number))
                .extracting(it -> it.version() + " " + it.end().orElseThrow().how())
                .containsExactly("1 REPLACED", "2 REMOVED");
        try (PieceReading first = platform.pieces.read(AGENT_38, number, NATIONALITE, Optional.of(1))) {
            assertThat(first.content()).hasContent("%PDF-1.7 first");
        }
        assertThat(Refusals.of(() -> platform.pieces.read(AGENT_38, number, NATIONALITE, Optional.empty()))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void an_agent_removes_nothing_and_nobody_does_after_the_decision() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        assertThat(Refusals.of(() -> platform.pieces.remove(AGENT_38, number, NATIONALITE))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Grant(TODAY, LocalDate.of(2027, 5, 31), "arrêté 38-2026-01"));

        CaseException refusal = Refusals.of(() -> platform.pieces.remove(herself, number, NATIONALITE));

        assertThat(refusal.code()).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
    }

    /** Five working days from Monday 1 June end on the 8th. */
    @Test
    void a_piece_is_taken_in_by_whom_silence_has_given_the_case_and_by_nobody_who_had_it() {
        CaseNumber number = filed();
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("69"), "déménagement"));
        platform.clock.moveTo(LocalDate.of(2026, 6, 9));

        assertThat(Refusals.of(() -> platform.pieces.give(AGENT_38, number, NATIONALITE, aPdf()))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(Refusals.of(() -> platform.pieces.begin(AGENT_38, number, NATIONALITE, 10, Optional.empty()))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(platform.vault.names()).isEmpty();

        CaseFile taken = platform.pieces.give(AGENT_69, number, NATIONALITE, aPdf());

        assertThat(taken.prefecture()).isEqualTo(new PrefectureCode("69"));
        assertThat(platform.review.journal(NATIONAL, number))
                .extracting(JournalLine::what)
                .containsSubsequence("transfer-completed", "piece-given");
    }

    @Test
    void a_piece_that_its_person_gives_finds_the_case_under_the_rules_of_whom_silence_has_given_it() {
        LocalRules.arrive(platform.practices, "69", new PrefectureRules() {
            @Override
            public List<ServicePoint> servicePoints() {
                return List.of(new ServicePoint("lyon", "Lyon", "1", List.of()));
            }

            @Override
            public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
                return Optional.of("lyon");
            }
        });
        CaseNumber number = filed();
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("69"), "déménagement"));
        platform.clock.moveTo(LocalDate.of(2026, 6, 9));

        CaseFile given = platform.pieces.give(herself, number, NATIONALITE, aPdf());

        assertThat(given.practice().servicePoint().map(ServicePoint::id)).contains("lyon");
    }

    @Test
    void every_reading_by_an_agent_stands_in_the_journal_and_the_persons_own_does_not() throws IOException {
        CaseNumber number = filed();
        platform.pieces.give(herself, number, NATIONALITE, aPdf());

        platform.pieces.read(herself, number, NATIONALITE, Optional.empty()).close();
        platform.pieces.read(AGENT_38, number, NATIONALITE, Optional.empty()).close();

        assertThat(platform.review.journal(AGENT_38, number))
                .filteredOn(line -> line.what().equals("piece-read"))
                .extracting(JournalLine::actor, JournalLine::detail)
                .containsExactly(tuple("agent-38", "nationalite version 1"));
    }

    @Test
    void who_may_not_read_the_case_reads_nothing_of_it() {
        CaseNumber number = filed();
        platform.pieces.give(herself, number, NATIONALITE, aPdf());

        for (Caller stranger : List.of(AGENT_75, caller(platform.aStudent()))) {
            assertThat(Refusals.of(() -> platform.pieces.versions(stranger, number))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(Refusals.of(() -> platform.pieces.evidence(stranger, student))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(Refusals.of(() -> platform.pieces.remove(stranger, number, NATIONALITE))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    // -- uploads that come in parts -----------------------------------------------------------------------------------

    @Test
    void m6_an_upload_that_was_cut_goes_on_where_it_stopped() throws IOException {
        CaseNumber number = filed();
        byte[] content = "%PDF-1.7 a passport in two parts".getBytes(StandardCharsets.US_ASCII);
        UploadFile begun = platform.pieces.begin(herself, number, NATIONALITE, content.length, Optional.of("p.PDF"));
        platform.pieces.append(herself, begun.id(), 0, part(content, 0, 10));
        assertThat(Refusals.of(() -> platform.pieces.append(herself, begun.id(), 4, part(content, 4, 10)))
                        .code())
                .isEqualTo(ErrorCode.UPLOAD_ELSEWHERE);

        UploadFile half = platform.pieces.look(herself, begun.id());
        UploadFile whole =
                platform.pieces.append(herself, begun.id(), half.offset(), part(content, 10, content.length));

        assertThat(half.offset()).isEqualTo(10);
        assertThat(whole.offset()).isEqualTo(content.length);
        assertThat(platform.vault.uploads()).isEmpty();
        try (PieceReading read = platform.pieces.read(herself, number, NATIONALITE, Optional.empty())) {
            assertThat(read.content()).hasBinaryContent(content);
        }
        assertThat(platform.pieces.look(herself, begun.id())).isEqualTo(whole);
        assertThat(platform.pieces.append(herself, begun.id(), content.length, part(content, 0, 0)))
                .isEqualTo(whole);
        assertThat(platform.pieces.versions(herself, number)).hasSize(1);
    }

    @Test
    void an_upload_that_came_whole_before_the_server_died_is_finished_when_it_is_looked_at() {
        CaseNumber number = filed();
        byte[] content = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        UploadFile begun = platform.pieces.begin(herself, number, NATIONALITE, content.length, Optional.empty());
        platform.vault.append(begun.id(), 0, new ByteArrayInputStream(content), content.length);

        assertThat(platform.pieces.look(herself, begun.id()).offset()).isEqualTo(content.length);

        assertThat(platform.review.find(herself, number).complete()).isTrue();
    }

    @Test
    void an_upload_belongs_to_its_account_and_ends() {
        CaseNumber number = filed();
        UploadFile begun = platform.pieces.begin(herself, number, NATIONALITE, 10, Optional.empty());
        Caller helper = Caller.applicant(new AccountId("another-login"), student);

        assertThat(Refusals.of(() -> platform.pieces.look(helper, begun.id())).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        platform.clock.moveTo(LocalDate.of(2026, 6, 3));
        assertThat(Refusals.of(() -> platform.pieces.look(herself, begun.id())).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void what_is_refused_at_the_end_of_an_upload_is_forgotten_with_it() {
        CaseNumber number = filed();
        byte[] content = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        UploadFile begun = platform.pieces.begin(herself, number, NATIONALITE, content.length, Optional.of("me.jpg"));

        CaseException refusal =
                Refusals.of(() -> platform.pieces.append(herself, begun.id(), 0, part(content, 0, content.length)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.FILE_CONTRADICTS_ITS_NAME);
        assertThat(platform.vault.uploads()).isEmpty();
        assertThat(Refusals.of(() -> platform.pieces.look(herself, begun.id())).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    // -- malware ------------------------------------------------------------------------------------------------------

    /** Knows a word that stands for malware here and one that it cannot make out, as long as it is there. */
    private static final class Scanner implements MalwareScanner {
        private boolean there = true;

        @Override
        public Verdict scan(InputStream content) {
            if (!there) {
                return Verdict.UNREACHABLE;
            }
            try {
                String all = new String(content.readAllBytes(), StandardCharsets.US_ASCII);
                if (all.contains("puzzle")) {
                    return Verdict.UNDECIDED;
                }
                return all.contains("malware") ? Verdict.INFECTED : Verdict.CLEAN;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private final Scanner scanner = new Scanner();

    @Test
    void an_infected_file_is_refused_at_once() {
        CaseNumber number = filed();
        platform.intake.scanWith(scanner);

        CaseException refusal = Refusals.of(
                () -> platform.pieces.give(herself, number, NATIONALITE, sent("application/pdf", "%PDF-1.7 malware")));

        assertThat(refusal.code()).isEqualTo(ErrorCode.FILE_INFECTED);
        assertThat(platform.vault.names()).isEmpty();
    }

    @Test
    void what_no_scanner_has_seen_yet_counts_and_is_shown_to_no_agent_until_it_has() throws IOException {
        CaseNumber number = filed();
        platform.intake.scanWith(scanner);
        scanner.there = false;
        CaseFile given = platform.pieces.give(herself, number, NATIONALITE, aPdf());
        EvidenceRound round = round();

        assertThat(given.complete()).isTrue();
        assertThat(piece(given, NATIONALITE).given().orElseThrow().scan()).isEqualTo(ScanState.WAITING);
        assertThat(Refusals.of(() -> platform.pieces.read(AGENT_38, number, NATIONALITE, Optional.empty()))
                        .code())
                .isEqualTo(ErrorCode.PIECE_NOT_SCANNED);
        assertThat(round.scanWaiting()).isZero();

        scanner.there = true;
        assertThat(round.scanWaiting()).isEqualTo(1);

        platform.pieces.read(AGENT_38, number, NATIONALITE, Optional.empty()).close();
        assertThat(platform.review.find(AGENT_38, number).pieces())
                .filteredOn(piece -> piece.type().equals(NATIONALITE))
                .extracting(piece -> piece.given().orElseThrow().scan())
                .containsExactly(ScanState.CLEAN);
    }

    @Test
    void a_file_that_the_scanner_cannot_make_out_holds_up_no_other() {
        CaseNumber number = filed();
        platform.intake.scanWith(scanner);
        scanner.there = false;
        platform.pieces.give(herself, number, NATIONALITE, sent("application/pdf", "%PDF-1.7 puzzle"));
        platform.clock.advance(Duration.ofMinutes(1));
        platform.pieces.give(herself, number, DOMICILE, aPdf());
        scanner.there = true;

        assertThat(round().scanWaiting()).isEqualTo(1);

        CaseFile after = platform.review.find(herself, number);
        assertThat(piece(after, NATIONALITE).given().orElseThrow().scan()).isEqualTo(ScanState.WAITING);
        assertThat(piece(after, DOMICILE).given().orElseThrow().scan()).isEqualTo(ScanState.CLEAN);
    }

    @Test
    void malware_found_late_takes_the_file_away_and_tells_the_person() {
        CaseNumber number = filed();
        platform.intake.scanWith(scanner);
        scanner.there = false;
        platform.pieces.give(herself, number, NATIONALITE, sent("application/pdf", "%PDF-1.7 malware"));
        scanner.there = true;

        round().scanWaiting();

        CaseFile after = platform.review.find(herself, number);
        assertThat(after.complete()).isFalse();
        assertThat(piece(after, NATIONALITE).state()).isEqualTo(PieceFile.State.MISSING);
        assertThat(platform.pieces.versions(herself, number))
                .singleElement()
                .satisfies(it -> assertThat(it.end()).map(PieceVersion.End::how).contains(PieceVersion.How.INFECTED));
        assertThat(platform.inbox.open(herself, student))
                .anySatisfy(notice -> assertThat(notice.kind()).isEqualTo("piece-infected"));
        assertThat(Refusals.of(() -> platform.pieces.read(herself, number, NATIONALITE, Optional.of(1)))
                        .code())
                .isEqualTo(ErrorCode.FILE_INFECTED);
    }

    @Test
    void a_file_that_nothing_refers_to_is_swept_and_no_other() {
        CaseNumber number = filed();
        platform.pieces.give(herself, number, NATIONALITE, aPdf());
        UploadFile begun = platform.pieces.begin(herself, number, DOMICILE, 5, Optional.empty());
        platform.vault.append(begun.id(), 0, new ByteArrayInputStream(new byte[5]), 5);
        platform.vault.keep(begun.id(), platform.vault.freshKey());

        assertThat(round().sweep()).isEqualTo(1);

        assertThat(platform.vault.names()).hasSize(1);
    }

    // -- completeness -------------------------------------------------------------------------------------------------

    @Test
    void the_case_file_tells_of_each_piece_whether_it_blocks_and_where_that_is_read() {
        CaseFile file = platform.review.find(herself, filed());

        // annexe 10 and R. 431-10 2°: nationality blocks, the rest is wanted, the tax is owed at the hand-over
        assertThat(piece(file, NATIONALITE).need()).isEqualTo(PieceFile.Need.REQUIRED);
        assertThat(piece(file, NATIONALITE).basis()).contains("R. 431-10 2°");
        assertThat(piece(file, DOMICILE).need()).isEqualTo(PieceFile.Need.WANTED);
        assertThat(piece(file, new PieceType("taxe")).need()).isEqualTo(PieceFile.Need.AT_HAND_OVER);
    }

    @Test
    void a_finding_carries_who_why_and_when() {
        CaseNumber number = filed();

        CaseFile waived = platform.act(AGENT_38, number, new Act.WaivePiece(NATIONALITE, "vu au guichet"));

        assertThat(waived.complete()).isTrue();
        assertThat(piece(waived, NATIONALITE).finding()).hasValueSatisfying(said -> {
            assertThat(said.by()).isEqualTo(new AccountId("agent-38"));
            assertThat(said.reason()).isEqualTo("vu au guichet");
            assertThat(said.at()).isEqualTo(platform.clock.instant());
        });
        // the catalogue: nobody is excused from the photo
        assertThat(Refusals.of(() -> platform.act(AGENT_38, number, new Act.WaivePiece(new PieceType("photo"), "non")))
                        .code())
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
    }

    @Test
    void at_the_counter_the_silence_waits_for_an_indispensable_piece_and_goes_on_with_its_days() {
        CaseNumber number = aCounterCase();

        platform.clock.moveTo(LocalDate.of(2026, 6, 11));
        CaseFile asked = platform.act(
                AGENT_38,
                number,
                new Act.AskForPieces(Map.of(NATIONALITE, "page 2 illisible"), LocalDate.of(2026, 7, 11)));
        platform.clock.moveTo(LocalDate.of(2026, 7, 1));
        CaseFile given = platform.pieces.give(NATIONAL, number, NATIONALITE, sent("application/pdf", "%PDF-1.7 again"));

        // R. 432-2: four months from 1 June end on 1 October, 112 days after 11 June (CRPA L. 114-5); 1 July + 112 days
        assertThat(silence(asked).state()).isEqualTo(ClockFile.State.SUSPENDED);
        assertThat(silence(asked).daysLeft()).contains(112);
        assertThat(silence(asked).endsOn()).isEmpty();
        assertThat(silence(given).state()).isEqualTo(ClockFile.State.RUNNING);
        assertThat(silence(given).endsOn()).contains(LocalDate.of(2026, 10, 21));
        assertThat(given.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
    }

    @Test
    void asking_for_any_other_piece_stops_neither_the_clock_nor_the_examination() {
        CaseNumber number = aCounterCase();

        CaseFile asked = platform.act(
                AGENT_38, number, new Act.AskForPieces(Map.of(DOMICILE, "trop ancien"), LocalDate.of(2026, 7, 11)));

        assertThat(asked.complete()).isTrue();
        assertThat(silence(asked).state()).isEqualTo(ClockFile.State.RUNNING);
        assertThat(asked.acts()).contains(ActKind.GRANT).doesNotContain(ActKind.REFUSE);
    }

    @Test
    void what_asking_does_to_the_clock_of_an_electronic_filing_is_asked_of_a_jurist() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        CaseFile asked = platform.act(
                AGENT_38, number, new Act.AskForPieces(Map.of(NATIONALITE, "illisible"), LocalDate.of(2026, 7, 1)));

        assertThat(asked.tasks())
                .filteredOn(task -> task.kind() == Task.Kind.SETTLE_LAW)
                .singleElement()
                .satisfies(task -> assertThat(task.question().orElseThrow()).contains("L. 114-5"));
    }

    @Test
    void m11_no_registration_is_refused_before_a_notice_and_its_delay() {
        CaseNumber number = filed();
        Act refusal = new Act.RefuseRegistration("le passeport manque toujours");
        assertThat(Refusals.of(() -> platform.act(AGENT_38, number, refusal)).code())
                .isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        platform.act(AGENT_38, number, new Act.AskForPieces(Map.of(NATIONALITE, "manque"), LocalDate.of(2026, 7, 1)));
        platform.liveUntil(LocalDate.of(2026, 7, 1));
        assertThat(Refusals.of(() -> platform.act(AGENT_38, number, refusal)).code())
                .isEqualTo(ErrorCode.ACT_NOT_ALLOWED);

        platform.liveUntil(LocalDate.of(2026, 7, 2));
        CaseFile refused = platform.act(AGENT_38, number, refusal);

        assertThat(refused.status()).isEqualTo(CaseStatus.REGISTRATION_REFUSED);
        assertThat(platform.inbox.open(herself, student))
                .filteredOn(notice -> notice.kind().equals("decided"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("le passeport manque toujours"));
    }

    @Test
    void m11_a_case_that_is_taken_up_again_has_a_notice_of_its_own() {
        CaseNumber number = filed();
        Act refusal = new Act.RefuseRegistration("le passeport manque toujours");
        platform.act(AGENT_38, number, new Act.AskForPieces(Map.of(NATIONALITE, "manque"), LocalDate.of(2026, 7, 1)));
        platform.liveUntil(LocalDate.of(2026, 7, 2));
        platform.act(AGENT_38, number, refusal);

        platform.act(AGENT_38, number, new Act.Reopen("erreur"));

        assertThat(Refusals.of(() -> platform.act(AGENT_38, number, refusal)).code())
                .isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        platform.act(AGENT_38, number, new Act.AskForPieces(Map.of(NATIONALITE, "manque"), LocalDate.of(2026, 7, 20)));
        platform.liveUntil(LocalDate.of(2026, 7, 21));
        assertThat(platform.act(AGENT_38, number, refusal).status()).isEqualTo(CaseStatus.REGISTRATION_REFUSED);
    }

    @Test
    void whoever_is_asked_for_a_piece_is_told_what_becomes_of_the_delay_and_of_the_application() {
        CaseNumber complete = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber incomplete = filed();
        CaseNumber counter = aCounterCase();
        LocalDate day = LocalDate.of(2026, 7, 11);

        platform.act(AGENT_38, complete, new Act.AskForPieces(Map.of(NATIONALITE, "illisible"), day));
        platform.act(AGENT_38, incomplete, new Act.AskForPieces(Map.of(NATIONALITE, "manque"), day));
        platform.act(AGENT_38, counter, new Act.AskForPieces(Map.of(NATIONALITE, "illisible"), day));

        // the silence of an online filing stops, and starts whole once the piece has come; our reading leaves open
        // whether it should
        assertThat(asked(complete)).contains("effect=OPEN", "registration=yes");
        assertThat(asked(incomplete)).contains("effect=OPEN", "registration=yes");
        // CRPA L. 114-5
        assertThat(asked(counter)).contains("effect=SUSPENDS", "registration=yes");
        // CRPA L. 114-5-1: the examination does without it, and so no registration is refused for it
        platform.act(AGENT_38, counter, new Act.AskForPieces(Map.of(DOMICILE, "trop ancien"), day));
        assertThat(asked(counter)).contains("effect=NONE", "registration=no");
    }

    @Test
    void asking_for_a_piece_changes_nothing_of_a_silent_refusal_and_the_person_is_told_so() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 1));

        platform.act(
                AGENT_38, number, new Act.AskForPieces(Map.of(NATIONALITE, "illisible"), LocalDate.of(2026, 10, 11)));

        assertThat(asked(number)).contains("effect=REFUSED");
    }

    private String asked(CaseNumber number) {
        PersonId person = platform.review.find(NATIONAL, number).person();
        return platform.inbox.open(caller(person), person).stream()
                .filter(notice -> notice.kind().equals("pieces-asked"))
                .filter(notice -> notice.caseNumber().equals(number))
                .findFirst()
                .orElseThrow()
                .body();
    }

    @Test
    void m11_an_answer_before_the_day_shortens_no_delay() {
        CaseNumber number = filed();
        platform.act(AGENT_38, number, new Act.AskForPieces(Map.of(NATIONALITE, "manque"), LocalDate.of(2026, 7, 1)));

        platform.act(herself, number, new Act.Answer());
        Set<ActKind> early = platform.review.find(AGENT_38, number).acts();
        platform.liveUntil(LocalDate.of(2026, 7, 2));

        assertThat(early).doesNotContain(ActKind.REFUSE_REGISTRATION);
        assertThat(platform.review.find(AGENT_38, number).acts()).contains(ActKind.REFUSE_REGISTRATION);
    }

    private CaseNumber aCounterCase() {
        PersonId worker = platform.someone();
        CaseFile file = platform.file(NATIONAL, by(filing(worker, "visiteur", GRENOBLE), FilingChannel.COUNTER))
                .caseFile();
        platform.givePieces(worker, file);
        platform.act(AGENT_38, file.number(), new Act.TakeUp());
        return file.number();
    }

    private CaseNumber filed() {
        return platform.file(student, "etudiant", GRENOBLE).caseFile().number();
    }

    private EvidenceRound round() {
        return new EvidenceRound(platform.store, platform.upkeep, platform.vault, platform.clock, scanner);
    }

    private static SentFile part(byte[] content, int from, int to) {
        return SentFile.of(new ByteArrayInputStream(content, from, to - from));
    }

    private static PieceFile piece(CaseFile file, PieceType type) {
        return file.pieces().stream()
                .filter(piece -> piece.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static ClockFile silence(CaseFile file) {
        return file.clocks().stream()
                .filter(clock -> clock.kind().equals("silence"))
                .findFirst()
                .orElseThrow();
    }
}
