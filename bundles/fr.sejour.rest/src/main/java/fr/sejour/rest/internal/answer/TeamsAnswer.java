package fr.sejour.rest.internal.answer;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Roster;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The teams and agents of a préfecture. */
public record TeamsAnswer(String prefecture, List<TeamAnswer> teams, List<ColleagueAnswer> colleagues) {

    /** One team. */
    public record TeamAnswer(
            String team, String name, List<String> members, List<String> permits, List<String> points) {}

    /** One agent. */
    public record ColleagueAnswer(
            String account,
            String login,
            boolean chief,
            @Nullable LeaveAnswer leave) {

        static ColleagueAnswer of(Colleague colleague) {
            return new ColleagueAnswer(
                    colleague.account().value(),
                    colleague.login().value(),
                    colleague.chief(),
                    colleague.leave().map(LeaveAnswer::of).orElse(null));
        }
    }

    /** When an agent is away. */
    public record LeaveAnswer(
            LocalDate from, LocalDate until, @Nullable String standIn) {

        static LeaveAnswer of(Leave leave) {
            return new LeaveAnswer(
                    leave.from(),
                    leave.until(),
                    leave.standIn().map(AccountId::value).orElse(null));
        }
    }

    public static TeamsAnswer of(Roster roster) {
        return new TeamsAnswer(
                roster.prefecture().value(),
                roster.teams().stream()
                        .map(it -> new TeamAnswer(
                                it.code().value(),
                                it.name(),
                                it.members().stream()
                                        .map(AccountId::value)
                                        .sorted()
                                        .toList(),
                                it.permits().stream()
                                        .map(PermitCode::value)
                                        .sorted()
                                        .toList(),
                                it.points().stream().sorted().toList()))
                        .toList(),
                roster.colleagues().stream().map(ColleagueAnswer::of).toList());
    }
}
