package fr.sejour.api.team;

import java.util.regex.Pattern;

/** What a team goes by within its préfecture, for example {@code etudiants}. */
public record TeamCode(String value) implements Comparable<TeamCode> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,39}");

    /** The team that a préfecture has without making it: it takes what no other takes. */
    public static final TeamCode GENERAL = new TeamCode("general");

    /** @throws IllegalArgumentException when it is not 1 to 40 small letters and digits, single hyphens between them */
    public TeamCode {
        if (value.length() > 40 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("The code of a team has 1 to 40 small letters, digits and hyphens");
        }
    }

    @Override
    public int compareTo(TeamCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
