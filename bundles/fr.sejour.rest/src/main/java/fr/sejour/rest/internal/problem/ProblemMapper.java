package fr.sejour.rest.internal.problem;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.ErrorCode.Fault;
import fr.sejour.rest.internal.answer.Codes;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The one place where whatever went wrong becomes a problem. Its words are added where the caller's language is known. */
public final class ProblemMapper {

    /** RFC 9457. */
    public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    /** What is expected of a part that the core or the sign-in desk refused. */
    private static final Map<String, Rule> RULES = Map.of(
            "password", Rule.PASSWORD,
            "birthDate", Rule.BIRTH_DATE,
            "reception.day", Rule.RECEPTION_DAY,
            "after", Rule.QUEUE_KEY,
            "content", Rule.PIECE_CONTENT);

    /** A detail of the platform whose name is a member of every problem (RFC 9457). */
    private static final Map<String, String> NAMES = Map.of("status", "caseStatus");

    /** What a caller waits before trying again when nobody knows better, in seconds. */
    private static final long USUAL_PAUSE = 30;

    private ProblemMapper() {}

    /** The answer to whatever was thrown, its problem not yet in words. */
    public static Response toResponse(Throwable thrown) {
        Throwable telling = telling(thrown);
        Problem problem = problem(telling);
        Response.ResponseBuilder response =
                Response.status(problem.kind().status()).type(PROBLEM_JSON).entity(problem);
        switch (problem.kind().status()) {
            case 401 -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(problem));
            case 405 -> response.header(HttpHeaders.ALLOW, allowed(telling));
            case 413 -> response.header("Connection", "close");
            case 429, 503 ->
                response.header(HttpHeaders.RETRY_AFTER, problem.details().get("retryAfterSeconds"));
            default -> {
                if (problem.kind().equals(ProblemKind.BODY_UNREADABLE)) {
                    response.header("Connection", "close");
                }
            }
        }
        return response.build();
    }

    /** What went wrong, before it is put into words. */
    public static Problem problem(Throwable thrown) {
        if (thrown instanceof BadInput bad) {
            return Problem.of(ProblemKind.of(ErrorCode.MALFORMED_INPUT), List.of(bad.fault()), Map.of());
        }
        if (thrown instanceof BodyRefused refused) {
            return Problem.of(refused.kind());
        }
        if (thrown instanceof CaseException refused) {
            return of(refused);
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return Problem.of(kindOf(web.getResponse().getStatus()));
        }
        if (thrown instanceof ProcessingException && isHeaderFault(thrown)) {
            return Problem.of(
                    ProblemKind.of(ErrorCode.MALFORMED_INPUT), List.of(new FieldFault("", Rule.HEADER)), Map.of());
        }
        return Problem.of(ProblemKind.of(ErrorCode.INTERNAL), Map.of(), thrown);
    }

    private static Problem of(CaseException refused) {
        ProblemKind kind = ProblemKind.of(refused.code());
        if (refused.code() == ErrorCode.NOT_FOUND) {
            // what is out of scope reads exactly like what does not exist
            return Problem.of(kind);
        }
        Map<String, Object> details = new HashMap<>();
        refused.details().forEach((name, value) -> details.put(NAMES.getOrDefault(name, name), shown(value)));
        if (kind.status() == 429 || kind.status() == 503) {
            details.putIfAbsent("retryAfterSeconds", USUAL_PAUSE);
        }
        if (kind.fault() != Fault.CALLER) {
            return Problem.of(kind, details, refused);
        }
        Object field = details.remove("field");
        List<FieldFault> faults =
                field == null ? List.of() : List.of(new FieldFault(field.toString(), rule(refused, field.toString())));
        return Problem.of(kind, faults, details);
    }

    private static Rule rule(CaseException refused, String field) {
        Rule otherwise = refused.code() == ErrorCode.CONTRADICTORY_INPUT ? Rule.CONTRADICTS : Rule.REFUSED;
        return RULES.getOrDefault(field, otherwise);
    }

    /** A Jersey type of an internal package, known by name: a header that cannot be parsed. */
    private static boolean isHeaderFault(Throwable thrown) {
        return thrown.getClass().getSimpleName().equals("HeaderValueException");
    }

    /** The kind of problem that a bare status stands for. */
    public static ProblemKind kindOf(int status) {
        return switch (status) {
            case 401 -> ProblemKind.of(ErrorCode.NOT_SIGNED_IN);
            case 403 -> ProblemKind.of(ErrorCode.NOT_YOURS_TO_DO);
            case 404 -> ProblemKind.of(ErrorCode.NOT_FOUND);
            case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
            case 406 -> ProblemKind.NOT_ACCEPTABLE;
            case 413 -> ProblemKind.BODY_TOO_LARGE;
            case 415 -> ProblemKind.of(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED);
            default -> ProblemKind.of(status < 500 ? ErrorCode.MALFORMED_INPUT : ErrorCode.INTERNAL);
        };
    }

    /** The exception of ours below whatever a library wrapped around it, or else the one thrown. */
    private static Throwable telling(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable it = thrown; it != null && seen.add(it); it = it.getCause()) {
            if (it instanceof BadInput || it instanceof BodyRefused || it instanceof CaseException) {
                return it;
            }
        }
        return thrown;
    }

    private static String challenge(Problem problem) {
        boolean badToken = "token".equals(problem.details().get("refused"));
        return "Bearer realm=\"sejour\"" + (badToken ? ", error=\"invalid_token\"" : "");
    }

    private static String allowed(Throwable thrown) {
        Set<String> methods = thrown instanceof WebApplicationException web
                ? web.getResponse().getAllowedMethods()
                : Set.of();
        return methods.stream()
                .map(it -> it.toUpperCase(Locale.ROOT))
                .filter(it -> !it.equals("OPTIONS"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Codes as the contract writes them; anything but numbers, truth values and lists as text. */
    private static Object shown(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Enum<?> code) {
            return Codes.of(code);
        }
        if (value instanceof Iterable<?> several) {
            return StreamSupport.stream(several.spliterator(), false)
                    .map(ProblemMapper::shown)
                    .toList();
        }
        return value.toString();
    }
}
