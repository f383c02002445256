package fr.sejour.rest.internal.body;

import fr.sejour.rest.internal.answer.Codes;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what was sent into values, or says which part is wrong and what is expected there. */
public final class Input {

    private static final Pattern DAY = Pattern.compile("(1[89]|2[01])\\d{2}-\\d{2}-\\d{2}");

    private static final Pattern MONTH = Pattern.compile("(1[89]|2[01])\\d{2}-(0[1-9]|1[0-2])");

    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");
    private static final Pattern ROWS = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,300}");

    private Input() {}

    /** @throws BadInput when the part is absent */
    public static <T> T required(String field, @Nullable T sent) {
        if (sent == null) {
            throw new BadInput(field, Rule.REQUIRED);
        }
        return sent;
    }

    /**
     * @param rule the code of the sentence that says what is expected
     * @throws BadInput when the part is absent, or when the value refuses it
     */
    public static <S, T> T value(String field, Rule rule, @Nullable S sent, Function<S, T> constructor) {
        return constructed(field, rule, required(field, sent), constructor);
    }

    /** @throws BadInput when the value refuses the part */
    public static <S, T> Optional<T> optional(String field, Rule rule, @Nullable S sent, Function<S, T> constructor) {
        return Optional.ofNullable(sent).map(it -> constructed(field, rule, it, constructor));
    }

    /** @throws BadInput when the part is absent or not a day of the calendar, as in 2026-03-31 */
    public static LocalDate day(String field, @Nullable String sent) {
        return value(field, Rule.DAY, sent, Input::day);
    }

    public static Optional<LocalDate> optionalDay(String field, @Nullable String sent) {
        return optional(field, Rule.DAY, sent, Input::day);
    }

    /** @throws BadInput when the part is absent or no code of that list */
    public static <E extends Enum<E>> E code(String field, @Nullable String sent, Class<E> type) {
        return read(field, required(field, sent), type);
    }

    public static <E extends Enum<E>> Optional<E> optionalCode(String field, @Nullable String sent, Class<E> type) {
        return Optional.ofNullable(sent).map(it -> read(field, it, type));
    }

    /** Several codes of a list with commas between them; none when the part is absent. */
    public static <E extends Enum<E>> Set<E> optionalCodes(String field, @Nullable String sent, Class<E> type) {
        return sent == null
                ? Set.of()
                : Arrays.stream(sent.split(",", -1))
                        .map(it -> read(field, it, type))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** One of these words; empty when the part is absent. */
    public static Optional<String> optionalWord(String field, @Nullable String sent, List<String> allowed) {
        if (sent != null && !allowed.contains(sent)) {
            throw new BadInput(field, Rule.CODE, allowed);
        }
        return Optional.ofNullable(sent);
    }

    public static Optional<Boolean> optionalBoolean(String field, @Nullable String sent) {
        return optionalWord(field, sent, List.of("true", "false")).map(Boolean::valueOf);
    }

    /** Several values, each once; none when the part is absent. */
    public static <T> Set<T> values(
            String field, Rule rule, @Nullable List<@Nullable String> sent, Function<String, T> constructor) {
        return sent == null
                ? Set.of()
                : sent.stream().map(it -> value(field, rule, it, constructor)).collect(Collectors.toUnmodifiableSet());
    }

    /** The key of a page, as the page before gave it. */
    public static String key(String after) {
        if (!KEY.matcher(after).matches()) {
            throw new IllegalArgumentException("no key of ours");
        }
        return after;
    }

    /** How many rows a page is to have. */
    public static int rows(String limit) {
        if (!ROWS.matcher(limit).matches()) {
            throw new IllegalArgumentException("not a number of rows");
        }
        return Integer.parseInt(limit);
    }

    /** A month of the calendar, as in 2026-03. */
    public static YearMonth month(String sent) {
        if (!MONTH.matcher(sent).matches()) {
            throw new IllegalArgumentException("not a month");
        }
        return YearMonth.parse(sent);
    }

    /** How many days to look ahead. */
    public static int days(String sent) {
        if (!DAYS.matcher(sent).matches()) {
            throw new IllegalArgumentException("not a number of days");
        }
        return Integer.parseInt(sent);
    }

    private static <E extends Enum<E>> E read(String field, String sent, Class<E> type) {
        return Codes.read(type, sent)
                .orElseThrow(() -> new BadInput(
                        field,
                        Rule.CODE,
                        Arrays.stream(type.getEnumConstants()).map(Codes::of).toList()));
    }

    private static LocalDate day(String sent) {
        if (!DAY.matcher(sent).matches()) {
            throw new IllegalArgumentException("not a day");
        }
        try {
            return LocalDate.parse(sent);
        } catch (DateTimeException notInTheCalendar) {
            throw new IllegalArgumentException("not a day", notInTheCalendar);
        }
    }

    private static <S, T> T constructed(String field, Rule rule, S sent, Function<S, T> constructor) {
        try {
            return constructor.apply(sent);
        } catch (IllegalArgumentException refused) {
            throw new BadInput(field, rule);
        }
    }
}
