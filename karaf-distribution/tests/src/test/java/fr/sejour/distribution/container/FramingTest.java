package fr.sejour.distribution.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers of one byte stream must never see two different requests in it. */
@InKaraf
class FramingTest {
    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 34\r\n\r\n",
                "Content-Length: 0, 34\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: 34\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
            })
    void headers_that_frame_a_body_in_two_ways_are_refused_and_the_connection_closed(String rest, Karaf karaf)
            throws IOException {
        String answer = answerTo(karaf, "POST /nowhere HTTP/1.1\r\nHost: a\r\n" + rest + HIDDEN);

        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("\tat ", "Exception");
        assertThat(answersIn(answer)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1;a=\"\n\"\r\nx\r\n0\r\n\r\n",
                "1;\n\r\nx\r\n0\r\n\r\n",
                "-1\r\nx\r\n0\r\n\r\n",
                "0x1\r\nx\r\n0\r\n\r\n",
                "1\r\nxx0\r\n\r\n",
                "ffffffffffffffff1\r\nx\r\n0\r\n\r\n",
            })
    void a_broken_chunk_ends_the_connection_and_hides_no_request(String chunks, Karaf karaf) throws IOException {
        String answer = answerTo(
                karaf, "POST /nowhere HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + HIDDEN);

        assertThat(answer).doesNotContain("\tat ", "Exception");
        assertThat(answersIn(answer)).isLessThanOrEqualTo(1);
    }

    /** All that comes back until the server closes. */
    private static String answerTo(Karaf karaf, String request) throws IOException {
        URI place = karaf.uri("/");
        try (Socket socket = new Socket(InetAddress.getByName(place.getHost()), place.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static int answersIn(String answer) {
        return answer.split("HTTP/1\\.1 \\d", -1).length - 1;
    }
}
