package fr.sejour.rest.internal.resource;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What is the same for everybody, as an answer that may be kept on its way. */
final class Shared {

    /** Five minutes: a key that leaked is taken out, and nobody may go on with it for long. */
    private static final String CACHING = "public, max-age=300";

    private Shared() {}

    static Response of(Object answer) {
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, CACHING).build();
    }
}
