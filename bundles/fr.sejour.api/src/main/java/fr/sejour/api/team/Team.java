package fr.sejour.api.team;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Set;

/**
 * A team of a préfecture. It takes the cases of its permits at its service points; where it names no permit, every one there; where
 * it names no point, its permits at all of them. A team that names neither takes nothing by itself.
 *
 * @param name as agents call it, 1 to 100 characters
 * @param members agents of the préfecture
 * @param points identifiers of service points, as the rules of the préfecture name them
 */
public record Team(
        PrefectureCode prefecture,
        TeamCode code,
        String name,
        Set<AccountId> members,
        Set<PermitCode> permits,
        Set<String> points) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_MEMBERS = 500;
    private static final int MOST_GROUNDS = 200;

    /** @throws IllegalArgumentException when the name is blank, too long or cannot be printed, or a list is too long */
    public Team {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The name of a team has 1 to 100 characters on one line");
        }
        members = Set.copyOf(members);
        permits = Set.copyOf(permits);
        points = Set.copyOf(points);
        if (members.size() > MOST_MEMBERS || permits.size() > MOST_GROUNDS || points.size() > MOST_GROUNDS) {
            throw new IllegalArgumentException("A team has at most 500 members, 200 permits and 200 points");
        }
        if (points.stream().anyMatch(it -> it.isBlank() || it.length() > 60)) {
            throw new IllegalArgumentException("A service point has an identifier of 1 to 60 characters");
        }
    }
}
