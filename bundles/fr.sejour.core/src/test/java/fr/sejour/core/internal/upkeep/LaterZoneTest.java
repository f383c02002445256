package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.by;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.attestation.CheckDesk.State;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.edition.EditionFiles;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.operation.Watchdog;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.port.Standing;
import fr.sejour.law.Editions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * After a transfer the last day of a paper ends where it ends later. A day of La Réunion (UTC+4) ends at 20:00 UTC, one of Paris in winter
 * at 23:00, one of Martinique (UTC-4) at 04:00 of the day after; the card of the student ends on 31 August 2026.
 */
class LaterZoneTest {

    private static final CommuneCode SAINT_DENIS = new CommuneCode("97411");
    private static final CommuneCode FORT_DE_FRANCE = new CommuneCode("97209");
    private static final PrefectureCode LA_REUNION = new PrefectureCode("974");
    private static final PrefectureCode MARTINIQUE = new PrefectureCode("972");
    private static final PrefectureCode PARIS = new PrefectureCode("75");
    private static final PieceType NATIONALITY = new PieceType("nationalite");
    private static final LocalDate BIRTH = LocalDate.of(1999, 4, 12);
    private static final EditionFiles MORE_WORK = new EditionFiles(
            "more-work",
            Map.of(
                    "edition.yaml",
                    """
                    edition: more-work
                    extends: '2026-05-01'
                    in_force_from: '2026-10-20'
                    recorded_on: '2026-06-10'
                    confidence: high
                    confidence_note: an example
                    replaces: [papers]
                    """,
                    "papers.yaml",
                    shipped("2026-01-01/papers.yaml")
                            .replace(
                                    "work: {under: recepisse}",
                                    "work: {right: any, because: work-protected, basis: [R. 431-15]}")));

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");
    private final PersonId student = platform.aStudent();

    @Test
    void a_paper_that_stands_at_a_transfer_to_martinique_ends_with_its_last_day_there() {
        CaseNumber number = withOnePaper(SAINT_DENIS);
        move(number, MARTINIQUE);

        // 24:00 of 30 November is 20:00 UTC where it was issued, and 04:00 UTC of 1 December in Martinique
        assertCovered("2026-11-30T19:59:59Z", true, State.VALID);
        assertCovered("2026-11-30T20:00:00Z", true, State.VALID);
        assertCovered("2026-12-01T03:59:59Z", true, State.VALID);
        assertCovered("2026-12-01T04:00:00Z", false, State.EXPIRED);
        assertThat(days()).containsExactly("2026-09-01 2026-11-30");
    }

    @Test
    void a_paper_that_stands_at_a_transfer_to_paris_ends_with_its_last_day_there() {
        CaseNumber number = withOnePaper(SAINT_DENIS);
        move(number, PARIS);

        assertCovered("2026-11-30T22:59:59Z", true, State.VALID);
        assertCovered("2026-11-30T23:00:00Z", false, State.EXPIRED);
    }

    @Test
    void a_paper_keeps_its_later_end_after_a_transfer_to_where_the_day_ends_before() {
        CaseNumber number = withOnePaper(FORT_DE_FRANCE);
        move(number, LA_REUNION);

        assertCovered("2026-11-30T20:00:00Z", true, State.VALID);
        assertCovered("2026-12-01T03:59:59Z", true, State.VALID);
        assertCovered("2026-12-01T04:00:00Z", false, State.EXPIRED);
    }

    @Test
    void the_next_paper_begins_before_the_one_that_it_follows_has_ended_in_either_zone() {
        CaseNumber number = platform.fileComplete(student, "etudiant", SAINT_DENIS);
        platform.liveUntil(LocalDate.of(2026, 10, 5));
        move(number, MARTINIQUE);
        platform.liveUntil(LocalDate.of(2026, 12, 2));

        assertThat(days()).containsExactly("2026-09-01 2026-11-30", "2026-12-01 2027-02-28");
        // the card too ends where its last day ends later
        for (String instant : List.of(
                "2026-08-31T19:59:59Z",
                "2026-08-31T20:00:00Z",
                "2026-09-01T03:59:59Z",
                "2026-09-01T04:00:00Z",
                "2026-11-30T19:59:59Z",
                "2026-11-30T20:00:00Z",
                "2026-12-01T03:59:59Z",
                "2026-12-01T04:00:00Z")) {
            assertThat(proofsAt(instant)).as(instant).isNotEmpty();
        }
    }

    @Test
    void whoever_comes_back_has_no_hole_between_two_papers() {
        CaseNumber number = platform.fileComplete(student, "etudiant", SAINT_DENIS);
        platform.liveUntil(LocalDate.of(2026, 10, 5));
        move(number, MARTINIQUE);
        platform.liveUntil(LocalDate.of(2026, 11, 27));
        move(number, LA_REUNION);
        platform.liveUntil(LocalDate.of(2026, 12, 2));

        // the second one was issued in Martinique a week ahead, the first ends again where it was issued
        assertThat(days()).containsExactly("2026-09-01 2026-11-30", "2026-12-01 2027-02-28");
        for (String instant : List.of("2026-11-30T19:59:59Z", "2026-11-30T20:00:00Z", "2026-12-01T03:59:59Z")) {
            assertThat(proofsAt(instant)).as(instant).isNotEmpty();
        }
        assertThat(chain().get(1).prefecture()).isEqualTo(MARTINIQUE);
        assertThat(chain().get(1).validity().end()).contains(Instant.parse("2027-03-01T04:00:00Z"));
    }

    @Test
    void a_paper_issued_late_begins_on_the_day_that_it_is_where_the_person_lives() {
        CaseNumber number = withOnePaper(SAINT_DENIS);
        move(number, MARTINIQUE);
        // one in the morning of 3 December in La Réunion is five in the afternoon of the 2nd in Martinique
        at("2026-12-02T21:00:00Z");

        platform.pieces.give(caller(student), number, NATIONALITY, Platform.aPdf());

        assertThat(days()).containsExactly("2026-09-01 2026-11-30", "2026-12-02 2027-03-01");
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    @Test
    void a_paper_in_its_last_hours_is_followed_by_the_next_day_and_not_by_the_same() {
        CaseNumber number = withOnePaper(SAINT_DENIS);
        move(number, MARTINIQUE);
        at("2026-11-30T21:00:00Z");

        platform.pieces.give(caller(student), number, NATIONALITY, Platform.aPdf());

        assertThat(days()).containsExactly("2026-09-01 2026-11-30", "2026-12-01 2027-02-28");
        assertThat(proofsAt("2026-12-01T04:00:00Z")).isNotEmpty();
    }

    @Test
    void an_answer_kept_from_the_last_hours_says_later_where_the_day_ended() {
        CaseNumber number = withOnePaper(SAINT_DENIS);
        move(number, MARTINIQUE);
        at("2026-11-30T21:00:00Z");

        CheckAnswer answer = platform.checks.check(chain().get(0).checkCode(), BIRTH);

        assertThat(answer.validity().end()).contains(Instant.parse("2026-12-01T04:00:00Z"));
        assertThat(platform.checks.paperProven(answer.proof().orElseThrow()).map(CheckAnswer::validity))
                .contains(answer.validity());
    }

    @Test
    void a_paper_in_its_last_hours_is_taken_back() {
        CaseNumber number = withOnePaper(SAINT_DENIS);
        move(number, MARTINIQUE);
        at("2026-11-30T21:00:00Z");

        platform.act(NATIONAL, number, new Act.RevokePaper(chain().get(0).number(), "faux passeport", "arrêté 972-1"));

        assertThat(check(chain().get(0))).isEqualTo(State.REVOKED);
    }

    /**
     * CRPA L. 114-2: offered on Monday 5 October 2026, the receiver has all of Monday the 12th to say something, which is over in La Réunion
     * at 20:00 UTC, in Paris at 22:00, in Martinique at 04:00 of the day after. The text of the mainland says more of work: the paper is
     * replaced at once.
     */
    @ParameterizedTest(name = "filed in {0}, in charge {1}, looked at {2}: in {3}")
    @CsvSource({
        "97411, 974, 2026-10-12T20:00:00Z, 974, 2026-09-01 2026-11-30",
        "97411, 974, 2026-10-12T21:59:59Z, 974, 2026-09-01 2026-11-30",
        "97411, 974, 2026-10-12T22:00:00Z, 75, 2026-10-13 2027-01-12",
        "97411, 974, 2026-10-13T19:59:59Z, 75, 2026-10-13 2027-01-12",
        "97411, 974, 2026-10-13T21:59:59Z, 75, 2026-10-13 2027-01-12",
        "97209, 974, 2026-10-12T20:00:00Z, 974, 2026-09-01 2026-11-30",
        "97209, 974, 2026-10-12T22:00:00Z, 974, 2026-09-01 2026-11-30",
        "97209, 974, 2026-10-13T03:59:59Z, 974, 2026-09-01 2026-11-30",
        "97209, 974, 2026-10-13T04:00:00Z, 75, 2026-10-13 2027-01-12",
        "97209, 974, 2026-10-14T03:59:59Z, 75, 2026-10-13 2027-01-12",
        "97209, 972, 2026-10-13T03:59:59Z, 972, 2026-09-01 2026-11-30",
        "97209, 972, 2026-10-13T04:00:00Z, 75, 2026-10-13 2027-01-12",
    })
    void a_paper_that_comes_of_silence_has_one_first_day_whoever_looks_first(
            String filedIn, String inCharge, String instant, String after, String days) {
        CaseNumber number = platform.fileComplete(student, "etudiant", new CommuneCode(filedIn));
        platform.liveUntil(LocalDate.of(2026, 9, 2));
        if (!filedIn.startsWith(inCharge)) {
            move(number, new PrefectureCode(inCharge));
        }
        platform.liveUntil(LocalDate.of(2026, 10, 5));
        platform.act(NATIONAL, number, new Act.OfferTransfer(PARIS, "déménagement"));
        at(instant);

        look();

        assertThat(standing(number).prefecture()).isEqualTo(new PrefectureCode(after));
        assertThat(lasting()).containsExactly(days);
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    @ParameterizedTest(name = "filed in {0}")
    @CsvSource({"97411, 2026-10-12T22:00:00Z", "97209, 2026-10-13T04:00:00Z"})
    void the_clock_wakes_a_case_that_silence_takes_at_that_instant_and_nobody_finds_a_fault_before(
            String filedIn, String taken) {
        CaseNumber number = platform.fileComplete(student, "etudiant", new CommuneCode(filedIn));
        platform.liveUntil(LocalDate.of(2026, 10, 5));
        platform.act(NATIONAL, number, new Act.OfferTransfer(PARIS, "déménagement"));
        platform.liveUntil(LocalDate.of(2026, 10, 12));

        assertThat(standing(number).wakeAt()).contains(Instant.parse(taken));

        at(taken);
        assertThat(new NightlyWatchdog(platform.store, platform.upkeep, platform.clock).look())
                .isEqualTo(new Watchdog.Round(0, 0, 0));
        platform.pass();

        assertThat(standing(number).prefecture()).isEqualTo(PARIS);
    }

    /** From 20 October on, were it so, whoever has a récépissé may work: that day begins last in Martinique, at 04:00 UTC. */
    @ParameterizedTest(name = "filed in {0}, in charge {1}")
    @CsvSource({"97209, 974", "97411, 972"})
    void a_paper_that_comes_of_a_new_law_begins_when_its_day_has_begun_in_both_zones(String filedIn, String inCharge) {
        Platform changing = new Platform("2026-06-01T07:00:00Z", new Editions().with(List.of(MORE_WORK)));
        PersonId person = changing.aStudent();
        CaseFile file = changing.file(
                        NATIONAL, by(filing(person, "etudiant", new CommuneCode(filedIn)), FilingChannel.COUNTER))
                .caseFile();
        changing.givePieces(person, file);
        changing.act(NATIONAL, file.number(), new Act.OfferTransfer(new PrefectureCode(inCharge), "déménagement"));
        changing.act(NATIONAL, file.number(), new Act.ReceiveTransfer());
        changing.liveUntil(LocalDate.of(2026, 10, 19));
        List<Attestation> before = changing.papersOf(person);

        for (String early : List.of("2026-10-19T20:00:00Z", "2026-10-20T03:59:59Z")) {
            changing.clock.advance(Duration.between(changing.clock.instant(), Instant.parse(early)));
            changing.pass();
            assertThat(changing.papersOf(person)).as(early).isEqualTo(before);
        }
        changing.clock.advance(Duration.ofSeconds(1));
        changing.pass();

        assertThat(changing.papersOf(person)).hasSize(before.size() + 1).first().satisfies(paper -> {
            assertThat(paper.edition()).isEqualTo("more-work");
            assertThat(paper.validity().firstDay()).isEqualTo(LocalDate.of(2026, 10, 20));
        });
    }

    /** A student there with one paper, until 30 November, and nothing after it: a piece without which the file is incomplete was refused. */
    private CaseNumber withOnePaper(CommuneCode commune) {
        CaseNumber number = platform.fileComplete(student, "etudiant", commune);
        platform.liveUntil(LocalDate.of(2026, 8, 28));
        platform.act(NATIONAL, number, new Act.TakeUp());
        platform.act(NATIONAL, number, new Act.RefusePiece(NATIONALITY, "illisible"));
        assertThat(days()).containsExactly("2026-09-01 2026-11-30");
        return number;
    }

    private void move(CaseNumber number, PrefectureCode to) {
        platform.act(NATIONAL, number, new Act.OfferTransfer(to, "déménagement"));
        platform.act(NATIONAL, number, new Act.ReceiveTransfer());
    }

    private void at(String instant) {
        platform.clock.advance(Duration.between(platform.clock.instant(), Instant.parse(instant)));
    }

    private void assertCovered(String instant, boolean covered, State state) {
        at(instant);
        assertThat(platform.coverage.of(caller(student), student).covered())
                .as("covered at " + instant)
                .isEqualTo(covered);
        assertThat(check(chain().get(0))).as("checked at " + instant).isEqualTo(state);
        assertThat(chain().get(0).validAt(platform.clock.instant()))
                .as("shown at " + instant)
                .isEqualTo(covered);
    }

    private void look() {
        platform.store.write(records -> platform.upkeep.tick(records, student, platform.clock.instant()));
    }

    private Standing standing(CaseNumber number) {
        return platform.store
                .read(records -> records.cases().find(Upkeep.READS_ALL, number))
                .orElseThrow()
                .standing();
    }

    private State check(Attestation paper) {
        return platform.checks.check(paper.checkCode(), BIRTH).state();
    }

    private List<Attestation> chain() {
        return platform.papersOf(student).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .sorted(Comparator.comparing(paper -> paper.validity().firstDay()))
                .toList();
    }

    private List<String> days() {
        return days(chain());
    }

    private List<String> lasting() {
        return days(chain().stream().filter(paper -> paper.end().isEmpty()).toList());
    }

    private static List<String> days(List<Attestation> papers) {
        return papers.stream()
                .map(paper -> paper.validity().firstDay() + " "
                        + paper.validity().lastDay().map(LocalDate::toString).orElse("open"))
                .toList();
    }

    private static String shipped(String path) {
        try (InputStream file = Editions.class.getResourceAsStream("/fr/sejour/law/editions/" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> proofsAt(String instant) {
        return platform.coverage.of(caller(student), student).intervals().stream()
                .filter(interval -> interval.covers(Instant.parse(instant)))
                .map(interval -> interval.proof())
                .toList();
    }
}
