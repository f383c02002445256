package fr.sejour.rest.internal.request;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.text.Texts;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.rest.internal.problem.BodyRefused;
import fr.sejour.rest.internal.problem.ProblemKind;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before one operation: names it, lets in who may ask, and bounds what they send. */
final class OperationGate implements ContainerRequestFilter {

    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/=-]{1,512})", Pattern.CASE_INSENSITIVE);

    private final String operation;
    private final boolean openToAll;
    private final long largestBody;
    private final ProblemKind whenTooLarge;
    private final SignIn signIn;
    private final Texts texts;

    OperationGate(
            String operation,
            boolean openToAll,
            long largestBody,
            ProblemKind whenTooLarge,
            SignIn signIn,
            Texts texts) {
        this.operation = operation;
        this.openToAll = openToAll;
        this.largestBody = largestBody;
        this.whenTooLarge = whenTooLarge;
        this.signIn = signIn;
        this.texts = texts;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(RequestEdge.OPERATION, operation);
        Optional<Caller> caller = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .map(this::caller);
        if (caller.isEmpty() && !openToAll) {
            throw new CaseException(ErrorCode.NOT_SIGNED_IN);
        }
        Wording wording = Wording.of(texts, Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        request.setSecurityContext(new Signed(new Asking(caller, wording)));
        bound(request);
    }

    private Caller caller(String authorization) {
        Matcher bearer = BEARER.matcher(authorization.strip());
        return Optional.of(bearer)
                .filter(Matcher::matches)
                .flatMap(it -> signIn.caller(it.group(1)))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_SIGNED_IN, Map.of("refused", "token")));
    }

    private void bound(ContainerRequestContext request) {
        BoundedBody body = new BoundedBody(request.getEntityStream(), largestBody, whenTooLarge);
        long announced = announced(request);
        if (announced > largestBody && request.getHeaderString("Expect") != null) {
            // the sender waits to be let in: nothing is on its way
            throw new BodyRefused(whenTooLarge);
        }
        body.announced(announced);
        request.setEntityStream(body);
    }

    /** The length that the sender announced; the container's own view of it stops at 2 GiB. */
    private static long announced(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        try {
            return header == null ? -1 : Long.parseLong(header.strip());
        } catch (NumberFormatException unreadable) {
            throw new BodyRefused(ProblemKind.BODY_UNREADABLE);
        }
    }

    /** Carries who asks to the operation. */
    private record Signed(Asking asking) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return asking;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
