package fr.sejour.rest.internal.request;

import fr.sejour.rest.internal.problem.ProblemKind;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every answer about an upload says, also one that no operation gives: the version of the tus protocol that is spoken. */
public final class TusWords {

    public static final String VERSION = "1.0.0";
    public static final String VERSION_HEADER = "Tus-Resumable";

    private static final Pattern UPLOADS =
            Pattern.compile("(POST /?cases/[^/]+/pieces/[^/]+/uploads)|([A-Z]+ /?uploads/[^/]+)");

    private TusWords() {}

    /** @param refusal what was refused, if anything was */
    static void add(
            ContainerRequestContext request, @Nullable ProblemKind refusal, MultivaluedMap<String, Object> headers) {
        String asked = request.getMethod() + " " + request.getUriInfo().getPath();
        if (UPLOADS.matcher(asked).matches()) {
            headers.putSingle(VERSION_HEADER, VERSION);
            if (ProblemKind.UPLOAD_PROTOCOL.equals(refusal)) {
                headers.putSingle("Tus-Version", VERSION);
            }
        }
    }
}
