package fr.sejour.rest.internal.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** The headers that every answer carries: it is not to be kept, framed, guessed at or run. */
public final class SafeHeaders {

    /** Kept by nobody: the answer of an operation that does not say otherwise. */
    public static final String NO_STORE = "no-store";

    public static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SafeHeaders() {}

    public static void add(MultivaluedMap<String, Object> headers) {
        ALWAYS.forEach((name, value) -> {
            if (!headers.containsKey(name)) {
                headers.putSingle(name, value);
            }
        });
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }
}
