package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Team;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which team a case is with. It is worked out and not kept: whatever happens to teams, agents and cases, and whenever it is
 * asked, the answer is one team.
 */
public final class TeamOf {

    private TeamOf() {}

    /**
     * The team that takes the case: one for its permit at its service point before one for its permit anywhere, that one before
     * one for everything at the point; empty for the general team. A team of which nobody works there any more takes nothing.
     *
     * @param made the teams of the responsible préfecture
     * @param colleagues who works there
     */
    public static Optional<Team> theCase(CaseRecord record, List<Team> made, List<Colleague> colleagues) {
        Set<AccountId> working = colleagues.stream().map(Colleague::account).collect(Collectors.toSet());
        List<Team> teams = made.stream()
                .filter(team -> !Collections.disjoint(team.members(), working))
                .toList();
        PermitCode permit = record.filed().permit();
        Optional<String> point = record.standing().practice().servicePoint().map(ServicePoint::id);
        Optional<Ground> there = point.map(it -> new Ground(Optional.of(permit), Optional.of(it)));
        return there.flatMap(ground -> taking(ground, teams))
                .or(() -> taking(new Ground(Optional.of(permit), Optional.empty()), teams))
                .or(() -> point.flatMap(it -> taking(new Ground(Optional.empty(), Optional.of(it)), teams)));
    }

    private static Optional<Team> taking(Ground ground, List<Team> teams) {
        return teams.stream().filter(team -> grounds(team).contains(ground)).findFirst();
    }

    /** What a team takes: of one préfecture no two teams ever take the same. */
    public static Set<Ground> grounds(Team team) {
        if (team.permits().isEmpty()) {
            return team.points().stream()
                    .map(point -> new Ground(Optional.empty(), Optional.of(point)))
                    .collect(Collectors.toSet());
        }
        if (team.points().isEmpty()) {
            return team.permits().stream()
                    .map(permit -> new Ground(Optional.of(permit), Optional.empty()))
                    .collect(Collectors.toSet());
        }
        return team.permits().stream()
                .flatMap(permit ->
                        team.points().stream().map(point -> new Ground(Optional.of(permit), Optional.of(point))))
                .collect(Collectors.toSet());
    }

    /**
     * One permit, one service point, or one at the other.
     *
     * @param permit empty for every permit
     * @param point empty for every service point
     */
    public record Ground(Optional<PermitCode> permit, Optional<String> point) {}
}
