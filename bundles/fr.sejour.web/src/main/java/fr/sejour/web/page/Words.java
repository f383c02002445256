package fr.sejour.web.page;

import fr.sejour.api.text.Codes;
import fr.sejour.api.text.Texts;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sentences of one language, for one page. */
public final class Words {

    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private final Texts texts;
    private final String language;

    public Words(Texts texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    public String language() {
        return language;
    }

    /** The catalogue these words come from. */
    public Texts texts() {
        return texts;
    }

    public boolean french() {
        return language.equals("fr");
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** The words of another language. */
    public Words in(String other) {
        return new Words(texts, other);
    }

    public boolean has(String key) {
        return texts.has("fr", key);
    }

    /**
     * The sentence of a key as plain text, for titles and attributes.
     *
     * @param arguments names and values of its places, in turns
     */
    public String say(String key, Object... arguments) {
        return texts.say(language, key, arguments(arguments, false));
    }

    /**
     * The sentence of a key as HTML: what fills its places stands in {@code bdi}, so that a name in one direction does not upset
     * a sentence in the other, and a sentence that only French has is marked as French.
     *
     * @param arguments names and values of its places, in turns
     */
    public Content html(String key, Object... arguments) {
        String sentence = texts.say(language, key, arguments(arguments, true));
        boolean foreign = !french() && !texts.has(language, key);
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                if (foreign) {
                    output.writeContent("<span lang=\"fr\">");
                }
                isolate(sentence, output);
                if (foreign) {
                    output.writeContent("</span>");
                }
            }
        };
    }

    /** The sentence of a code: {@code prefix.code}, or {@code prefix.other} for a code that has none yet. */
    public String code(String prefix, String code) {
        String key = prefix + "." + code;
        return texts.has("fr", key) ? say(key) : say(prefix + ".other");
    }

    /** The sentence of a value of the platform, for example {@code status.card-ready}. */
    public String code(String prefix, Enum<?> code) {
        return say(prefix + "." + kebab(code));
    }

    /** The sentence of a key, or empty when French has no such key. */
    public Optional<String> ifSaid(String key) {
        return texts.has("fr", key) ? Optional.of(say(key)) : Optional.empty();
    }

    public String day(LocalDate day) {
        return say("word.day", "day", day);
    }

    public String moment(Instant instant, ZoneId zone) {
        return say("word.day", "day", instant.atZone(zone));
    }

    /** A value of the platform as it stands in text keys and addresses: {@code CARD_READY} reads {@code card-ready}. */
    public static String kebab(Enum<?> code) {
        return Codes.of(code);
    }

    /** The same of a code that comes as text. */
    public static String kebab(String code) {
        return Codes.of(code);
    }

    /** The value that reads so in text keys and addresses; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String kebab) {
        return Codes.read(type, kebab);
    }

    private static Map<String, Object> arguments(Object[] turns, boolean isolated) {
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i + 1 < turns.length; i += 2) {
            Object value = turns[i + 1];
            boolean bare = value instanceof Number
                    || value instanceof LocalDate
                    || value instanceof Instant
                    || value instanceof ZonedDateTime
                    || value instanceof Enum<?>;
            arguments.put(
                    (String) turns[i],
                    bare ? plain(value) : isolated ? ISOLATE + clean(value) + END_OF_ISOLATE : clean(value));
        }
        return arguments;
    }

    private static Object plain(Object value) {
        return value instanceof Enum<?> code ? code.name() : value;
    }

    private static String clean(Object value) {
        return value.toString().replace(String.valueOf(ISOLATE), "").replace(String.valueOf(END_OF_ISOLATE), "");
    }

    private static void isolate(String sentence, TemplateOutput output) {
        int from = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char sign = sentence.charAt(i);
            if (sign == ISOLATE || sign == END_OF_ISOLATE) {
                output.writeUserContent(sentence.substring(from, i));
                output.writeContent(sign == ISOLATE ? "<bdi>" : "</bdi>");
                from = i + 1;
            }
        }
        output.writeUserContent(sentence.substring(from));
    }
}
