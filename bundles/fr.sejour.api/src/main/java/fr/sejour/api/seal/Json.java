package fr.sejour.api.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As much JSON (RFC 8259) as keys and lists are written in: objects, arrays, texts, whole numbers, {@code true} and {@code false}.
 * Strict, because what it reads was sent: no value of nothing, no name twice, nothing behind the end.
 */
final class Json {

    private static final Pattern TOKEN = Pattern.compile(
            "[ \\t\\n\\r]*(?:([\\[\\]{}:,])|\"((?:[^\"\\\\\\x00-\\x1F]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9A-Fa-f]{4})*+)\"|(-?(?:0|[1-9][0-9]{0,17}))(?![0-9.eE])|(true|false))");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(.{4})|(.))");

    /** Deeper than any key or list. */
    private static final int DEEPEST = 8;

    private final String text;
    private final Matcher token;
    private int at;

    private Json(String text) {
        this.text = text;
        this.token = TOKEN.matcher(text);
    }

    /** @throws IllegalArgumentException when it is anything else */
    static Map<String, Object> object(String text) {
        Json json = new Json(text);
        Object read = json.value(DEEPEST);
        if (!text.substring(json.at).isBlank() || !(read instanceof Map<?, ?>)) {
            throw json.wrong();
        }
        return members(read);
    }

    /** @throws IllegalArgumentException when it is no object */
    static Map<String, Object> members(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("An object was expected");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    /** The members that are texts. */
    static Map<String, String> texts(Map<String, Object> members) {
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            if (member instanceof String said) {
                texts.put(name, said);
            }
        });
        return texts;
    }

    private Object value(int deep) {
        next();
        if (token.group(2) != null) {
            return unescaped(token.group(2));
        }
        if (token.group(3) != null) {
            return Long.valueOf(token.group(3));
        }
        if (token.group(4) != null) {
            return Boolean.valueOf(token.group(4));
        }
        if (deep == 0) {
            throw wrong();
        }
        return switch (token.group(1)) {
            case "{" -> members(deep - 1);
            case "[" -> items(deep - 1);
            default -> throw wrong();
        };
    }

    private Map<String, Object> members(int deep) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (comes("}")) {
            return members;
        }
        do {
            next();
            String name = token.group(2);
            if (name == null) {
                throw wrong();
            }
            String written = unescaped(name);
            require(":");
            if (members.put(written, value(deep)) != null) {
                throw wrong();
            }
        } while (comes(","));
        require("}");
        return members;
    }

    private List<Object> items(int deep) {
        List<Object> items = new ArrayList<>();
        if (comes("]")) {
            return items;
        }
        do {
            items.add(value(deep));
        } while (comes(","));
        require("]");
        return items;
    }

    private void next() {
        token.region(at, text.length());
        if (!token.lookingAt()) {
            throw wrong();
        }
        at = token.end();
    }

    private boolean comes(String sign) {
        int before = at;
        next();
        if (sign.equals(token.group(1))) {
            return true;
        }
        at = before;
        return false;
    }

    private void require(String sign) {
        if (!comes(sign)) {
            throw wrong();
        }
    }

    private static String unescaped(String written) {
        return ESCAPE.matcher(written)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) != null
                                ? String.valueOf((char) Integer.parseInt(escape.group(1), 16))
                                : switch (escape.group(2)) {
                                    case "b" -> "\b";
                                    case "f" -> "\f";
                                    case "n" -> "\n";
                                    case "r" -> "\r";
                                    case "t" -> "\t";
                                    default -> escape.group(2);
                                }));
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("No such JSON, at letter " + at);
    }
}
