package fr.sejour.rest.internal.request;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.text.Texts;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.rest.internal.operate.Contract;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.BodyRefused;
import fr.sejour.rest.internal.problem.ProblemKind;
import fr.sejour.rest.internal.problem.Rule;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stands before one operation: names it, lets in who may ask, and bounds what they send and ask by. */
final class OperationGate implements ContainerRequestFilter {

    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/=-]{1,512})", Pattern.CASE_INSENSITIVE);

    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z]{1,40}");

    /** The cookies of our pages, over https and without. */
    private static final List<String> SESSIONS = List.of("__Host-sejour-session", "sejour-session");

    private final String operation;
    private final boolean openToAll;
    private final boolean fromOurPages;
    private final long largestBody;
    private final ProblemKind whenTooLarge;
    private final SignIn signIn;
    private final Texts texts;

    OperationGate(
            String operation,
            boolean openToAll,
            boolean fromOurPages,
            long largestBody,
            ProblemKind whenTooLarge,
            SignIn signIn,
            Texts texts) {
        this.operation = operation;
        this.openToAll = openToAll;
        this.fromOurPages = fromOurPages;
        this.largestBody = largestBody;
        this.whenTooLarge = whenTooLarge;
        this.signIn = signIn;
        this.texts = texts;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(RequestEdge.OPERATION, operation);
        Optional<Caller> caller = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .map(this::caller)
                .or(() -> fromOurPages ? visitor(request) : Optional.empty());
        if (caller.isEmpty() && !openToAll) {
            throw new CaseException(ErrorCode.NOT_SIGNED_IN);
        }
        Wording wording = Wording.of(texts, Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        request.setSecurityContext(new Signed(new Asking(caller, wording)));
        bound(request);
        refuseWhatThereIsNot(request);
    }

    /** A parameter that nobody reads: whoever misspells a filter would get, or act on, everything that it should have left out. */
    private void refuseWhatThereIsNot(ContainerRequestContext request) {
        List<String> known = Contract.queryParameters(operation);
        names(request).filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            // a name that cannot be one of ours is not repeated, for it may be anything
            throw new BadInput(PARAMETER.matcher(name).matches() ? name : "", Rule.UNKNOWN_PARAMETER, known);
        });
    }

    private static Stream<String> names(ContainerRequestContext request) {
        try {
            return request.getUriInfo().getQueryParameters(false).keySet().stream();
        } catch (IllegalArgumentException noName) {
            return Stream.of("");
        }
    }

    private Caller caller(String authorization) {
        return token(authorization)
                .flatMap(signIn::caller)
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_SIGNED_IN, Map.of("refused", "token")));
    }

    /** The token that such a header shows (RFC 6750); empty when it is none. */
    static Optional<String> token(String authorization) {
        return Optional.of(BEARER.matcher(authorization.strip()))
                .filter(Matcher::matches)
                .map(it -> it.group(1));
    }

    /** Whoever is signed in on our pages, when one of these asks. */
    private Optional<Caller> visitor(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean ours =
                request.getHeaderString(FromOurPages.HEADER) != null && (site == null || site.equals("same-origin"));
        return SESSIONS.stream()
                .filter(name -> ours)
                .flatMap(name -> Optional.ofNullable(request.getCookies().get(name)).stream())
                .findFirst()
                .flatMap(session -> signIn.caller(session.getValue()));
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
