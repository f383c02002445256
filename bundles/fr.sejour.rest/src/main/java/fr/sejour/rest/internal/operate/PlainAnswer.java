package fr.sejour.rest.internal.operate;

import fr.sejour.rest.internal.wire.SafeHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes an answer of the addresses beside the API. */
final class PlainAnswer {

    private PlainAnswer() {}

    static void write(HttpServletResponse response, int status, String mediaType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLength(bytes.length);
        SafeHeaders.ALWAYS.forEach(response::setHeader);
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", SafeHeaders.NO_STORE);
        }
        response.getOutputStream().write(bytes);
    }
}
