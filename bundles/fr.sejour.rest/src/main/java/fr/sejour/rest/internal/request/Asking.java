package fr.sejour.rest.internal.request;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.rest.internal.answer.Wording;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/**
 * Who asks, and in which words they want the answer. Every operation gets one, also where nobody has to be signed in.
 *
 * @param signedIn empty when the request came without a token
 */
public record Asking(Optional<Caller> signedIn, Wording wording) implements Principal {

    /** The one that the gate of the operation has put there. */
    public static Asking of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Asking asking) {
            return asking;
        }
        throw new IllegalStateException("An operation was reached without passing its gate");
    }

    /** @throws CaseException {@code NOT_SIGNED_IN} */
    public Caller caller() {
        return signedIn.orElseThrow(() -> new CaseException(ErrorCode.NOT_SIGNED_IN));
    }

    @Override
    public String getName() {
        return signedIn.map(it -> it.account().value()).orElse("");
    }
}
