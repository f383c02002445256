package fr.sejour.api.team;

import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;

/**
 * The teams and the agents of a préfecture.
 *
 * @param teams those that were made, by code; {@link TeamCode#GENERAL} is there besides, and its members are the agents of no
 *     other team
 * @param colleagues by login
 */
public record Roster(PrefectureCode prefecture, List<Team> teams, List<Colleague> colleagues) {

    public Roster {
        teams = List.copyOf(teams);
        colleagues = List.copyOf(colleagues);
    }
}
