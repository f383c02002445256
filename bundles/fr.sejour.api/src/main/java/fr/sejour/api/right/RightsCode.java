package fr.sejour.api.right;

import fr.sejour.api.catalogue.Reading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The four rights of a paper in one line of capitals, for places where every letter counts: {@code SX WH964 T0 CM}. The seal, the
 * status list and the share code carry it, so that whoever reads one of them reads the very rights of the record.
 *
 * <p>{@code S} stay: {@code N} not proven, {@code P} proven, {@code X} with the expired permit. {@code W} work: {@code N} none,
 * {@code A} any, {@code E} the employer of the authorisation, {@code H} and the hours a year, {@code L} and two letters for the
 * limit of the permit held. {@code T} travel: {@code N} none, {@code P} return, {@code X} return with the expired permit.
 * {@code C} social rights: {@code N} none by itself, {@code M} maintained. {@code 0} stands for what the law leaves open.
 */
public record RightsCode(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("S([0NPX]) W(0|N|A|E|H[1-9][0-9]{0,3}|L[A-Z]{2}) T([0NPX]) C([0NM])");

    private static final Reading<?> OPEN = Reading.undetermined("open", "The paper leaves this right open.");

    private static final Map<String, String> LIMITS = Map.ofEntries(
            Map.entry("activity_of_the_permit", "AP"),
            Map.entry("as_inscribed", "AI"),
            Map.entry("au_pair_only", "AU"),
            Map.entry("authorised_employer", "AE"),
            Map.entry("employee", "EM"),
            Map.entry("internship_only", "IN"),
            Map.entry("max_6_months_per_12", "SE"),
            Map.entry("project_activity", "PR"),
            Map.entry("salaried_964h_per_year", "SH"),
            Map.entry("self_employed_declared_activity", "IC"),
            Map.entry("trainee", "TR"),
            Map.entry("volunteering_only", "VO"));

    private static final Map<String, String> WORDS =
            LIMITS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final Map<String, StayRight> STAY =
            Map.of("N", StayRight.NOT_PROVEN, "P", StayRight.PROVEN, "X", StayRight.PROVEN_WITH_EXPIRED_PERMIT);

    private static final Map<String, TravelRight> TRAVEL =
            Map.of("N", TravelRight.NONE, "P", TravelRight.RETURN, "X", TravelRight.RETURN_WITH_EXPIRED_PERMIT);

    private static final Map<String, SocialRight> SOCIAL = Map.of("N", SocialRight.NONE, "M", SocialRight.MAINTAINED);

    /** @throws IllegalArgumentException when it is no such line, or names a limit that no permit has */
    public RightsCode {
        Matcher read = SHAPE.matcher(value);
        if (!read.matches()
                || (read.group(2).startsWith("L")
                        && !WORDS.containsKey(read.group(2).substring(1)))) {
            throw new IllegalArgumentException("A code of rights reads like SX WH964 T0 CM");
        }
    }

    /** @throws IllegalArgumentException when the limit of the work right has no letters */
    public static RightsCode of(Rights rights) {
        return new RightsCode("S%s W%s T%s C%s"
                .formatted(
                        letter(rights.stay(), STAY),
                        rights.work().value().fold(RightsCode::letters, open -> "0"),
                        letter(rights.travel(), TRAVEL),
                        letter(rights.social(), SOCIAL)));
    }

    /** The rights again, without the articles they rest on, which the line does not carry. */
    public Rights rights() {
        Matcher read = SHAPE.matcher(value);
        if (!read.matches()) {
            throw new IllegalStateException("Checked when it was made");
        }
        return new Rights(
                right(read.group(1), STAY::get),
                right(read.group(2), RightsCode::work),
                right(read.group(3), TRAVEL::get),
                right(read.group(4), SOCIAL::get));
    }

    @Override
    public String toString() {
        return value;
    }

    private static String letters(WorkRight work) {
        return switch (work.code()) {
            case NONE -> "N";
            case ANY -> "A";
            case WITH_AUTHORISATION -> "E";
            case HOURS_PER_YEAR -> "H" + work.hoursPerYear().orElseThrow();
            case AS_HELD -> "L" + LIMITS.getOrDefault(work.limit().orElseThrow(), "?");
        };
    }

    private static WorkRight work(String letters) {
        return switch (letters.charAt(0)) {
            case 'N' -> WorkRight.NONE;
            case 'A' -> WorkRight.ANY;
            case 'E' -> WorkRight.WITH_AUTHORISATION;
            case 'H' -> WorkRight.hoursPerYear(Integer.parseInt(letters.substring(1)));
            default -> WorkRight.asHeld(Objects.requireNonNull(WORDS.get(letters.substring(1))));
        };
    }

    private static <T> String letter(Right<T> right, Map<String, T> letters) {
        return right.value()
                .fold(
                        value -> letters.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(value))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElseThrow(),
                        open -> "0");
    }

    private static <T> Right<T> right(String letter, Function<String, T> read) {
        return new Right<>(letter.equals("0") ? open() : Reading.settled(read.apply(letter)), List.of());
    }

    @SuppressWarnings("unchecked") // an open reading holds no value
    private static <T> Reading<T> open() {
        return (Reading<T>) OPEN;
    }
}
