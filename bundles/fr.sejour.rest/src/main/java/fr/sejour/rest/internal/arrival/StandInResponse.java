package fr.sejour.rest.internal.arrival;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.text.Texts;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.rest.internal.problem.Problem;
import fr.sejour.rest.internal.problem.ProblemMapper;
import fr.sejour.rest.internal.problem.ProblemWords;
import fr.sejour.rest.internal.wire.SafeHeaders;
import fr.sejour.rest.internal.wire.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;

/**
 * What the API answers while parts of it come or go. Every fault of an operation is told by the API itself; what reaches the server
 * as a failure is Jersey's, between one set of operations and the next, and whoever asks again is served.
 */
final class StandInResponse extends HttpServletResponseWrapper {

    private static final String API = "/api/v1/";

    private final ObjectMapper mapper = StrictJson.mapper();
    private final HttpServletRequest request;
    private final Optional<Texts> texts;

    StandInResponse(HttpServletRequest request, HttpServletResponse response, Optional<Texts> texts) {
        super(response);
        this.request = request;
        this.texts = texts;
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
        Problem problem = ProblemMapper.problem(new CaseException(ErrorCode.STORE_UNAVAILABLE));
        Wording wording = Wording.of(words, Optional.ofNullable(request.getHeader("Accept-Language")));
        byte[] body = mapper.writeValueAsBytes(new ProblemWords(words).tell(problem, wording));
        resetBuffer();
        setStatus(problem.kind().status());
        setContentType(ProblemMapper.PROBLEM_JSON.toString());
        setContentLength(body.length);
        setHeader("Retry-After", String.valueOf(problem.details().get("retryAfterSeconds")));
        setHeader("Content-Language", wording.language());
        setHeader("Cache-Control", SafeHeaders.NO_STORE);
        SafeHeaders.ALWAYS.forEach(this::setHeader);
        getOutputStream().write(body);
    }
}
