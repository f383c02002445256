package fr.sejour.web.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.web.page.Words;

/** What went wrong, in words: what it is, why, and what to do next. */
public final class ProblemWords {

    private final Words words;

    public ProblemWords(Words words) {
        this.words = words;
    }

    /** What a form says when the platform would not serve it. */
    public String sentence(CaseException problem) {
        String slug = problem.code().slug();
        return say(slug, "detail", problem) + " " + say(slug, "next", problem);
    }

    String title(String slug) {
        return words.say("problem." + slug + ".title", "seconds", 0);
    }

    String detail(String slug) {
        return words.say("problem." + slug + ".detail", "seconds", 0);
    }

    String next(String slug) {
        return words.say("problem." + slug + ".next", "seconds", 0);
    }

    String detail(CaseException problem) {
        return say(problem.code().slug(), "detail", problem);
    }

    String next(CaseException problem) {
        return say(problem.code().slug(), "next", problem);
    }

    static int status(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND, NOT_YOURS_TO_DO -> 404;
            case NOT_SIGNED_IN, SIGN_IN_REFUSED -> 401;
            case ACT_NOT_ALLOWED, CASE_CHANGED, LOGIN_TAKEN -> 409;
            case PIECE_TOO_LARGE -> 413;
            case MEDIA_TYPE_NOT_ACCEPTED -> 415;
            case TOO_MANY_ATTEMPTS -> 429;
            case MALFORMED_INPUT, IDEMPOTENCY_KEY_MISSING -> 400;
            case EXTENSION_FAULT, STORE_UNAVAILABLE -> 503;
            case INTERNAL -> 500;
            default -> 422;
        };
    }

    private String say(String slug, String part, CaseException problem) {
        Object seconds = problem.details().getOrDefault("retryAfterSeconds", 0);
        return words.say("problem." + slug + "." + part, "seconds", seconds);
    }
}
