package fr.sejour.rest.internal.body;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.rest.internal.problem.Rule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A team as it is sent, without the préfecture and the code, which the address says. */
public record TeamBody(
        @Nullable String name,
        @Nullable List<@Nullable String> members,
        @Nullable List<@Nullable String> permits,
        @Nullable List<@Nullable String> points) {

    public Team toTeam(PrefectureCode prefecture, TeamCode code) {
        Set<AccountId> people = Input.values("members", Rule.ACCOUNT, members, AccountId::new);
        Set<PermitCode> grounds = Input.values("permits", Rule.PERMIT, permits, PermitCode::new);
        Set<String> counters = Input.values("points", Rule.TEAM, points, it -> it);
        return Input.value(
                "name",
                Rule.TEAM,
                Input.required("name", name),
                it -> new Team(prefecture, code, it, people, grounds, counters));
    }
}
