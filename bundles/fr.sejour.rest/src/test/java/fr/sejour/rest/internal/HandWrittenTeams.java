package fr.sejour.rest.internal;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The teams of the Isère and one act on two cases; what was last asked is kept for the test to look at. */
final class HandWrittenTeams implements Teams, BulkActs {

    static final BulkActId BULK = new BulkActId("0123456789abcdef0123456789abcdef");
    static final AccountId ZOE = new AccountId("zoe-1");
    static final AccountId PAUL = new AccountId("paul-1");
    private static final PrefectureCode ISERE = new PrefectureCode("38");
    private static final Leave AWAY =
            new Leave(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 24), Optional.of(PAUL));

    final AtomicReference<Team> team = new AtomicReference<>();
    final AtomicReference<Optional<Leave>> leave = new AtomicReference<>();
    final AtomicReference<Set<AccountId>> chiefs = new AtomicReference<>();
    final AtomicReference<AccountId> closed = new AtomicReference<>();
    final AtomicReference<Selection> selection = new AtomicReference<>();
    final AtomicReference<Act> act = new AtomicReference<>();
    final AtomicReference<State> state = new AtomicReference<>(State.PREPARED);

    private static Roster roster() {
        return new Roster(
                ISERE,
                List.of(new Team(
                        ISERE,
                        new TeamCode("etudiants"),
                        "Bureau des étudiants",
                        Set.of(ZOE),
                        Set.of(new PermitCode("etudiant")),
                        Set.of("grenoble"))),
                List.of(
                        new Colleague(PAUL, new Login("paul"), true, Optional.empty()),
                        new Colleague(ZOE, new Login("zoe"), false, Optional.of(AWAY))));
    }

    @Override
    public Roster roster(Caller caller, PrefectureCode prefecture) {
        if (!prefecture.equals(ISERE)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return roster();
    }

    @Override
    public Roster keep(Caller caller, Team kept) {
        if (kept.code().value().equals("pris")) {
            throw new CaseException(
                    ErrorCode.GROUND_TAKEN, Map.of("team", "etudiants", "grounds", List.of("etudiant @ grenoble")));
        }
        team.set(kept);
        return roster();
    }

    @Override
    public Roster dissolve(Caller caller, PrefectureCode prefecture, TeamCode code) {
        return roster();
    }

    @Override
    public Roster appointChiefs(Caller caller, PrefectureCode prefecture, Set<AccountId> named) {
        chiefs.set(named);
        return roster();
    }

    @Override
    public void writeLeave(Caller caller, AccountId agent, Optional<Leave> written) {
        leave.set(written);
    }

    @Override
    public void close(Caller caller, AccountId agent) {
        closed.set(agent);
    }

    @Override
    public CasePlace place(Caller caller, CaseNumber number) {
        List<Colleague> colleagues = roster().colleagues();
        return new CasePlace(
                number,
                ISERE,
                new TeamCode("etudiants"),
                "Bureau des étudiants",
                Optional.of(colleagues.get(1)),
                Optional.of(colleagues.get(0)),
                false);
    }

    @Override
    public BulkAct prepare(Caller caller, Selection wanted, Act asked) {
        if (!BulkAct.KINDS.contains(asked.kind())) {
            throw new CaseException(ErrorCode.NOT_ON_MANY_CASES);
        }
        selection.set(wanted);
        act.set(asked);
        return bulkAct();
    }

    @Override
    public BulkAct find(Caller caller, BulkActId id) {
        if (!id.equals(BULK)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return bulkAct();
    }

    @Override
    public BulkAct run(Caller caller, BulkActId id) {
        state.set(State.RUNNING);
        return bulkAct();
    }

    @Override
    public BulkAct cancel(Caller caller, BulkActId id) {
        state.set(State.CANCELLED);
        return bulkAct();
    }

    private BulkAct bulkAct() {
        return new BulkAct(
                BULK,
                new Act.TakeUp(),
                state.get(),
                Situations.NOW,
                List.of(
                        new Line(Situations.CASE, 3, Outcome.READY, Optional.empty(), Map.of()),
                        new Line(
                                new CaseNumber("0000000000000000026"),
                                4,
                                Outcome.EXCLUDED,
                                Optional.of(ErrorCode.CASE_CHANGED),
                                Map.of("lastActBy", "zoe"))));
    }
}
