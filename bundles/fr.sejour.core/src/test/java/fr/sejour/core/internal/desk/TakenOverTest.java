package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static fr.sejour.core.internal.Platform.holding;
import static fr.sejour.core.internal.Platform.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A case that takes another one over takes nothing from the person (P1, P3): what stood on either stands, or it is refused. */
class TakenOverTest {

    private static final PieceType NATIONALITY = new PieceType("nationalite");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");

    @Test
    void a_piece_that_an_agent_waived_is_waived_still_and_the_paper_comes() {
        PersonId student = platform.aStudent();
        CaseNumber first = file(student);
        CaseFile waived = platform.act(AGENT_38, first, new Act.WaivePiece(NATIONALITY, "vu au guichet"));
        assertThat(waived.complete()).isTrue();
        CaseNumber second = file(student);

        CaseFile survivor = platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));

        assertThat(survivor.complete()).isTrue();
        assertThat(survivor.pieces())
                .filteredOn(piece -> piece.type().equals(NATIONALITY))
                .extracting(PieceFile::state, PieceFile::reason)
                .containsExactly(tuple(PieceFile.State.WAIVED, Optional.of("vu au guichet")));
        assertThat(running(survivor, "silence")).isPresent();
        // the card ends on 31 August 2026
        platform.liveUntil(LocalDate.of(2026, 9, 2));
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    @Test
    void the_permit_that_an_agent_has_seen_stays_what_the_case_rests_on() {
        PersonId student = platform.someone();
        CaseNumber first = file(student, said("etudiant", "AA1", "2025-09-01", "2026-08-30"));
        platform.givePieces(student, find(first));
        platform.act(AGENT_38, first, new Act.SeeFacts());
        assertThat(find(first).assessment().timeliness()).isEqualTo(Reading.settled(Timeliness.IN_TIME));
        CaseNumber second = file(student, said("etudiant", "AA2", "2025-09-01", "2026-06-21"));

        CaseFile survivor = platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));

        assertThat(survivor.held().map(HeldPermit::number)).contains("AA1");
        assertThat(survivor.facts()).isEqualTo(FactLevel.SEEN);
        assertThat(survivor.assessment().timeliness()).isEqualTo(Reading.settled(Timeliness.IN_TIME));
        platform.liveUntil(LocalDate.of(2026, 9, 2));
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    @Test
    void what_a_judge_ordered_is_owed_in_the_case_that_goes_on() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, first, order());
        CaseNumber second = file(student);

        CaseFile survivor = platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));

        assertThat(survivor.orders())
                .extracting(CourtOrder::what, CourtOrder::dueOn, CourtOrder::doneOn)
                .containsExactly(tuple(Ordered.EXAMINE_AGAIN, FIRST_DAY.plusDays(15), Optional.empty()));
        assertThat(task(survivor, Task.Kind.OBEY_COURT).orElseThrow().dueOn()).isEqualTo(FIRST_DAY.plusDays(15));
        assertThat(survivor.next().orElseThrow().what()).isEqualTo("obey-court");
        assertThat(find(first).orders()).isEmpty();
        assertThat(platform.review.journal(AGENT_38, first))
                .extracting(JournalLine::what)
                .contains("record-court-order", "absorbed-by");
    }

    @Test
    void what_a_judge_ordered_comes_back_with_a_case_that_was_taken_over_by_mistake() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, first, order());
        CaseNumber second = file(student);
        platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));

        platform.act(AGENT_38, first, new Act.Reopen("deux écoles"));

        assertThat(find(first).orders()).extracting(CourtOrder::doneOn).containsExactly(Optional.empty());
        assertThat(task(find(first), Task.Kind.OBEY_COURT)).isPresent();
    }

    @Test
    void what_a_judge_ordered_is_owed_once_after_a_merge_by_mistake_where_it_stood_before() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, first, order());
        platform.clock.advance(Duration.ofMinutes(1));
        CaseNumber second = file(student);
        platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));
        assertThat(task(find(second), Task.Kind.OBEY_COURT)).isPresent();

        platform.act(AGENT_38, first, new Act.Reopen("deux écoles"));

        assertThat(task(find(first), Task.Kind.OBEY_COURT)).isPresent();
        assertThat(find(second).orders()).isEmpty();
        assertThat(task(find(second), Task.Kind.OBEY_COURT)).isEmpty();
    }

    /** The first is taken over by the second and the second by the third, which alone gives back what was recorded in it. */
    @Test
    void what_a_judge_ordered_in_a_third_case_stays_owed_with_that_one() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, first, order());
        platform.clock.advance(Duration.ofMinutes(1));
        CaseNumber second = file(student);
        platform.clock.advance(Duration.ofMinutes(1));
        CaseNumber third = file(student);
        platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));
        platform.act(AGENT_38, third, new Act.Absorb(second, "doublon"));

        platform.act(AGENT_38, second, new Act.Reopen("deux écoles"));

        assertThat(find(second).orders()).isEmpty();
        assertThat(task(find(third), Task.Kind.OBEY_COURT)).isPresent();

        platform.act(AGENT_38, first, new Act.Reopen("trois écoles"));

        assertThat(find(third).orders()).isEmpty();
        assertThat(task(find(first), Task.Kind.OBEY_COURT)).isPresent();
    }

    @Test
    void what_a_judge_ordered_is_not_owed_again_once_the_case_that_went_on_has_obeyed() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, first, order());
        CaseNumber second = file(student);
        platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));
        grant(second);

        platform.act(AGENT_38, first, new Act.Reopen("deux écoles"));

        assertThat(find(second).orders()).extracting(CourtOrder::doneOn).containsExactly(Optional.of(FIRST_DAY));
        assertThat(find(first).orders()).extracting(CourtOrder::doneOn).containsExactly(Optional.of(FIRST_DAY));
        assertThat(task(find(first), Task.Kind.OBEY_COURT)).isEmpty();
    }

    @Test
    void what_a_judge_ordered_is_not_buried_in_a_case_that_is_decided() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber second = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, second, order());
        grant(first);

        assertThat(loses(first, second)).containsExactly("court-order");
        assertThat(find(second).status()).isEqualTo(CaseStatus.FILED);
        assertThat(task(find(second), Task.Kind.OBEY_COURT)).isPresent();
    }

    @Test
    void the_reasons_of_a_silent_refusal_are_owed_by_the_same_day_and_court_waits_for_them() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        // R. 422-5: ninety days from 1 June 2026, over on 30 August
        platform.liveUntil(LocalDate.of(2026, 9, 1));
        platform.act(caller(student), first, new Act.AskForReasons());
        CaseNumber second = file(student);

        CaseFile survivor = platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));

        // CRPA L. 232-4: one month from 1 September 2026
        assertThat(survivor.status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
        assertThat(running(survivor, "reasons").orElseThrow().endsOn()).contains(LocalDate.of(2026, 10, 1));
        assertThat(running(survivor, "appeal").orElseThrow().endsOn()).isEmpty();
        assertThat(task(survivor, Task.Kind.GIVE_REASONS)).isPresent();
        CaseFile given = platform.act(AGENT_38, second, new Act.GiveReasons("motifs", "arrêté 38-2026-01"));
        // CRPA L. 232-4: two months from the reasons
        assertThat(running(given, "appeal").orElseThrow().endsOn()).contains(LocalDate.of(2026, 11, 1));
    }

    @Test
    void a_new_filing_is_not_made_one_with_a_refusal_that_no_court_hears_any_more() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        // CJA R. 421-2: two months from 30 August 2026
        platform.liveUntil(LocalDate.of(2026, 11, 2));
        CaseNumber second = platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(loses(second, first)).containsExactly("silent-refusal");
    }

    @Test
    void a_filing_made_after_the_decision_asks_for_something_else() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        grant(first);
        platform.clock.moveTo(LocalDate.of(2027, 5, 20));
        CaseNumber renewal = platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(loses(first, renewal)).contains("later-filing");
    }

    @Test
    void whoever_was_asked_for_a_piece_has_as_long_to_answer_as_they_were_told() {
        PersonId student = platform.aStudent();
        CaseNumber first = file(student);
        LocalDate day = LocalDate.of(2026, 7, 10);
        platform.act(AGENT_38, first, new Act.AskForPieces(Map.of(NATIONALITY, "manque"), day));
        CaseNumber second = file(student);

        CaseFile survivor = platform.act(AGENT_38, second, new Act.Absorb(first, "doublon"));

        assertThat(survivor.status()).isEqualTo(CaseStatus.AWAITING_PIECES);
        assertThat(survivor.next().orElseThrow().by()).isEqualTo(day);
        platform.liveUntil(day);
        CaseException early =
                Refusals.of(() -> platform.act(AGENT_38, second, new Act.RefuseRegistration("incomplet")));
        assertThat(early.details()).containsEntry("status", "awaiting-pieces");
    }

    @Test
    void who_would_lose_something_is_told_when_the_other_way_round_nothing_is_lost() {
        PersonId student = platform.someone();
        CaseNumber online =
                platform.file(student, "visiteur", GRENOBLE).caseFile().number();
        CaseNumber counter = platform.file(
                        Platform.NATIONAL, Platform.by(filing(student, "visiteur", GRENOBLE), FilingChannel.COUNTER))
                .caseFile()
                .number();

        // R. 431-12: a récépissé comes at the counter; online nothing does for a first application of a visitor
        CaseException refused = Refusals.of(() -> platform.act(AGENT_38, online, new Act.Absorb(counter, "doublon")));
        assertThat(refused.details()).containsEntry("loses", List.of("rights")).containsEntry("otherWay", true);
        assertThat(platform.act(AGENT_38, counter, new Act.Absorb(online, "doublon"))
                        .status()
                        .isOpen())
                .isTrue();
    }

    /** A person is told where each case goes and by when: nothing else moves with it. */
    @Test
    void a_case_on_offer_takes_no_other_one_along_and_may_itself_take_one_over() {
        PersonId student = platform.aStudent();
        CaseNumber offered = file(student);
        CaseNumber other = file(student);
        PrefectureCode rhone = new PrefectureCode("69");
        platform.act(AGENT_38, offered, new Act.OfferTransfer(rhone, "déménagement"));

        assertThat(loses(other, offered)).containsExactly("transfer");
        assertThat(find(other).transfer()).isEmpty();
        CaseFile survivor = platform.act(AGENT_38, offered, new Act.Absorb(other, "doublon"));
        assertThat(survivor.prefecture()).isEqualTo(new PrefectureCode("38"));
        assertThat(survivor.transfer().orElseThrow().to()).isEqualTo(rhone);
    }

    private List<Object> loses(CaseNumber survivor, CaseNumber other) {
        CaseException refused = Refusals.of(() -> platform.act(AGENT_38, survivor, new Act.Absorb(other, "doublon")));
        assertThat(refused.code().slug()).isEqualTo("merge-takes-away");
        return List.copyOf((List<?>) refused.details().get("loses"));
    }

    private void grant(CaseNumber number) {
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));
    }

    private static Act order() {
        return new Act.RecordCourtOrder(
                "tribunal administratif",
                FIRST_DAY,
                FIRST_DAY.plusDays(15),
                Ordered.EXAMINE_AGAIN,
                Optional.empty(),
                "référé");
    }

    private CaseNumber file(PersonId student) {
        return platform.file(student, "etudiant", GRENOBLE).caseFile().number();
    }

    private CaseNumber file(PersonId student, HeldPermit held) {
        return platform.file(caller(student), holding(filing(student, "etudiant", GRENOBLE), held))
                .caseFile()
                .number();
    }

    private CaseFile find(CaseNumber number) {
        return platform.review.find(Platform.NATIONAL, number);
    }

    private static Optional<ClockFile> running(CaseFile file, String kind) {
        return file.clocks().stream()
                .filter(clock -> clock.kind().equals(kind) && clock.state() == ClockFile.State.RUNNING)
                .findFirst();
    }

    private static Optional<Task> task(CaseFile file, Task.Kind kind) {
        return file.tasks().stream().filter(task -> task.kind() == kind).findFirst();
    }
}
