package fr.sejour.distribution.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;

/** While the core is away the platform says so, and serves again when it comes back. */
@InKaraf
class CoreAwayTest {

    private static final int PATIENCE_MILLIS = 30_000;

    @Inject
    private BundleContext context;

    @Inject
    private ConfigurationAdmin configurations;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @Inside
    void without_the_core_it_is_not_ready_and_the_api_answers_that_it_cannot_serve() throws Exception {
        Bundle core = bundle("fr.sejour.core");
        core.stop(Bundle.STOP_TRANSIENT);
        try {
            HttpResponse<String> ready = awaited("/health/ready", 503);
            assertThat(ready.body())
                    .contains("\"not-ready\"")
                    .contains("the API waits for ")
                    .contains("CaseReview")
                    .doesNotContain("Exception", "\tat ");
            assertThat(get("/health/live").statusCode()).isEqualTo(200);
            for (String address : new String[] {"/cases", "/cases/0000000000000000018", "/catalogue/permits"}) {
                HttpResponse<String> away = get("/api/v1" + address);
                assertThat(away.statusCode()).as(address + " " + away.body()).isEqualTo(503);
                assertThat(away.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
                assertThat(away.headers().firstValue("Retry-After")).isPresent();
                assertThat(away.body())
                        .contains("\"/problems/", "\"messages\"", "\"fr\"", "\"en\"")
                        .doesNotContain("Exception", "\tat ");
            }
            HttpResponse<String> session = client.send(
                    HttpRequest.newBuilder(uri("/api/v1/sessions"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"login\":\"abc\",\"password\":\"quatre mots au hasard\"}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(session.statusCode()).as(session.body()).isEqualTo(503);
        } finally {
            core.start(Bundle.START_TRANSIENT);
        }

        assertThat(awaited("/health/ready", 200).body()).contains("\"ready\"");
        assertThat(get("/api/v1/catalogue/permits").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/cases").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/nowhere").statusCode()).isEqualTo(404);
    }

    /** As at a start, when the mapping of problems may come before the words that they are told in. */
    @Test
    @Inside
    void without_its_words_the_api_fails_at_no_question() throws Exception {
        Bundle text = bundle("fr.sejour.text");
        text.stop(Bundle.STOP_TRANSIENT);
        try {
            long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
            HttpResponse<String> answer = get("/api/v1/nowhere");
            while (isProblem(answer) && System.nanoTime() < end) {
                answer = get("/api/v1/nowhere");
            }
            assertThat(isProblem(answer)).isFalse();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        } finally {
            text.start(Bundle.START_TRANSIENT);
        }

        awaited("/health/ready", 200);
        assertThat(isProblem(get("/api/v1/nowhere"))).isTrue();
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findAny()
                .orElseThrow();
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    private HttpResponse<String> awaited(String path, int status) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        HttpResponse<String> answer = get(path);
        while (answer.statusCode() != status && System.nanoTime() < end) {
            Thread.onSpinWait();
            answer = get(path);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) throws IOException {
        Object port = configurations
                .getConfiguration("org.apache.felix.http", null)
                .getProperties()
                .get("org.osgi.service.http.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
