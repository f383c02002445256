package fr.sejour.rest.internal.arrival;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.text.Texts;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.rest.internal.problem.Problem;
import fr.sejour.rest.internal.problem.ProblemKind;
import fr.sejour.rest.internal.problem.ProblemMapper;
import fr.sejour.rest.internal.problem.ProblemWords;
import fr.sejour.rest.internal.wire.SafeHeaders;
import fr.sejour.rest.internal.wire.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the API answers where Jersey fails. Every fault of an operation is told by the API itself; what reaches the server as a
 * failure is mostly Jersey's, between one set of operations and the next, and whoever asks again is served. While nothing comes or
 * goes it is a fault of ours, and is logged as one.
 */
final class StandInResponse extends HttpServletResponseWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(StandInResponse.class);
    static final String API = "/api/v1/";

    private final HttpServletRequest request;
    private final Optional<Texts> texts;
    private final BooleanSupplier whole;

    /** @param whole whether all of the API is there now */
    StandInResponse(
            HttpServletRequest request, HttpServletResponse response, Optional<Texts> texts, BooleanSupplier whole) {
        super(response);
        this.request = request;
        this.texts = texts;
        this.whole = whole;
    }

    @Override
    public void sendError(int status) throws IOException {
        if (!stoodIn(status)) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (!stoodIn(status)) {
            super.sendError(status, message);
        }
    }

    private boolean stoodIn(int status) throws IOException {
        boolean ours = status == SC_INTERNAL_SERVER_ERROR
                && request.getRequestURI().startsWith(API)
                && texts.isPresent()
                && !isCommitted();
        if (ours) {
            tell(texts.get());
        }
        return ours;
    }

    private void tell(Texts words) throws IOException {
        Problem problem = problem();
        Wording wording = Wording.of(words, Optional.ofNullable(request.getHeader("Accept-Language")));
        byte[] body = StrictJson.mapper().writeValueAsBytes(new ProblemWords(words).tell(problem, wording));
        resetBuffer();
        setStatus(problem.kind().status());
        setContentType(ProblemMapper.PROBLEM_JSON.toString());
        setContentLength(body.length);
        Optional.ofNullable(problem.details().get("retryAfterSeconds"))
                .ifPresent(seconds -> setHeader("Retry-After", seconds.toString()));
        setHeader("Content-Language", wording.language());
        setHeader("Cache-Control", SafeHeaders.NO_STORE);
        SafeHeaders.ALWAYS.forEach(this::setHeader);
        getOutputStream().write(body);
    }

    private Problem problem() {
        if (!whole.getAsBoolean()) {
            return ProblemMapper.problem(new CaseException(ErrorCode.STORE_UNAVAILABLE));
        }
        Problem problem = Problem.of(ProblemKind.of(ErrorCode.INTERNAL));
        LOG.error(
                "{} outside any operation, on a {}: {}",
                problem.kind().slug(),
                request.getMethod(),
                problem.instance());
        return problem;
    }
}
