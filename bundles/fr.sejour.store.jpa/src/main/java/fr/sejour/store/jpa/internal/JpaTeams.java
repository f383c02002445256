package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.core.port.StaffRecord;
import fr.sejour.core.port.TeamOf;
import fr.sejour.core.port.TeamRecords;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Teams, chiefs and leaves in their tables. */
final class JpaTeams implements TeamRecords {

    private final OpenTransaction transaction;

    JpaTeams(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<Team> ofPrefecture(PrefectureCode prefecture) {
        Map<String, List<TeamMemberRow>> members = of(TeamMemberRow.class, prefecture, "r.accountId").stream()
                .collect(Collectors.groupingBy(row -> row.team));
        Map<String, List<TeamGroundRow>> grounds = of(TeamGroundRow.class, prefecture, "r.permit").stream()
                .collect(Collectors.groupingBy(row -> row.team));
        return of(TeamRow.class, prefecture, "r.team").stream()
                .map(row -> new Team(
                        prefecture,
                        new TeamCode(row.team),
                        row.name,
                        members.getOrDefault(row.team, List.of()).stream()
                                .map(it -> new AccountId(it.accountId))
                                .collect(Collectors.toSet()),
                        named(grounds.getOrDefault(row.team, List.of()), it -> it.permit).stream()
                                .map(PermitCode::new)
                                .collect(Collectors.toSet()),
                        named(grounds.getOrDefault(row.team, List.of()), it -> it.point)))
                .toList();
    }

    @Override
    public List<Team> ofNobody() {
        Set<String> prefectures = transaction
                .query(String.class, "SELECT DISTINCT g.prefecture FROM TeamGroundRow g", Map.of())
                .getResultStream()
                .collect(Collectors.toCollection(TreeSet::new));
        return prefectures.stream()
                .map(PrefectureCode::new)
                .flatMap(prefecture -> {
                    Set<AccountId> there = colleagues(prefecture).stream()
                            .map(Colleague::account)
                            .collect(Collectors.toSet());
                    return ofPrefecture(prefecture).stream()
                            .filter(team -> !TeamOf.grounds(team).isEmpty())
                            .filter(team -> Collections.disjoint(team.members(), there));
                })
                .toList();
    }

    private static Set<String> named(List<TeamGroundRow> grounds, Function<TeamGroundRow, String> part) {
        return grounds.stream().map(part).filter(it -> !it.isEmpty()).collect(Collectors.toSet());
    }

    private <R> List<R> of(Class<R> type, PrefectureCode prefecture, String order) {
        return transaction
                .query(
                        type,
                        "SELECT r FROM " + type.getSimpleName() + " r WHERE r.prefecture = :prefecture ORDER BY "
                                + order,
                        Map.of("prefecture", prefecture.value()))
                .getResultList();
    }

    @Override
    public void keep(Team team) {
        remove(team.prefecture(), team.code());
        String prefecture = team.prefecture().value();
        TeamRow row = new TeamRow();
        row.prefecture = prefecture;
        row.team = team.code().value();
        row.name = team.name();
        transaction.writer().persist(row);
        // the rows beside it refer to it
        transaction.writer().flush();
        for (AccountId member : team.members()) {
            TeamMemberRow beside = new TeamMemberRow();
            beside.prefecture = prefecture;
            beside.team = row.team;
            beside.accountId = member.value();
            transaction.writer().persist(beside);
        }
        for (TeamOf.Ground ground : TeamOf.grounds(team)) {
            TeamGroundRow taken = new TeamGroundRow();
            taken.prefecture = prefecture;
            taken.permit = ground.permit().map(PermitCode::value).orElse("");
            taken.point = ground.point().orElse("");
            taken.team = row.team;
            transaction.writer().persist(taken);
        }
        transaction.writer().flush();
    }

    @Override
    public void remove(PrefectureCode prefecture, TeamCode team) {
        Map<String, Object> which = Map.of("prefecture", prefecture.value(), "team", team.value());
        for (String rows : List.of("TeamGroundRow", "TeamMemberRow", "TeamRow")) {
            transaction.update("DELETE FROM " + rows + " r WHERE r.prefecture = :prefecture AND r.team = :team", which);
        }
        transaction.writer().clear();
    }

    @Override
    public List<Colleague> colleagues(PrefectureCode prefecture) {
        Set<String> chiefs = new HashSet<>();
        of(ChiefRow.class, prefecture, "r.accountId").forEach(row -> chiefs.add(row.accountId));
        Map<String, Leave> leaves = transaction
                .query(
                        LeaveRow.class,
                        "SELECT l FROM LeaveRow l, AccountPrefectureRow s"
                                + " WHERE s.accountId = l.accountId AND s.prefecture = :prefecture",
                        Map.of("prefecture", prefecture.value()))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.accountId, LeaveRow::value));
        return transaction
                .query(
                        Object[].class,
                        "SELECT a.id, a.login FROM AccountRow a, AccountPrefectureRow s WHERE s.accountId = a.id"
                                + " AND s.prefecture = :prefecture AND a.closedAt IS NULL ORDER BY a.login",
                        Map.of("prefecture", prefecture.value()))
                .getResultStream()
                .map(row -> new Colleague(
                        new AccountId((String) row[0]),
                        new Login((String) row[1]),
                        chiefs.contains((String) row[0]),
                        Optional.ofNullable(leaves.get((String) row[0]))))
                .toList();
    }

    @Override
    public Optional<StaffRecord> staff(AccountId account) {
        Optional<AccountRow> found = transaction
                .query(
                        AccountRow.class,
                        "SELECT a FROM AccountRow a WHERE a.id = :account",
                        Map.of("account", account.value()))
                .getResultStream()
                .filter(row -> row.role == Role.AGENT || row.role == Role.NATIONAL)
                .findFirst();
        return found.map(
                row -> new StaffRecord(row.caller(prefectures(row)), new Login(row.login), row.closedAt != null));
    }

    private Set<PrefectureCode> prefectures(AccountRow row) {
        return transaction
                .query(
                        String.class,
                        "SELECT s.prefecture FROM AccountPrefectureRow s WHERE s.accountId = :account",
                        Map.of("account", row.id))
                .getResultStream()
                .map(PrefectureCode::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void appoint(PrefectureCode prefecture, Set<AccountId> chiefs) {
        transaction.update(
                "DELETE FROM ChiefRow r WHERE r.prefecture = :prefecture", Map.of("prefecture", prefecture.value()));
        transaction.writer().clear();
        for (AccountId chief : chiefs) {
            ChiefRow row = new ChiefRow();
            row.prefecture = prefecture.value();
            row.accountId = chief.value();
            transaction.writer().persist(row);
        }
        transaction.writer().flush();
    }

    @Override
    public void keepLeave(AccountId agent, Optional<Leave> leave) {
        transaction.update("DELETE FROM LeaveRow l WHERE l.accountId = :agent", Map.of("agent", agent.value()));
        transaction.writer().clear();
        leave.ifPresent(it -> transaction.writer().persist(LeaveRow.of(agent, it)));
        transaction.writer().flush();
    }
}
