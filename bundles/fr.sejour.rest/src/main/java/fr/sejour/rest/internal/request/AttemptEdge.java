package fr.sejour.rest.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptReceipt;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.attempt.Failure;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.ErrorCode.Fault;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.rest.internal.answer.AttemptReceiptAnswer;
import fr.sejour.rest.internal.problem.Problem;
import fr.sejour.rest.internal.problem.ProblemKind;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees that an act of a person that fails leaves a receipt. It goes by the address alone, for it has to know an attempt also where no
 * operation was reached. Whoever has not signed in, or not rightly, gets none: that is nobody's act yet.
 */
final class AttemptEdge {

    private static final String SENT = "fr.sejour.rest.sent";
    private static final Pattern CASE = Pattern.compile("/?cases/(\\d{19})/.*");

    private static final Map<Pattern, Attempt.Operation> OPERATIONS = Map.of(
            Pattern.compile("POST /?accounts"), Attempt.Operation.OPEN_ACCOUNT,
            Pattern.compile("POST /?people/[^/]+/link"), Attempt.Operation.LINK,
            Pattern.compile("POST /?filings"), Attempt.Operation.FILE,
            Pattern.compile("PUT /?cases/[^/]+/pieces/[^/]+"), Attempt.Operation.GIVE_PIECE,
            Pattern.compile("POST /?cases/[^/]+/pieces/[^/]+/uploads"), Attempt.Operation.GIVE_PIECE,
            Pattern.compile("PATCH /?uploads/[^/]+"), Attempt.Operation.GIVE_PIECE,
            Pattern.compile("POST /?cases/[^/]+/acts"), Attempt.Operation.ACT);

    /** Whose bodies hold a password or the code of a letter: the digest of so short a secret would give it away. */
    private static final Set<Attempt.Operation> SECRET =
            EnumSet.of(Attempt.Operation.OPEN_ACCOUNT, Attempt.Operation.LINK);

    private final ObjectMapper mapper = new ObjectMapper();

    /** Has what is sent with an attempt digested on its way, unless it is secret. */
    void begins(ContainerRequestContext request) {
        operation(request).filter(it -> !SECRET.contains(it)).ifPresent(operation -> {
            SentBody sent = new SentBody(request.getEntityStream(), operation == Attempt.Operation.FILE);
            request.setProperty(SENT, sent);
            request.setEntityStream(sent);
        });
    }

    /** The problem with the receipt for what it answers; as it was when it gives none. */
    Problem receipted(ContainerRequestContext request, Problem problem, @Nullable Attempts attempts) {
        Optional<Attempt.Operation> operation = operation(request);
        int status = problem.kind().status();
        // an upload that is elsewhere has not failed: its sender looks where it is and goes on
        boolean goesOn = problem.kind().equals(ProblemKind.of(ErrorCode.UPLOAD_ELSEWHERE));
        if (attempts == null || operation.isEmpty() || goesOn || status == 401 || status == 405 || status == 406) {
            return problem;
        }
        Optional<SentBody> sent = Optional.ofNullable((SentBody) request.getProperty(SENT));
        JsonNode body = sent.map(this::read).orElse(mapper.missingNode());
        Optional<AttemptReceipt> receipt = attempts.keep(new Failure(
                operation.get(),
                problem.kind().slug(),
                problem.kind().fault() != Fault.CALLER,
                problem.instance(),
                caller(request),
                session(request),
                behalf(body),
                subject(request, sent, body)));
        return receipt.map(it -> problem.with("attempt", AttemptReceiptAnswer.of(it)))
                .orElse(problem);
    }

    private static Optional<Attempt.Operation> operation(ContainerRequestContext request) {
        String asked = request.getMethod() + " " + request.getUriInfo().getPath();
        return OPERATIONS.entrySet().stream()
                .filter(it -> it.getKey().matcher(asked).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Caller> caller(ContainerRequestContext request) {
        return Optional.ofNullable(request.getSecurityContext())
                .map(security -> security.getUserPrincipal())
                .filter(Asking.class::isInstance)
                .flatMap(asking -> ((Asking) asking).signedIn());
    }

    private static Optional<SessionFingerprint> session(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .flatMap(OperationGate::token)
                .flatMap(SessionFingerprint::of);
    }

    private static Optional<Attempt.Behalf> behalf(JsonNode body) {
        return valid(body.path("personId").asText(), PersonId::new)
                .map(it -> new Attempt.Behalf(Optional.of(it), Optional.empty()));
    }

    private static Attempt.Subject subject(ContainerRequestContext request, Optional<SentBody> sent, JsonNode body) {
        Optional<CaseNumber> acted = Optional.of(
                        CASE.matcher(request.getUriInfo().getPath()))
                .filter(Matcher::matches)
                .flatMap(it -> valid(it.group(1), CaseNumber::new));
        Optional<PrefectureCode> prefecture = valid(
                        body.at("/residence/commune").asText(), CommuneCode::new)
                .flatMap(commune -> valid(commune, CommuneCode::prefecture));
        return new Attempt.Subject(
                valid(body.path("permit").asText(), PermitCode::new),
                acted,
                prefecture,
                sent.filter(it -> !it.isEmpty()).map(SentBody::sha256));
    }

    private JsonNode read(SentBody sent) {
        try {
            sent.finish();
            return Optional.ofNullable(mapper.readTree(sent.beginning())).orElse(mapper.nullNode());
        } catch (IOException | CaseException notReadable) {
            // it may be just this that failed
            return mapper.nullNode();
        }
    }

    private static <S, T> Optional<T> valid(S sent, Function<S, T> constructor) {
        try {
            return Optional.of(constructor.apply(sent));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
