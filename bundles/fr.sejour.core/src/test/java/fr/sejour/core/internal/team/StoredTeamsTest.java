package fr.sejour.core.internal.team;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Held;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskPage;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.CasePlace;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredTeamsTest {

    private static final PrefectureCode ISERE = new PrefectureCode("38");
    private static final PermitCode STUDENT = new PermitCode("etudiant");
    private static final PermitCode SPOUSE = new PermitCode("vpf_conjoint_francais");

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");
    private final Caller chief = platform.enrol(agent("chief"));
    private final Caller zoe = platform.enrol(agent("zoe"));
    private final Caller paul = platform.enrol(agent("paul"));

    @BeforeEach
    void theChiefIsAppointed() {
        platform.teams.appointChiefs(NATIONAL, ISERE, Set.of(chief.account()));
    }

    @Test
    void a_case_is_in_the_queue_of_the_team_that_takes_its_permit_and_else_in_the_general_one() {
        CaseNumber student = filed("etudiant");
        CaseNumber spouse = filed("vpf_conjoint_francais");
        assertThat(place(student).team()).isEqualTo(TeamCode.GENERAL);

        platform.teams.keep(chief, team("etudiants", Set.of(zoe), Set.of(STUDENT)));

        assertThat(place(student).team()).isEqualTo(new TeamCode("etudiants"));
        assertThat(place(student).teamName()).isEqualTo("Bureau etudiants");
        assertThat(place(spouse).team()).isEqualTo(TeamCode.GENERAL);
        assertThat(held(zoe, Held.MY_TEAM)).containsExactly(student);
        // who is in no team is in the general one
        assertThat(held(paul, Held.MY_TEAM)).containsExactly(spouse);
        platform.teams.dissolve(chief, ISERE, new TeamCode("etudiants"));
        assertThat(held(zoe, Held.MY_TEAM)).containsExactlyInAnyOrder(student, spouse);
    }

    /** P5: nothing waits for nobody. */
    @Test
    void a_team_of_nobody_takes_nothing_and_what_it_took_is_in_the_general_one() {
        CaseNumber student = filed("etudiant");

        platform.teams.keep(chief, team("vide", Set.of(), Set.of(STUDENT)));

        assertThat(place(student).team()).isEqualTo(TeamCode.GENERAL);
        assertThat(held(paul, Held.MY_TEAM)).containsExactly(student);
        platform.teams.keep(chief, team("vide", Set.of(zoe), Set.of(STUDENT)));
        assertThat(place(student).team()).isEqualTo(new TeamCode("vide"));
        assertThat(held(paul, Held.MY_TEAM)).isEmpty();
        platform.teams.close(NATIONAL, zoe.account());
        assertThat(place(student).team()).isEqualTo(TeamCode.GENERAL);
        assertThat(held(paul, Held.MY_TEAM)).containsExactly(student);
    }

    @Test
    void two_teams_never_take_the_same() {
        platform.teams.keep(chief, team("etudiants", Set.of(zoe), Set.of(STUDENT)));

        CaseException refusal =
                Refusals.of(() -> platform.teams.keep(chief, team("autres", Set.of(paul), Set.of(SPOUSE, STUDENT))));

        assertThat(refusal.code()).isEqualTo(ErrorCode.GROUND_TAKEN);
        assertThat(refusal.details()).containsEntry("team", "etudiants").containsEntry("grounds", List.of("etudiant"));
    }

    @Test
    void a_permit_at_one_counter_goes_before_the_permit_anywhere_and_that_before_the_counter() {
        Team everywhere = team("etudiants", Set.of(), Set.of(STUDENT));
        Team counter = new Team(ISERE, new TeamCode("vienne"), "Vienne", Set.of(), Set.of(), Set.of("vienne"));
        Team both = new Team(ISERE, new TeamCode("les-deux"), "Both", Set.of(), Set.of(STUDENT), Set.of("vienne"));

        List.of(everywhere, counter, both).forEach(team -> platform.teams.keep(chief, team));

        assertThat(platform.teams.roster(zoe, ISERE).teams())
                .extracting(team -> team.code().value())
                .containsExactly("etudiants", "les-deux", "vienne");
        assertThat(platform.teams.roster(zoe, ISERE).teams()).containsExactlyInAnyOrder(everywhere, counter, both);
    }

    @Test
    void only_a_chief_makes_teams_of_people_who_work_there_and_for_permits_that_exist() {
        assertThat(codeOf(() -> platform.teams.keep(zoe, team("x", Set.of(), Set.of()))))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(codeOf(() -> platform.teams.keep(AGENT_69, team("x", Set.of(), Set.of()))))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(codeOf(() -> platform.teams.keep(chief, team("x", Set.of(AGENT_69), Set.of()))))
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(codeOf(() -> platform.teams.keep(chief, team("general", Set.of(), Set.of()))))
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(codeOf(() -> platform.teams.keep(chief, team("x", Set.of(), Set.of(new PermitCode("inconnu"))))))
                .isEqualTo(ErrorCode.UNKNOWN_PERMIT);
        assertThat(codeOf(() -> platform.teams.appointChiefs(chief, ISERE, Set.of())))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(codeOf(() -> platform.teams.dissolve(chief, ISERE, new TeamCode("x"))))
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void an_agent_takes_a_case_gives_it_to_a_colleague_and_the_colleague_gives_it_back() {
        CaseNumber number = filed("etudiant");
        assertThat(held(zoe, Held.NOBODY)).containsExactly(number);

        platform.act(zoe, number, new Act.Assign(zoe.account(), Optional.empty()));
        assertThat(held(zoe, Held.MINE)).containsExactly(number);
        assertThat(held(zoe, Held.NOBODY)).isEmpty();
        platform.act(zoe, number, new Act.Assign(paul.account(), Optional.of("je suis à mi-temps")));

        assertThat(held(zoe, Held.MINE)).isEmpty();
        assertThat(held(paul, Held.MINE)).containsExactly(number);
        assertThat(place(number).assignee()).map(Colleague::account).contains(paul.account());
        platform.act(paul, number, new Act.GiveBack(Optional.empty()));
        assertThat(place(number).assignee()).isEmpty();
        assertThat(platform.review.journal(zoe, number))
                .extracting(JournalLine::what)
                .endsWith("assign", "assign", "give-back");
    }

    @Test
    void nobody_is_given_a_case_who_does_not_work_on_those_of_the_prefecture() {
        CaseNumber number = filed("etudiant");

        for (AccountId to : List.of(AGENT_69.account(), NATIONAL.account(), new AccountId("nobody"))) {
            assertThat(codeOf(() -> platform.act(zoe, number, new Act.Assign(to, Optional.empty()))))
                    .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        }
    }

    @Test
    void while_somebody_is_away_their_cases_and_tasks_are_their_stand_ins_and_then_theirs_again() {
        CaseNumber number = filed("etudiant");
        platform.act(zoe, number, new Act.Assign(zoe.account(), Optional.empty()));
        platform.teams.writeLeave(zoe, zoe.account(), leave("2026-06-02", "2026-06-03", Optional.of(paul)));
        assertThat(held(paul, Held.MINE)).isEmpty();

        platform.clock.moveTo(LocalDate.of(2026, 6, 2));
        assertThat(held(paul, Held.MINE)).containsExactly(number);
        assertThat(held(paul, Held.NOBODY)).isEmpty();
        assertThat(place(number).standIn()).map(Colleague::account).contains(paul.account());
        assertThat(tasks(paul, Held.MINE)).hasSameSizeAs(tasks(zoe, Held.MINE));

        platform.clock.moveTo(LocalDate.of(2026, 6, 4));
        assertThat(held(paul, Held.MINE)).isEmpty();
        assertThat(place(number).standIn()).isEmpty();
    }

    @Test
    void without_a_stand_in_who_is_there_the_team_has_the_case() {
        CaseNumber number = filed("etudiant");
        platform.act(zoe, number, new Act.Assign(zoe.account(), Optional.empty()));
        platform.teams.writeLeave(chief, zoe.account(), leave("2026-06-01", "2026-06-30", Optional.of(paul)));
        platform.teams.writeLeave(paul, paul.account(), leave("2026-06-01", "2026-06-05", Optional.empty()));

        assertThat(held(chief, Held.NOBODY)).containsExactly(number);
        assertThat(place(number).away()).isTrue();
        platform.teams.writeLeave(paul, paul.account(), Optional.empty());
        assertThat(held(chief, Held.NOBODY)).isEmpty();
    }

    @Test
    void a_leave_is_written_by_the_agent_their_chief_or_the_national_services() {
        Optional<Leave> leave = leave("2026-06-01", "2026-06-30", Optional.empty());

        assertThat(codeOf(() -> platform.teams.writeLeave(paul, zoe.account(), leave)))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(codeOf(() -> platform.teams.writeLeave(AGENT_69, zoe.account(), leave)))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(codeOf(() -> platform.teams.writeLeave(
                        zoe, zoe.account(), leave("2026-06-01", "2026-06-02", Optional.of(AGENT_69)))))
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        platform.teams.writeLeave(NATIONAL, zoe.account(), leave);
        assertThat(platform.teams.roster(paul, ISERE).colleagues())
                .filteredOn(it -> it.account().equals(zoe.account()))
                .extracting(Colleague::leave)
                .containsExactly(leave);
    }

    @Test
    void who_leaves_for_good_leaves_nothing_behind() {
        CaseNumber number = filed("etudiant");
        platform.act(zoe, number, new Act.Assign(zoe.account(), Optional.empty()));

        platform.teams.close(NATIONAL, zoe.account());

        // at once, before anything was done to the case
        assertThat(held(paul, Held.NOBODY)).containsExactly(number);
        assertThat(place(number).assignee()).isEmpty();
        platform.runner.work();
        assertThat(platform.review.journal(paul, number)).last().satisfies(line -> {
            assertThat(line.what()).isEqualTo("give-back");
            assertThat(line.actor()).isEqualTo("platform");
        });
        assertThat(codeOf(() -> platform.act(paul, number, new Act.Assign(zoe.account(), Optional.empty()))))
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(codeOf(() -> platform.teams.close(chief, paul.account()))).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    @Test
    void a_whole_workload_goes_to_a_colleague_in_one_act_with_its_reason() {
        List<CaseNumber> theirs = List.of(filed("etudiant"), filed("etudiant"), filed("vpf_conjoint_francais"));
        theirs.forEach(number -> platform.act(zoe, number, new Act.Assign(zoe.account(), Optional.empty())));
        filed("etudiant");
        QueueFilter workload = QueueFilterBuilder.builder()
                .assignee(Optional.of(zoe.account()))
                .build();

        BulkAct prepared = platform.bulk.prepare(
                chief,
                new Selection.Filtered(workload),
                new Act.Assign(paul.account(), Optional.of("congé de maternité")));
        assertThat(held(paul, Held.MINE)).isEmpty();
        platform.bulk.run(chief, prepared.id());
        platform.runner.work();

        assertThat(held(paul, Held.MINE)).containsExactlyInAnyOrderElementsOf(theirs);
        assertThat(platform.review.journal(paul, theirs.get(0)).get(3).statement())
                .contains("congé de maternité");
    }

    /** In every mix of teams, leaves and hands, a case is in the queue of one team, as each agent of the préfecture reads it. */
    @Test
    void a_case_is_always_in_one_teams_queue_and_no_other() {
        List<CaseNumber> all = List.of(filed("etudiant"), filed("vpf_conjoint_francais"), filed("etudiant"));
        Caller nora = platform.enrol(agent("nora"));
        Runnable look = () -> {
            List<CaseNumber> read = new ArrayList<>(held(zoe, Held.MY_TEAM));
            read.addAll(held(paul, Held.MY_TEAM));
            read.addAll(held(nora, Held.MY_TEAM));
            assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        };
        platform.teams.keep(chief, team("etudiants", Set.of(zoe), Set.of(STUDENT)));
        platform.teams.keep(chief, team("conjoints", Set.of(paul), Set.of(SPOUSE)));
        look.run();
        platform.act(nora, all.get(0), new Act.Assign(nora.account(), Optional.empty()));
        look.run();
        platform.teams.keep(chief, team("conjoints", Set.of(paul), Set.of()));
        look.run();
        platform.teams.writeLeave(nora, nora.account(), leave("2026-06-01", "2026-06-02", Optional.empty()));
        look.run();
        platform.teams.keep(chief, team("etudiants", Set.of(zoe), Set.of()));
        look.run();
    }

    @Test
    void a_case_that_moves_is_nobodys_where_it_comes() {
        CaseNumber number = filed("etudiant");
        platform.act(zoe, number, new Act.Assign(zoe.account(), Optional.empty()));

        platform.act(zoe, number, new Act.OfferTransfer(new PrefectureCode("69"), "déménagement"));
        platform.act(AGENT_69, number, new Act.ReceiveTransfer());

        assertThat(held(AGENT_69, Held.NOBODY)).containsExactly(number);
        assertThat(held(zoe, Held.MINE)).isEmpty();
        assertThat(codeOf(() -> platform.act(zoe, number, new Act.Assign(zoe.account(), Optional.empty()))))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    @Test
    void a_task_goes_to_the_chief_when_it_is_late_and_on_to_the_national_services_each_once() {
        PersonId declared = platform.someone();
        CaseNumber number = platform.file(
                        caller(declared),
                        Platform.holding(
                                Platform.filing(declared, "etudiant", GRENOBLE),
                                Platform.said("etudiant", "D1", "2025-09-01", "2026-08-31")))
                .caseFile()
                .number();
        // two working days after Monday 1 June
        assertThat(seeFacts(number)).isEqualTo("2026-06-03 TEAM");

        platform.liveUntil(LocalDate.of(2026, 6, 4));
        assertThat(seeFacts(number)).isEqualTo("2026-06-03 CHIEF");
        platform.liveUntil(LocalDate.of(2026, 6, 5));
        // two more working days: after Friday 5 June
        platform.liveUntil(LocalDate.of(2026, 6, 6));
        assertThat(seeFacts(number)).isEqualTo("2026-06-03 NATIONAL");
        platform.liveUntil(LocalDate.of(2026, 6, 9));

        assertThat(platform.review.journal(AGENT_38, number))
                .filteredOn(line -> line.what().equals("escalated"))
                .filteredOn(line -> line.detail().startsWith("see-facts"))
                .extracting(JournalLine::detail)
                .containsExactly("see-facts to chief", "see-facts to national");
    }

    @Test
    void tasks_are_read_by_kind_lateness_hands_and_prefecture_a_page_at_a_time() {
        for (int at = 0; at < 3; at++) {
            PersonId declared = platform.someone();
            platform.file(
                    caller(declared),
                    Platform.holding(
                            Platform.filing(declared, "etudiant", at == 2 ? LYON : GRENOBLE),
                            Platform.said("etudiant", "D1", "2025-09-01", "2026-08-31")));
        }
        platform.clock.moveTo(LocalDate.of(2026, 6, 4));

        assertThat(tasks(NATIONAL, filter(Optional.empty(), Optional.of(Task.Kind.SEE_FACTS), Optional.of(true))))
                .hasSize(3);
        assertThat(tasks(AGENT_38, filter(Optional.empty(), Optional.of(Task.Kind.SEE_FACTS), Optional.empty())))
                .hasSize(2);
        assertThat(tasks(AGENT_38, filter(Optional.empty(), Optional.of(Task.Kind.SEE_FACTS), Optional.of(false))))
                .isEmpty();
        assertThat(tasks(NATIONAL, filter(Optional.of(ISERE), Optional.of(Task.Kind.SEE_FACTS), Optional.empty())))
                .hasSize(2);
        assertThat(codeOf(() -> tasks(AGENT_69, filter(Optional.of(ISERE), Optional.empty(), Optional.empty()))))
                .isEqualTo(ErrorCode.NOT_FOUND);
        TaskQuery.Filter seen = filter(Optional.empty(), Optional.of(Task.Kind.SEE_FACTS), Optional.empty());
        TaskPage first = platform.review.tasks(NATIONAL, new TaskQuery(seen, Optional.empty(), 2));
        TaskPage rest = platform.review.tasks(NATIONAL, new TaskQuery(seen, first.next(), 2));
        assertThat(first.tasks()).hasSize(2);
        assertThat(rest.tasks()).hasSize(1).doesNotContainAnyElementsOf(first.tasks());
        assertThat(rest.next()).isEmpty();
    }

    // -- situations --------------------------------------------------------------------------------------------------

    private static Caller agent(String name) {
        return Caller.agent(new AccountId(name), Set.of(ISERE));
    }

    private static Team team(String code, Set<Caller> members, Set<PermitCode> permits) {
        return new Team(
                ISERE,
                new TeamCode(code),
                "Bureau " + code,
                members.stream().map(Caller::account).collect(Collectors.toSet()),
                permits,
                Set.of());
    }

    private static Optional<Leave> leave(String from, String until, Optional<Caller> standIn) {
        return Optional.of(new Leave(LocalDate.parse(from), LocalDate.parse(until), standIn.map(Caller::account)));
    }

    private CaseNumber filed(String permit) {
        PersonId person =
                platform.someoneHolding(permit, DocumentKind.CST, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));
        return platform.file(person, permit, GRENOBLE).caseFile().number();
    }

    private CasePlace place(CaseNumber number) {
        return platform.teams.place(chief, number);
    }

    private List<CaseNumber> held(Caller caller, Held held) {
        return queue(caller, filter -> filter.held(Optional.of(held)));
    }

    private List<CaseNumber> queue(Caller caller, UnaryOperator<QueueFilterBuilder> wanted) {
        QueueFilter filter = wanted.apply(QueueFilterBuilder.builder().prefecture(Optional.empty()))
                .build();
        return platform.review.queue(caller, new QueueQuery(filter, Optional.empty(), 50)).rows().stream()
                .map(QueuePage.Row::number)
                .toList();
    }

    private List<Task> tasks(Caller caller, Held held) {
        return tasks(
                caller,
                new TaskQuery.Filter(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(held), Optional.empty()));
    }

    private List<Task> tasks(Caller caller, TaskQuery.Filter filter) {
        return platform.review
                .tasks(caller, new TaskQuery(filter, Optional.empty(), 50))
                .tasks();
    }

    private static TaskQuery.Filter filter(
            Optional<PrefectureCode> prefecture, Optional<Task.Kind> kind, Optional<Boolean> late) {
        return new TaskQuery.Filter(prefecture, kind, late, Optional.empty(), Optional.empty());
    }

    private String seeFacts(CaseNumber number) {
        return platform.review.find(AGENT_38, number).tasks().stream()
                .filter(task -> task.kind() == Task.Kind.SEE_FACTS)
                .map(task -> task.dueOn() + " " + task.escalation())
                .findFirst()
                .orElseThrow();
    }

    private static ErrorCode codeOf(ThrowingCallable asked) {
        return Refusals.of(asked).code();
    }
}
