package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demonstration says of itself, and how it refuses. */
@ExtendWith(TryOut.ForTests.class)
class DemonstrationTest {

    @Test
    void it_says_where_it_is_ready() {
        TryOut.distribution().awaitPrinted("The demonstration is ready");

        assertThat(TryOut.distribution().printed())
                .contains("The demonstration is ready: "
                        + TryOut.distribution().uri("/demonstration").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days=9223372036854775807",
                "days=-9223372036854775808",
                "days=9223372036854775808",
                "days=401",
                "days=-1",
                "days=",
                "until=%2B999999999-12-31",
                "until=2026-02-30",
                "",
            })
    void a_day_that_the_clock_cannot_go_to_is_refused_in_words(String form) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(TryOut.distribution().uri("/demonstration/clock"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body()).contains("day", "jour").doesNotContain("Exception");
    }
}
