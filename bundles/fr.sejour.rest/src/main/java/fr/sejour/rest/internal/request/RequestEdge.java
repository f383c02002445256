package fr.sejour.rest.internal.request;

import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.text.Texts;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.rest.internal.operate.Contract;
import fr.sejour.rest.internal.operate.Meters;
import fr.sejour.rest.internal.problem.Problem;
import fr.sejour.rest.internal.problem.ProblemKind;
import fr.sejour.rest.internal.problem.ProblemMapper;
import fr.sejour.rest.internal.problem.ProblemWords;
import fr.sejour.rest.internal.wire.SafeHeaders;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to every request, also to one that no operation answers: a problem from what was thrown, words for it, headers, a
 * trace, a timer. One extension, because a problem that nobody puts into words cannot be written down.
 */
@Component(service = {ContainerRequestFilter.class, ContainerResponseFilter.class, ExceptionMapper.class})
@JakartarsExtension
@JakartarsName(RequestEdge.NAME)
@PreMatching
public final class RequestEdge implements ContainerRequestFilter, ContainerResponseFilter, ExceptionMapper<Throwable> {

    public static final String NAME = "fr.sejour.rest.edge";

    /** The name of the operation, once it is known. */
    static final String OPERATION = "fr.sejour.rest.operation";

    private static final Logger LOG = LoggerFactory.getLogger(RequestEdge.class);
    private static final String BEGAN = "fr.sejour.rest.began";

    private final Texts texts;
    private final Meters meters;
    private final ProblemWords words;
    private final AttemptEdge attempted = new AttemptEdge();
    private final Predicate<String> inTheContract = Contract.answering();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Attempts attempts;

    @Activate
    public RequestEdge(@Reference Texts texts, @Reference Meters meters) {
        this.texts = texts;
        this.meters = meters;
        this.words = new ProblemWords(texts);
    }

    /** With receipts for what fails: outside a framework. */
    public RequestEdge(Texts texts, Meters meters, Attempts attempts) {
        this(texts, meters);
        this.attempts = attempts;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGAN, System.nanoTime());
        attempted.begins(request);
        // Jersey offers a description of itself on both; ours is the contract
        if (request.getMethod().equals("OPTIONS")) {
            throw new NotAllowedException(Response.status(Response.Status.METHOD_NOT_ALLOWED)
                    .allow("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
                    .build());
        }
        if (request.getUriInfo().getPath().startsWith("application.wadl")) {
            throw new NotFoundException();
        }
    }

    @Override
    public Response toResponse(Throwable thrown) {
        return ProblemMapper.toResponse(thrown);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Wording wording = Wording.of(texts, Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        String operation = request.getProperty(OPERATION) instanceof String named ? named : "none";
        if (!response.hasEntity() && response.getStatus() >= 400) {
            // what Jersey refuses without asking the mapper, an Accept that cannot be read for instance
            response.setEntity(Problem.of(ProblemMapper.kindOf(response.getStatus())));
        }
        ProblemKind refused = null;
        if (response.getEntity() instanceof Problem refusal) {
            refused = refusal.kind();
            Problem told = isAway(request, refusal) ? away(response) : refusal;
            Problem problem = attempted.receipted(request, told, attempts);
            problem.cause().ifPresent(cause -> log(problem, operation, cause));
            response.setStatus(problem.kind().status());
            response.setEntity(words.tell(problem, wording), new Annotation[0], ProblemMapper.PROBLEM_JSON);
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        TusWords.add(request, refused, headers);
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, wording.language());
        headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        SafeHeaders.add(headers);
        if (request.getProperty(BEGAN) instanceof Long began) {
            meters.answered(operation, response.getStatus(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** An operation of the contract that nothing answers, because what it stands on is not there now. */
    private boolean isAway(ContainerRequestContext request, Problem refusal) {
        String path = request.getUriInfo().getPath();
        return request.getProperty(OPERATION) == null
                && refusal.kind().equals(ProblemKind.of(ErrorCode.NOT_FOUND))
                && inTheContract.test(request.getMethod() + (path.startsWith("/") ? " " : " /") + path);
    }

    private static Problem away(ContainerResponseContext response) {
        Problem problem = ProblemMapper.problem(new CaseException(ErrorCode.STORE_UNAVAILABLE));
        response.getHeaders()
                .putSingle(HttpHeaders.RETRY_AFTER, problem.details().get("retryAfterSeconds"));
        return problem;
    }

    /** What the platform foresees is told in a line: its places in the code say nothing to an operator. */
    private static void log(Problem problem, String operation, Throwable cause) {
        if (cause instanceof CaseException busy && busy.code() == ErrorCode.TOO_BUSY) {
            // told where it happens, once for many: senders who are not known yet must not fill the log
            return;
        }
        if (cause instanceof CaseException foreseen && foreseen.code() != ErrorCode.INTERNAL) {
            LOG.warn(
                    "{} in {}: {}; answered {}",
                    problem.kind().slug(),
                    operation,
                    problem.instance(),
                    problem.kind().status());
            return;
        }
        LOG.error("{} in {}: {}", problem.kind().slug(), operation, problem.instance(), Silenced.of(cause));
    }
}
