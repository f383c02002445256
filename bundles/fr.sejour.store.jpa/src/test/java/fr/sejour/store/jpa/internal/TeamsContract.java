package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aTask;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.cases.Held;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords.TaskKey;
import fr.sejour.core.port.QueueRow;
import fr.sejour.core.port.StaffRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In whose hands a case is. 10 March 2026 is the day on which everything is asked. */
abstract class TeamsContract extends ShelfContract {

    private final Caller zoe = Caller.agent(new AccountId("zoe"), Set.of(ISERE));
    private final Caller paul = Caller.agent(new AccountId("paul"), Set.of(ISERE));
    private final Caller lea = Caller.agent(new AccountId("lea"), Set.of(ISERE, RHONE));

    TeamsContract(StoreContract contract) {
        super(contract);
    }

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
            records.accounts().close(zoe.account(), MORNING);
        });

        assertThat(held(paul, Held.NOBODY)).containsExactlyInAnyOrder(1, 2);
        assertThat(store.<Optional<Account>>read(records -> records.accounts().find(new Login("zoe"))))
                .isEmpty();
        assertThat(store.<Optional<Caller>>read(records -> records.accounts().session("token", MORNING)))
                .isEmpty();
        assertThat(raw.count("session")).isZero();
        assertThat(store.<List<Colleague>>read(records -> records.teams().colleagues(ISERE)))
                .extracting(it -> it.login().value())
                .containsExactly("lea", "paul");
        assertThat(store.<Optional<StaffRecord>>read(records -> records.teams().staff(zoe.account())))
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
    void a_team_of_nobody_who_still_works_there_takes_nothing_and_is_named() {
        write(records -> records.teams().keep(aTeam("etudiants", zoe, Set.of("etudiant"), Set.of())));
        assertThat(held(zoe, Held.MY_TEAM)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(held(paul, Held.MY_TEAM)).isEmpty();
        assertThat(store.<List<Team>>read(records -> records.teams().ofNobody()))
                .isEmpty();

        write(records -> records.accounts().close(zoe.account(), MORNING));

        assertThat(held(paul, Held.MY_TEAM)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(store.<List<Team>>read(records -> records.teams().ofNobody()))
                .extracting(Team::prefecture, Team::code)
                .containsExactly(tuple(ISERE, new TeamCode("etudiants")));
        // one that takes nothing keeps nothing from anybody
        write(records ->
                records.teams().keep(new Team(ISERE, new TeamCode("etudiants"), "Rien", Set.of(), Set.of(), Set.of())));
        assertThat(store.<List<Team>>read(records -> records.teams().ofNobody()))
                .isEmpty();
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

        assertThat(numbers(NATIONAL, QueueFilterBuilder.builder().assignee(Optional.of(zoe.account()))))
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
        assertThat(tasks(
                        filter(Optional.of(Task.Kind.SEE_FACTS), Optional.empty(), Optional.empty(), Optional.empty())))
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
        return numbers(caller, QueueFilterBuilder.builder().held(Optional.of(held)));
    }

    private List<Integer> numbers(Caller caller, QueueFilterBuilder filter) {
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
