package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.operation.Watchdog.EmptyTeam;
import fr.sejour.api.operation.Watchdog.Fault;
import fr.sejour.api.operation.Watchdog.Round;
import fr.sejour.api.operation.Watchdog.Stray;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NightlyWatchdogTest {

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");
    private final NightlyWatchdog watchdog = new NightlyWatchdog(platform.store, platform.upkeep, platform.clock);

    @Test
    void a_case_that_is_nobodys_turn_gets_its_turn_back_and_the_journal_says_so() {
        CaseNumber number = filed();
        NextAct before = standing(number).next().orElseThrow();
        corrupt(number, it -> it.withOutlook(Optional.empty(), Optional.empty(), it.rightEndsOn()));

        assertThat(watchdog.look()).isEqualTo(new Round(1, 1, 0));

        assertThat(standing(number).next()).contains(before);
        assertThat(standing(number).wakeAt()).isPresent();
        JournalLine last = lastLine(number);
        assertThat(last.what()).isEqualTo("mended");
        assertThat(last.detail()).isEqualTo("nobodys-turn");
        assertThat(watchdog.look()).isEqualTo(new Round(0, 0, 0));
    }

    @Test
    void a_case_that_says_it_is_the_turn_of_another_prefecture_is_mended() {
        CaseNumber number = filed();
        NextAct before = standing(number).next().orElseThrow();
        NextAct elsewhere = new NextAct(before.who(), before.what(), before.by(), Optional.of("75"));
        corrupt(number, it -> it.withOutlook(Optional.of(elsewhere), it.wakeAt(), it.rightEndsOn()));

        assertThat(watchdog.look()).isEqualTo(new Round(1, 1, 0));

        assertThat(standing(number).next()).contains(before);
    }

    @Test
    void a_turn_that_outlived_its_case_is_taken_away() {
        CaseNumber number = filed();
        NextAct decide = standing(number).next().orElseThrow();
        platform.act(AGENT_38, number, new Act.CloseAsMoot(Act.CloseAsMoot.Cause.DEATH, "acte de décès"));
        corrupt(number, it -> it.withOutlook(Optional.of(decide), Optional.empty(), it.rightEndsOn()));

        assertThat(watchdog.look()).isEqualTo(new Round(1, 1, 0));

        assertThat(standing(number).next()).isEmpty();
    }

    @Test
    void what_the_clock_left_undone_is_done() {
        CaseNumber number = filed();
        corrupt(
                number,
                it -> it.withTransfer(Optional.of(
                        new PendingTransfer(new PrefectureCode("69"), LocalDate.of(2026, 5, 20), "déménagement"))));

        assertThat(watchdog.look()).isEqualTo(new Round(1, 1, 0));

        assertThat(standing(number).prefecture()).isEqualTo(new PrefectureCode("69"));
        assertThat(lastLines(number)).extracting(JournalLine::what).contains("transfer-completed");
    }

    @Test
    void a_case_of_no_prefecture_waits_in_the_queue_of_strays_until_somebody_puts_it_right() {
        CaseNumber number = filed();
        corrupt(number, it -> it.movedTo(new PrefectureCode("20")));
        Instant found = platform.clock.instant();

        assertThat(watchdog.look()).isEqualTo(new Round(1, 0, 1));
        platform.clock.moveTo(LocalDate.of(2026, 6, 2));
        assertThat(watchdog.look()).isEqualTo(new Round(1, 0, 1));
        assertThat(watchdog.strays(10))
                .containsExactly(new Stray(number, Set.of(Fault.UNKNOWN_PREFECTURE, Fault.TURN_OF_ANOTHER), found));

        corrupt(number, it -> it.movedTo(new PrefectureCode("38")));
        assertThat(watchdog.look()).isEqualTo(new Round(0, 0, 0));
        assertThat(watchdog.strays(10)).isEmpty();
    }

    /** P5: what a team of nobody would take is with the general one, and somebody should know. */
    @Test
    void a_team_of_nobody_is_named_until_somebody_is_in_it() {
        PrefectureCode isere = new PrefectureCode("38");
        TeamCode empty = new TeamCode("vide");
        PermitCode student = new PermitCode("etudiant");
        platform.teams.keep(Platform.NATIONAL, new Team(isere, empty, "Vide", Set.of(), Set.of(student), Set.of()));

        assertThat(watchdog.look()).isEqualTo(new Round(0, 0, 0, List.of(new EmptyTeam(isere, empty))));

        platform.teams.keep(
                Platform.NATIONAL,
                new Team(isere, empty, "Vide", Set.of(AGENT_38.account()), Set.of(student), Set.of()));
        assertThat(watchdog.look()).isEqualTo(new Round(0, 0, 0));
    }

    @Test
    void a_card_that_nobody_collects_and_a_case_that_nobody_begins_are_tasks_that_go_up() {
        CaseNumber begun = filed();
        CaseNumber ready = filed();
        platform.act(AGENT_38, ready, new Act.TakeUp());
        platform.act(
                AGENT_38,
                ready,
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));
        platform.act(AGENT_38, ready, new Act.OrderCard());
        platform.act(AGENT_38, ready, new Act.CardReady("CARD-1"));

        // ten working days after 1 June 2026 are over on the 15th; two months after it on 1 August
        platform.liveUntil(LocalDate.of(2026, 6, 16));
        assertThat(task(begun, Task.Kind.TAKE_UP)).contains(Task.Escalation.CHIEF);
        platform.liveUntil(LocalDate.of(2026, 8, 1));
        assertThat(task(ready, Task.Kind.REMIND_HOLDER)).isEmpty();
        platform.liveUntil(LocalDate.of(2026, 8, 2));
        assertThat(task(ready, Task.Kind.REMIND_HOLDER)).contains(Task.Escalation.CHIEF);
        platform.liveUntil(LocalDate.of(2026, 8, 10));
        assertThat(task(ready, Task.Kind.REMIND_HOLDER)).contains(Task.Escalation.NATIONAL);
        assertThat(platform.review.find(AGENT_38, ready).status()).isEqualTo(CaseStatus.CARD_READY);
        assertThat(watchdog.look()).isEqualTo(new Round(0, 0, 0));
    }

    private CaseNumber filed() {
        PersonId student = platform.aStudent();
        return platform.fileComplete(student, "etudiant", GRENOBLE);
    }

    private void corrupt(CaseNumber number, UnaryOperator<Standing> change) {
        platform.store.write(records -> {
            CaseRecord record = records.cases().find(Upkeep.READS_ALL, number).orElseThrow();
            records.cases().change(record.withStanding(change.apply(record.standing())));
            return record;
        });
    }

    private Standing standing(CaseNumber number) {
        return platform.store.read(records ->
                records.cases().find(Upkeep.READS_ALL, number).orElseThrow().standing());
    }

    private JournalLine lastLine(CaseNumber number) {
        List<JournalLine> lines = lastLines(number);
        return lines.get(lines.size() - 1);
    }

    private List<JournalLine> lastLines(CaseNumber number) {
        return platform.review.journal(Platform.NATIONAL, number);
    }

    private Optional<Task.Escalation> task(CaseNumber number, Task.Kind kind) {
        return platform.review.find(Platform.NATIONAL, number).tasks().stream()
                .filter(task -> task.kind() == kind)
                .map(Task::escalation)
                .findFirst();
    }
}
