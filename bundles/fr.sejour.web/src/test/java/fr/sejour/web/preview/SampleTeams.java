package fr.sejour.web.preview;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.bulk.BulkAct.State;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.bulk.BulkActs;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.CasePlace;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Roster;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.api.team.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A préfecture with one team and three agents, one of them away; acts on many cases are done as soon as they are run. */
public final class SampleTeams implements Teams, BulkActs {

    public static final BulkActId BULK = new BulkActId("0123456789abcdef0123456789abcdef");
    public static final AccountId ZOE = new AccountId("zoe-1");
    private static final AccountId PAUL = new AccountId("paul-1");

    private final List<Object> asked = new ArrayList<>();
    private State state = State.PREPARED;
    private boolean chief = true;

    /** What was asked to be kept or prepared, in order. */
    public List<Object> asked() {
        return List.copyOf(asked);
    }

    /** Whoever is signed in makes the teams no more. */
    public void demote() {
        chief = false;
    }

    private Roster roster(PrefectureCode prefecture, AccountId reader) {
        Leave away = new Leave(Platform.TODAY, Platform.TODAY.plusDays(20), Optional.of(PAUL));
        return new Roster(
                prefecture,
                List.of(new Team(
                        prefecture,
                        new TeamCode("etudiants"),
                        "Bureau des étudiants",
                        Set.of(ZOE, reader),
                        Set.of(new PermitCode("etudiant")),
                        Set.of("grenoble"))),
                List.of(
                        new Colleague(PAUL, new Login("paul"), false, Optional.empty()),
                        new Colleague(reader, new Login("moi.meme"), chief, Optional.empty()),
                        new Colleague(ZOE, new Login("zoe"), false, Optional.of(away))));
    }

    @Override
    public Roster roster(Caller caller, PrefectureCode prefecture) {
        return roster(prefecture, caller.account());
    }

    @Override
    public Roster keep(Caller caller, Team team) {
        if (team.code().value().equals("pris")) {
            throw new CaseException(ErrorCode.GROUND_TAKEN, Map.of("team", "etudiants"));
        }
        asked.add(team);
        return roster(team.prefecture(), caller.account());
    }

    @Override
    public Roster dissolve(Caller caller, PrefectureCode prefecture, TeamCode team) {
        asked.add(team);
        return roster(prefecture, caller.account());
    }

    @Override
    public Roster appointChiefs(Caller caller, PrefectureCode prefecture, Set<AccountId> chiefs) {
        throw new UnsupportedOperationException("not on the pages");
    }

    @Override
    public void writeLeave(Caller caller, AccountId agent, Optional<Leave> leave) {
        asked.add(leave);
    }

    @Override
    public void close(Caller caller, AccountId agent) {
        throw new UnsupportedOperationException("not on the pages");
    }

    @Override
    public CasePlace place(Caller caller, CaseNumber number) {
        List<Colleague> colleagues =
                roster(new PrefectureCode("38"), caller.account()).colleagues();
        return new CasePlace(
                number,
                new PrefectureCode("38"),
                new TeamCode("etudiants"),
                "Bureau des étudiants",
                Optional.of(colleagues.get(2)),
                Optional.of(colleagues.get(0)),
                false);
    }

    @Override
    public BulkAct prepare(Caller caller, Selection selection, Act act) {
        asked.add(act);
        asked.add(selection);
        return find(caller, BULK);
    }

    @Override
    public BulkAct find(Caller caller, BulkActId id) {
        if (!id.equals(BULK)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return new BulkAct(
                BULK,
                new Act.GiveBack(Optional.empty()),
                state,
                Platform.NOW,
                Stream.of(
                                new Line(
                                        SampleCases.REVIEWED,
                                        3,
                                        state == State.DONE ? Outcome.DONE : Outcome.READY,
                                        Optional.empty(),
                                        Map.of()),
                                new Line(
                                        SampleCases.FRESH,
                                        1,
                                        Outcome.EXCLUDED,
                                        Optional.of(ErrorCode.CASE_CHANGED),
                                        Map.of("lastActBy", "zoe")))
                        .toList());
    }

    @Override
    public BulkAct run(Caller caller, BulkActId id) {
        state = State.DONE;
        return find(caller, id);
    }

    @Override
    public BulkAct cancel(Caller caller, BulkActId id) {
        state = State.CANCELLED;
        return find(caller, id);
    }
}
