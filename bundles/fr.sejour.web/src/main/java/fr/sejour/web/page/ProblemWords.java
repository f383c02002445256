package fr.sejour.web.page;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;

/** What went wrong, in words: what it is, why, and what to do next. */
public final class ProblemWords {

    private final Words words;

    public ProblemWords(Words words) {
        this.words = words;
    }

    /** What a form says when the platform would not serve it. */
    public String sentence(CaseException problem) {
        return detail(problem) + " " + next(problem);
    }

    /** What it is, of any problem with that code. */
    public String title(ErrorCode code) {
        return words.say("problem." + code.slug() + ".title", "seconds", 0);
    }

    /** Why. */
    public String detail(CaseException problem) {
        return say(problem, "detail");
    }

    /** What to do next. */
    public String next(CaseException problem) {
        return say(problem, "next");
    }

    private String say(CaseException problem, String part) {
        Object seconds = problem.details().getOrDefault("retryAfterSeconds", 0);
        return words.say("problem." + problem.code().slug() + "." + part, "seconds", seconds);
    }
}
