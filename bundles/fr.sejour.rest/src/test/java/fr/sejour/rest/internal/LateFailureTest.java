package fr.sejour.rest.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is answered where the API fails outside its operations, as Jersey does while it is changed. */
class LateFailureTest {

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi(Map.of("/api/v1/failing", new Failing()));
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @Test
    void while_operations_are_missing_whoever_asks_is_told_to_ask_again() throws Exception {
        api.whole.set(false);

        try (Logged logged = new Logged()) {
            HttpResponse<String> answer = ask();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
            assertThat(json(answer).path("type").asText()).isEqualTo("/problems/store-unavailable");
            assertThat(logged.text()).isEmpty();
        }
    }

    @Test
    void while_all_are_there_it_is_a_fault_of_ours_and_logged() throws Exception {
        api.whole.set(true);

        try (Logged logged = new Logged()) {
            HttpResponse<String> answer = ask();

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
            assertThat(json(answer).path("fault").asText()).isEqualTo("platform");
            assertThat(logged.text())
                    .containsOnlyOnce(json(answer).path("instance").asText());
        }
    }

    private static HttpResponse<String> ask() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/api/v1/failing"))
                                .build(),
                        BodyHandlers.ofString(UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return new ObjectMapper().readTree(answer.body());
    }

    /** Fails as Jersey does. */
    private static final class Failing extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(500, "Internal Server Error");
        }
    }
}
