package fr.sejour.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** The three cookies of the site: who is signed in, what proves a form, which language. None of them is for anybody else. */
final class Cookies {

    static final String SESSION = "sejour-session";
    static final String FORM = "sejour-form";
    static final String LANGUAGE = "sejour-language";

    /** Browsers bind a cookie of this name to the host and to https. */
    private static final String HOST_ONLY = "__Host-";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final boolean secure;

    Cookies(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        this.request = request;
        this.response = response;
        this.secure = secure;
    }

    Optional<String> get(String name) {
        Cookie[] sent = request.getCookies();
        if (sent == null) {
            return Optional.empty();
        }
        String asked = name(name);
        for (Cookie cookie : sent) {
            if (cookie.getName().equals(asked) && !cookie.getValue().isBlank()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Sets a cookie that lasts as long as the browser stays open. */
    void set(String name, String value) {
        add(name, value, "");
    }

    void keep(String name, String value, Duration time) {
        add(name, value, "; Max-Age=" + time.toSeconds());
    }

    void drop(String name) {
        add(name, "", "; Max-Age=0");
    }

    private void add(String name, String value, String life) {
        response.addHeader(
                "Set-Cookie",
                name(name) + "=" + value + life + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
    }

    private String name(String name) {
        return secure ? HOST_ONLY + name : name;
    }
}
