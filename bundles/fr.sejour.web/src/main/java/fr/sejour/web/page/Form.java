package fr.sejour.web.page;

import fr.sejour.api.fault.CaseException;
import fr.sejour.web.internal.template.StaticTemplates;
import gg.jte.Content;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody filled in: read into values of the platform, checked, and shown again as it was with what to mend. A field's
 * name is the end of its text keys: {@code field.<name>} is its label, {@code field.<name>.hint} helps to fill it in,
 * {@code field.<name>.wrong} says what it should look like.
 */
public final class Form {

    /** The longest value a field takes, in characters. */
    public static final int LONGEST_VALUE = 4000;

    private static final int EARLIEST_YEAR = 1800;
    private static final int LATEST_YEAR = 2999;
    private static final Pattern WRITTEN_DAY = Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})");

    private final Words words;
    private final Content token;
    private final Map<String, List<String>> values;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final List<String> refusals = new ArrayList<>();

    /**
     * @param token the hidden field that proves the form came from this site
     * @param values what was filled in, by field, sign for sign
     */
    public Form(Words words, Content token, Map<String, List<String>> values) {
        this.words = words;
        this.token = token;
        this.values = values;
    }

    // reading

    /** What a field holds, without the spaces around it; empty text when it is absent. */
    public String text(String field) {
        List<String> held = values.getOrDefault(field, List.of());
        return held.isEmpty() ? "" : clean(held.get(0)).strip();
    }

    /** Everything a field holds, for boxes. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream().map(Form::clean).toList();
    }

    /** Whether a box is ticked, or any value was given. */
    public boolean given(String field) {
        return !text(field).isEmpty();
    }

    /** A value that must be there; empty, with the fault noted at the field, when it is missing or the reader refuses it. */
    public <T> Optional<T> read(String field, Function<String, T> reader) {
        if (!given(field)) {
            refuse(field, "form.missing", "field", label(field));
            return Optional.empty();
        }
        return readIfGiven(field, reader);
    }

    /** The six digits of a second factor, however they are grouped. */
    public Optional<String> readTimeCode(String field) {
        return read(field, written -> {
            String digits = written.replace(" ", "");
            if (!digits.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("The code has six digits");
            }
            return digits;
        });
    }

    /**
     * A secret that must be there, sign for sign as it was typed: whoever keeps it says what it may be. Empty, with the fault
     * noted at the field, when nothing was typed.
     */
    public Optional<String> readSecret(String field) {
        Optional<String> typed = values.getOrDefault(field, List.of()).stream()
                .filter(it -> !it.isEmpty())
                .findFirst();
        if (typed.isEmpty()) {
            refuse(field, "form.missing", "field", label(field));
        }
        return typed;
    }

    /** Words that must be there; what is made of them sets their bounds. */
    public Optional<String> inWords(String field) {
        return read(field, it -> it);
    }

    /** A code that must be there, as addresses write it. */
    public <E extends Enum<E>> Optional<E> code(String field, Class<E> type) {
        return read(field, written -> code(type, written));
    }

    /** A code that may be left out. */
    public <E extends Enum<E>> Optional<E> codeIfGiven(String field, Class<E> type) {
        return readIfGiven(field, written -> code(type, written));
    }

    private static <E extends Enum<E>> E code(Class<E> type, String written) {
        return Words.read(type, written).orElseThrow(() -> new IllegalArgumentException("No such code"));
    }

    /** A value that may be left out; empty without a fault when it is, empty with the fault noted when the reader refuses it. */
    public <T> Optional<T> readIfGiven(String field, Function<String, T> reader) {
        if (!given(field)) {
            return Optional.empty();
        }
        if (text(field).length() > LONGEST_VALUE) {
            refuse(field, "form.too-long", "field", label(field));
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text(field)));
        } catch (IllegalArgumentException | DateTimeException e) {
            refuseAsWrong(field);
            return Optional.empty();
        }
    }

    /** A day that must be there, from one field or from its three parts. */
    public Optional<LocalDate> day(String field) {
        if (!dayGiven(field)) {
            refuse(field, "form.missing", "field", label(field));
            return Optional.empty();
        }
        return dayIfGiven(field);
    }

    /** A day that may be left out. */
    public Optional<LocalDate> dayIfGiven(String field) {
        if (!dayGiven(field)) {
            return Optional.empty();
        }
        try {
            LocalDate day = given(field) ? written(text(field)) : fromParts(field);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return Optional.of(day);
            }
        } catch (DateTimeException | NumberFormatException e) {
            // answered below, like a day that no calendar of ours reaches
        }
        refuse(field, "form.no-such-day", "field", label(field));
        return Optional.empty();
    }

    /**
     * A value made of several fields that were read before; empty, with the fault noted at one of them, when they do not go
     * together, and empty when a fault was noted already.
     */
    public <T> Optional<T> together(String field, Supplier<T> maker) {
        if (!stands()) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            refuseAsWrong(field);
            return Optional.empty();
        }
    }

    /** Two days that belong together. */
    public record Span(LocalDate from, LocalDate until) {}

    /** Two days that must be there and belong together; what the check refuses is noted at the second. */
    public Optional<Span> span(String from, String until, BiConsumer<LocalDate, LocalDate> check) {
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(until);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        try {
            check.accept(first.get(), last.get());
            return Optional.of(new Span(first.get(), last.get()));
        } catch (IllegalArgumentException e) {
            refuseAsWrong(until);
            return Optional.empty();
        }
    }

    /** Notes that a field cannot be taken, in the words of its {@code .wrong} key. */
    public void refuseAsWrong(String field) {
        String key = "field." + field + ".wrong";
        if (words.has(key)) {
            refuse(field, key);
        } else {
            refuse(field, "form.wrong", "field", label(field));
        }
    }

    /** Notes a fault at a field; the first one stands. */
    public void refuse(String field, String key, Object... arguments) {
        faults.putIfAbsent(field, words.say(key, arguments));
    }

    /** Notes why the form as a whole cannot be taken. */
    public void refuseAll(String key, Object... arguments) {
        refusals.add(words.say(key, arguments));
    }

    /** Notes why the platform would not serve it, in the words of the problem. */
    public void refuse(CaseException problem) {
        refusals.add(new ProblemWords(words).sentence(problem));
    }

    /** Whether nothing has been refused so far. */
    public boolean stands() {
        return faults.isEmpty() && refusals.isEmpty();
    }

    /** The same values with one field set anew, without any fault. */
    public Form with(String field, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(field, List.of(value));
        return new Form(words, token, changed);
    }

    // showing

    public Words words() {
        return words;
    }

    /** The hidden field that every posted form carries. */
    public Content token() {
        return token;
    }

    /** What has to be mended, on top of the page, with links to the fields; nothing when the form stands. */
    public Content summary() {
        return new StaticTemplates().fieldSummary(words, List.copyOf(refusals), faults);
    }

    /** Fields that travel along unseen, with the values they hold. */
    public Content hidden(String... fields) {
        return new StaticTemplates().fieldHidden(this, List.of(fields));
    }

    /** A line of text. */
    public Field line(String field) {
        return new Field(this, field, Field.Kind.LINE);
    }

    /** A password: never shown again. */
    public Field secret(String field) {
        return new Field(this, field, Field.Kind.SECRET);
    }

    /** Several lines of text. */
    public Field area(String field) {
        return new Field(this, field, Field.Kind.AREA);
    }

    /** A day people know by heart, in three boxes. */
    public Field knownDay(String field) {
        return new Field(this, field, Field.Kind.KNOWN_DAY);
    }

    /** A day to choose on a calendar. */
    public Field calendarDay(String field) {
        return new Field(this, field, Field.Kind.CALENDAR_DAY);
    }

    /** One of a long list of choices. */
    public Field choice(String field, List<Choice> choices) {
        return new Field(this, field, Field.Kind.SELECT).among(choices);
    }

    /** One of a few choices, all in view. */
    public Field radios(String field, List<Choice> choices) {
        return new Field(this, field, Field.Kind.RADIOS).among(choices);
    }

    /** Any of a few choices. */
    public Field boxes(String field, List<Choice> choices) {
        return new Field(this, field, Field.Kind.BOXES).among(choices);
    }

    /** A file to send. The form around it must be {@code multipart/form-data}. */
    public Field file(String field) {
        return new Field(this, field, Field.Kind.FILE);
    }

    String label(String field) {
        return words.ifSaid("field." + field).orElse(field);
    }

    Optional<String> fault(String field) {
        return Optional.ofNullable(faults.get(field));
    }

    /** Text without the signs that no keyboard types and no database keeps. */
    private static String clean(String sent) {
        StringBuilder kept = new StringBuilder(sent.length());
        sent.replace("\r\n", "\n").codePoints().forEach(sign -> {
            boolean surrogate = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
            if (!surrogate && (!Character.isISOControl(sign) || sign == '\n' || sign == '\t')) {
                kept.appendCodePoint(sign);
            }
        });
        return kept.toString();
    }

    private boolean dayGiven(String field) {
        return given(field) || given(field + "-day") || given(field + "-month") || given(field + "-year");
    }

    private LocalDate fromParts(String field) {
        return LocalDate.of(
                Integer.parseInt(text(field + "-year")),
                Integer.parseInt(text(field + "-month")),
                Integer.parseInt(text(field + "-day")));
    }

    private static LocalDate written(String day) {
        Matcher french = WRITTEN_DAY.matcher(day);
        if (french.matches()) {
            return LocalDate.of(
                    Integer.parseInt(french.group(3)),
                    Integer.parseInt(french.group(2)),
                    Integer.parseInt(french.group(1)));
        }
        return LocalDate.parse(day);
    }
}
