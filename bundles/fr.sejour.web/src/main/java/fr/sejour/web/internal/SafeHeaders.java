package fr.sejour.web.internal;

import fr.sejour.web.page.Page.Power;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What every answer tells the browser not to do, but for what a page has a power to. */
final class SafeHeaders {

    private SafeHeaders() {}

    static Map<String, String> of(Set<Power> powers) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'"
                        + (powers.contains(Power.WEB_ASSEMBLY) ? " 'wasm-unsafe-eval'" : "")
                        + "; img-src 'self'; connect-src 'self'; "
                        + (powers.contains(Power.NO_NETWORK) ? "worker-src 'self'; manifest-src 'self'; " : "")
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put(
                "Permissions-Policy",
                "camera=(" + (powers.contains(Power.CAMERA) ? "self" : "")
                        + "), geolocation=(), microphone=(), payment=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }
}
