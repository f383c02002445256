package fr.sejour.web.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.web.internal.template.StaticTemplates;
import fr.sejour.web.internal.template.Templates;
import fr.sejour.web.page.ProblemWords;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody sees when something went wrong, and the pages that explain each kind of problem. */
final class ProblemPages {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Words words;
    private final ProblemWords said;

    ProblemPages(Words words) {
        this.words = words;
        this.said = new ProblemWords(words);
    }

    static int status(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND, NOT_YOURS_TO_DO -> 404;
            case NOT_SIGNED_IN, SIGN_IN_REFUSED -> 401;
            case ACT_NOT_ALLOWED, CASE_CHANGED, CORRECTION_SETTLED, LOGIN_TAKEN -> 409;
            case PIECE_TOO_LARGE -> 413;
            case MEDIA_TYPE_NOT_ACCEPTED -> 415;
            case TOO_MANY_ATTEMPTS -> 429;
            case MALFORMED_INPUT, IDEMPOTENCY_KEY_MISSING -> 400;
            case EXTENSION_FAULT, STORE_UNAVAILABLE, TOO_BUSY -> 503;
            case INTERNAL -> 500;
            default -> 422;
        };
    }

    /** What the platform would not serve. What somebody may not do reads exactly like what does not exist. */
    Reply.Html of(CaseException problem) {
        int status = status(problem.code());
        return page(status, status == 404 ? new CaseException(ErrorCode.NOT_FOUND) : problem, Optional.empty());
    }

    /** A fault of ours, which the log tells under that trace. */
    Reply.Html failed(String trace) {
        return page(500, new CaseException(ErrorCode.INTERNAL), Optional.of(trace));
    }

    Reply.Html staleForm() {
        return ofForm(422, "page.stale");
    }

    Reply.Html formTooLong() {
        return ofForm(413, "page.too-long");
    }

    private Reply.Html ofForm(int status, String key) {
        String title = words.say(key + ".title");
        return new Reply.Html(
                status,
                title,
                TEMPLATES.problem(
                        words, title, words.say(key + ".detail"), words.say(key + ".next"), Optional.empty()));
    }

    /** Every kind of problem. */
    Reply all() {
        List<ProblemView> views =
                Arrays.stream(ErrorCode.values()).map(this::view).toList();
        return Reply.page(words.say("page.problems.title"), TEMPLATES.problems(words, views));
    }

    /** @throws CaseException {@code NOT_FOUND} when no kind of problem has that code */
    Reply about(String slug) {
        ProblemView view = Words.read(ErrorCode.class, slug)
                .map(this::view)
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        return Reply.page(view.title(), TEMPLATES.about(words, view));
    }

    private Reply.Html page(int status, CaseException problem, Optional<String> trace) {
        String title = said.title(problem.code());
        return new Reply.Html(
                status, title, TEMPLATES.problem(words, title, said.detail(problem), said.next(problem), trace));
    }

    private ProblemView view(ErrorCode code) {
        CaseException any = new CaseException(code);
        return new ProblemView(
                code.slug(),
                said.title(code),
                said.detail(any),
                said.next(any),
                words.say("page.problem.fault." + Words.kebab(code.fault())));
    }
}
