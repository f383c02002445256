package fr.sejour.text.internal;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import fr.sejour.api.prefecture.Prefecture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sentence of one language, parsed once. */
final class Sentence {

    private static final Logger LOG = LoggerFactory.getLogger(Sentence.class);

    private final String key;
    private final Locale locale;
    private final MessageFormat format;
    private final Set<String> places;

    /** @throws IllegalArgumentException when the pattern does not parse */
    Sentence(String key, String pattern, Locale locale) {
        this.key = key;
        this.locale = locale;
        String set = Typography.set(pattern, locale);
        this.format = new MessageFormat(set, locale);
        this.places = places(set);
    }

    /** The names of its places, those inside a choice included. */
    Set<String> places() {
        return places;
    }

    String say(Map<String, ?> arguments) {
        Map<String, Object> values = new HashMap<>();
        for (String place : places) {
            Object value = arguments.get(place);
            if (value == null) {
                // a sentence with a hole still serves better than none: the filing it speaks of goes on
                LOG.error("Sentence {} was said without a value for {}", key, place);
                value = "…";
            }
            values.put(place, printed(value));
        }
        // ICU's formats are not safe to share between threads, their clones are
        return format.clone().format(values);
    }

    private Object printed(Object value) {
        if (value instanceof LocalDate day) {
            return Days.printed(day, locale);
        }
        if (value instanceof Instant instant) {
            return Days.printed(instant.atZone(Prefecture.NATIONAL), locale);
        }
        if (value instanceof ZonedDateTime moment) {
            return Days.printed(moment, locale);
        }
        return value instanceof Number ? value : value.toString();
    }

    private static Set<String> places(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPart(i).getType() == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return Set.copyOf(names);
    }
}
