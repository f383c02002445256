package fr.sejour.rest.internal.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.sejour.api.fault.CaseException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jetty with its 200 threads, and what becomes of them when bodies come slowly. */
class ArrivalsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Server SERVER = new Server();
    private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        CONNECTOR.setHost("127.0.0.1");
        SERVER.addConnector(CONNECTOR);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(
                new FilterHolder(new Arrivals(Duration.ofSeconds(4))), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Reader()), "/*");
        SERVER.setHandler(context);
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @ParameterizedTest
    @CsvSource({"application/octet-stream", FORM})
    void three_hundred_who_send_slowly_keep_nobody_waiting_and_are_let_go(String type) throws Exception {
        try (SlowSenders slow = new SlowSenders(200)) {
            slow.with(
                    300,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), CONNECTOR.getLocalPort()),
                    "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: 5000\r\n\r\n");

            for (int again = 0; again < 5; again++) {
                assertThat(send("GET", "", type).body()).isEqualTo("{}");
                assertThat(send("POST", "a=b", type).statusCode()).isEqualTo(200);
            }
            await().atMost(Duration.ofSeconds(15)).until(() -> slow.left() == 0);
            assertThat(slow.answers())
                    .anyMatch(answer -> answer.startsWith("HTTP/1.1 503 "))
                    .anyMatch(answer -> answer.startsWith("HTTP/1.1 400 "))
                    .noneMatch(answer -> answer.startsWith("HTTP/1.1 200 "));
        }
    }

    /** What the address and the form say, in their order, decoded as WHATWG's URL standard has it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | a=1&b=2              | {a=[1], b=[2]}",
                "?a=0&lang=fr    | a=1&a=2              | {a=[0, 1, 2], lang=[fr]}",
                "''              | n=A%C3%AFcha+d%27Or  | {n=[Aïcha d'Or]}",
                "''              | a&=b&&c=             | {=[b], a=[], c=[]}",
                "?a=1            | ''                   | {a=[1]}",
            })
    void a_form_says_what_its_sender_wrote(String query, String form, String values) throws Exception {
        HttpResponse<String> answer = send("POST", query, form, FORM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource({"a=%zz", "a=%E9", "a=%", "a=%C3"})
    void a_form_that_is_no_text_is_refused(String form) throws Exception {
        assertThat(send("POST", form, FORM).statusCode()).isEqualTo(400);
    }

    @Test
    void a_form_larger_than_any_is_refused() throws Exception {
        assertThat(send("POST", "a=" + "b".repeat(200_000), FORM).statusCode()).isEqualTo(400);
    }

    @Test
    void a_body_that_was_answered_unread_leaves_the_connection_to_the_next_request() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), CONNECTOR.getLocalPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write("POST /unread HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\n"
                    .getBytes(UTF_8));
            StringBuilder answer = new StringBuilder();
            while (!answer.toString().endsWith("unread")) {
                answer.append((char) in.read());
            }

            out.write("12345GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(UTF_8));

            assertThat(new String(in.readAllBytes(), UTF_8)).startsWith("HTTP/1.1 200 ");
        }
    }

    private static HttpResponse<String> send(String method, String body, String type) throws Exception {
        return send(method, "", body, type);
    }

    private static HttpResponse<String> send(String method, String query, String body, String type) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + CONNECTOR.getLocalPort() + "/" + query))
                        .header("Content-Type", type)
                        // longer than any answer takes, shorter than slow senders are let wait
                        .timeout(Duration.ofSeconds(3))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }

    /** Reads what is sent and says a form back. */
    private static final class Reader extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/unread")) {
                response.setContentLength(6);
                response.getWriter().write("unread");
                response.flushBuffer();
                return;
            }
            try {
                Map<String, String> said = new TreeMap<>();
                request.getParameterMap().forEach((name, values) -> said.put(name, said(values)));
                request.getInputStream().readAllBytes();
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().write(said.toString());
            } catch (CaseException busy) {
                response.sendError(503);
            } catch (IOException | RuntimeException unreadable) {
                response.sendError(400);
            }
        }

        private static String said(String[] values) {
            return Arrays.stream(values).filter(it -> !it.isEmpty()).collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
