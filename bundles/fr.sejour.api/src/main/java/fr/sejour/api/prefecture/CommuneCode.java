package fr.sejour.api.prefecture;

import java.util.regex.Pattern;

/** The INSEE code of a commune, five characters, for example {@code 38185}. */
public record CommuneCode(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("(0[1-9]|[1-8]\\d|9[0-5]|2[AB])\\d{3}|97[1-8]\\d{2}|98[4-8]\\d{2}");

    /** @throws IllegalArgumentException when it is not a commune code */
    public CommuneCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A commune code is an INSEE code of five characters, such as 38185 or 2A004");
        }
    }

    /** The commune itself, for an arrondissement of Paris, Lyon or Marseille. */
    public CommuneCode whole() {
        int arrondissement = Integer.parseInt(value, 36);
        if (between(arrondissement, "75101", "75120")) {
            return new CommuneCode("75056");
        }
        if (between(arrondissement, "69381", "69389")) {
            return new CommuneCode("69123");
        }
        return between(arrondissement, "13201", "13216") ? new CommuneCode("13055") : this;
    }

    private static boolean between(int code, String first, String last) {
        return code >= Integer.parseInt(first, 36) && code <= Integer.parseInt(last, 36);
    }

    /** The département or territory the commune lies in. */
    public PrefectureCode prefecture() {
        boolean overseas = value.startsWith("97") || value.startsWith("98");
        return new PrefectureCode(value.substring(0, overseas ? 3 : 2));
    }

    @Override
    public String toString() {
        return value;
    }
}
