package fr.sejour.rest.internal.resource;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/** A file that somebody gave, as an answer: to be kept, never shown as a page of ours. */
final class Download {

    private Download() {}

    /** @param content closed once it has been sent */
    static Response of(InputStream content, String mediaType, long size, String fileName) {
        StreamingOutput sending = out -> {
            try (InputStream open = content) {
                open.transferTo(out);
            }
        };
        return Response.ok(sending)
                .type(mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .build();
    }
}
