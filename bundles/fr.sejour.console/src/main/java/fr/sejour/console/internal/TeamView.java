package fr.sejour.console.internal;

import fr.sejour.web.page.Choice;
import java.util.List;
import java.util.Optional;

/**
 * The teams and agents of a préfecture.
 *
 * @param absentees whose leave the reader may write
 * @param leads whether the reader makes the teams
 */
public record TeamView(
        String prefecture,
        String prefectureName,
        List<Row> teams,
        List<Agent> agents,
        List<Choice> absentees,
        List<Choice> colleagues,
        List<Choice> permits,
        boolean leads,
        Optional<String> done) {

    public TeamView {
        teams = List.copyOf(teams);
        agents = List.copyOf(agents);
        absentees = List.copyOf(absentees);
        colleagues = List.copyOf(colleagues);
        permits = List.copyOf(permits);
    }

    /** One team. */
    public record Row(String code, String name, List<String> permits, List<String> points, List<String> members) {

        public Row {
            permits = List.copyOf(permits);
            points = List.copyOf(points);
            members = List.copyOf(members);
        }
    }

    /**
     * One agent.
     *
     * @param leave when they are away
     */
    public record Agent(String login, boolean chief, Optional<String> leave) {}
}
