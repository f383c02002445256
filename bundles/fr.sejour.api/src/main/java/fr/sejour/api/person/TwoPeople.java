package fr.sejour.api.person;

/**
 * An agent's word that two who look alike are two people.
 *
 * @param words why, 1 to 2,000 characters
 */
public record TwoPeople(String words) {

    private static final int LONGEST = 2000;

    /** @throws IllegalArgumentException when the words are none, too long, or hold what no keyboard types */
    public TwoPeople {
        words = words.strip().replace("\r\n", "\n");
        if (words.isEmpty()
                || words.length() > LONGEST
                || words.codePoints().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
            throw new IllegalArgumentException("Words have 1 to 2,000 characters, on one line or several");
        }
    }

    /** Never the words. */
    @Override
    public String toString() {
        return "TwoPeople[hidden]";
    }
}
