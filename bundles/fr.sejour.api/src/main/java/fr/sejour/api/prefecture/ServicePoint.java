package fr.sejour.api.prefecture;

import java.util.List;

/**
 * A counter of a préfecture.
 *
 * @param id short and stable within the préfecture, for example {@code grenoble}; at most 60 characters
 * @param name at most 200 characters
 * @param address as it is written on a letter, in one line; at most 500 characters
 * @param collectionHours when cards are handed over there without appointment, one line per span, in French; empty when
 *     cards are handed over by appointment; at most 50 lines of 150 characters
 */
public record ServicePoint(String id, String name, String address, List<String> collectionHours) {

    private static final int MOST_HOURS = 50;

    /** @throws IllegalArgumentException when the identifier or the name is blank, or a text is too long or cannot be printed */
    public ServicePoint {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A service point has an identifier and a name");
        }
        collectionHours = List.copyOf(collectionHours);
        if (collectionHours.size() > MOST_HOURS) {
            throw new IllegalArgumentException("A service point has at most " + MOST_HOURS + " lines of hours");
        }
        requireLine("identifier", id, 60);
        requireLine("name", name, 200);
        requireLine("address", address, 500);
        collectionHours.forEach(line -> requireLine("line of hours", line, 150));
    }

    private static void requireLine(String what, String text, int longest) {
        if (text.length() > longest || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The " + what + " of a service point has at most " + longest
                    + " characters, and no control characters");
        }
    }
}
