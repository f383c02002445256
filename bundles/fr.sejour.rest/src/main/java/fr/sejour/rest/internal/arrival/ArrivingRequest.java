package fr.sejour.rest.internal.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read as it arrives, by whoever reads it. Forms are read here: the server would read them past its
 * own stream.
 */
final class ArrivingRequest extends HttpServletRequestWrapper {

    private static final String TYPE = "Content-Type";

    /** RFC 9110, 8.3.1: a media type. Jersey fails on any other, and answers before it has looked who asks for what. */
    private static final Pattern MEDIA_TYPE = mediaType();

    /** What cannot be read as a media type is shown as one that nobody takes, and is answered as such by whoever is asked. */
    private static final String UNREADABLE = "application/vnd.sejour.unreadable";

    private static final int LARGEST_FORM = 200_000;
    private static final char NO_TEXT = '\uFFFD';

    private final WaitingRoom room;
    private final Duration patience;
    private @Nullable ArrivingBody body;
    private @Nullable Map<String, String[]> form;

    ArrivingRequest(HttpServletRequest request, WaitingRoom room, Duration patience) {
        super(request);
        this.room = room;
        this.patience = patience;
    }

    private static Pattern mediaType() {
        String token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
        String quoted = "\"(?:[\\t !#-\\[\\]-~]|\\\\[\\t -~])*\"";
        String parameter = "[ \\t]*;[ \\t]*(?:" + token + "=(?:" + token + "|" + quoted + "))?";
        return Pattern.compile("[ \\t]*" + token + "/" + token + "(?:" + parameter + ")*[ \\t]*");
    }

    private @Nullable String readable(@Nullable String type) {
        boolean kept = type == null
                || !getRequestURI().startsWith(StandInResponse.API)
                || MEDIA_TYPE.matcher(type).matches();
        return kept ? type : UNREADABLE;
    }

    @Override
    public @Nullable String getContentType() {
        return readable(super.getHeader(TYPE));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(TYPE) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        List<String> types = name.equalsIgnoreCase(TYPE)
                ? Collections.list(super.getHeaders(name)).stream()
                        .map(this::readable)
                        .toList()
                : List.of();
        return types.isEmpty() ? super.getHeaders(name) : Collections.enumeration(types);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ArrivingBody arriving = body;
        if (arriving == null) {
            arriving = new ArrivingBody(super.getInputStream(), getContentLengthLong(), room, patience);
            body = arriving;
        }
        return arriving;
    }

    /**
     * Reads away the rest of a small body that was answered unread. The server would close the connection on it without a word,
     * and whoever sends their next request there would get no answer.
     */
    void readAway() {
        boolean announced = getContentLengthLong() > 0 || getHeader("Transfer-Encoding") != null;
        if (!announced || getHeader("Expect") != null) {
            return;
        }
        try {
            ((ArrivingBody) getInputStream()).readAway();
        } catch (IOException | IllegalStateException gone) {
            // The sender has left, or a page reads its body by other means: the answer stands.
        }
    }

    /** Felix asks for all of them whichever is wanted. What cannot be read is thrown at whoever asks, as the server does. */
    @Override
    public Map<String, String[]> getParameterMap() {
        return isForm() ? form() : super.getParameterMap();
    }

    private boolean isForm() {
        String type = Optional.ofNullable(getContentType()).orElse("").toLowerCase(Locale.ROOT);
        return getMethod().equals("POST") && type.startsWith("application/x-www-form-urlencoded");
    }

    private Map<String, String[]> form() {
        Map<String, String[]> known = form;
        if (known == null) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            addPairs(values, Optional.ofNullable(getQueryString()).orElse(""));
            addPairs(values, text());
            known = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> each : values.entrySet()) {
                known.put(each.getKey(), each.getValue().toArray(String[]::new));
            }
            form = known;
        }
        return known;
    }

    private String text() {
        byte[] bytes;
        try {
            bytes = getInputStream().readNBytes(LARGEST_FORM + 1);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
        if (bytes.length > LARGEST_FORM) {
            throw new IllegalStateException("max length exceeded: a form has at most " + LARGEST_FORM + " bytes");
        }
        return new String(bytes, UTF_8);
    }

    private static void addPairs(Map<String, List<String>> values, String pairs) {
        for (String pair : pairs.split("&", -1)) {
            if (!pair.isEmpty()) {
                int sign = pair.indexOf('=');
                String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
                String value = sign < 0 ? "" : decoded(pair.substring(sign + 1));
                values.computeIfAbsent(name, fresh -> new ArrayList<>()).add(value);
            }
        }
    }

    /** The sign that stands for bytes that are no text is nothing that people type. */
    private static String decoded(String encoded) {
        String text = URLDecoder.decode(encoded, UTF_8);
        if (text.indexOf(NO_TEXT) >= 0) {
            throw new IllegalArgumentException("A form is text in UTF-8");
        }
        return text;
    }
}
