package fr.sejour.checker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {

    private static final Cases CASES = Cases.read();
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-06-20T11:30:00+02:00");
    private static final String LIST = "/api/v1/status-lists/0";

    @TempDir
    private Path folder;

    private final Map<String, String> answers = new HashMap<>();
    private volatile boolean keyAway;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String answer = answers.getOrDefault(exchange.getRequestURI().getPath(), answers.get("*"));
            byte[] body = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
            boolean away = keyAway && exchange.getRequestURI().getPath().endsWith("/paper-authority/revoked");
            exchange.sendResponseHeaders(away ? 503 : answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        answers.put("/api/v1/seal-keys", "{\"keys\":[" + CASES.table().at("/keys/own") + "]}");
        answers.put("/api/v1/signature-keys", "{\"keys\":[" + CASES.table().at("/listKeys/own") + "]}");
        answers.put("/api/v1/status-lists", "{\"status_lists\":[\"" + LIST + "\"]}");
        answers.put(LIST, list("fresh"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_was_fetched_is_enough_to_check() throws Exception {
        assertThat(fetch().end()).isEqualTo(Checker.RELIED_ON);

        assertThat(Run.of(folder, CASES.seal("student")).end()).isEqualTo(Checker.RELIED_ON);
    }

    /** The network of a hotel or a train answers everything with its own page. */
    @Test
    void a_page_that_answers_everything_takes_nothing_of_what_was_known() throws Exception {
        fetch();
        answers.clear();
        answers.put("*", "<html>Bienvenue sur le réseau</html>");

        assertThat(fetch().end()).isEqualTo(Checker.UNUSABLE);

        assertThat(Run.of(folder, CASES.seal("student")).end()).isEqualTo(Checker.RELIED_ON);
    }

    @Test
    void a_platform_whose_authority_cannot_sign_now_still_gives_what_seals_are_checked_with() throws Exception {
        keyAway = true;

        assertThat(fetch().end()).isEqualTo(Checker.RELIED_ON);

        assertThat(Run.of(folder, CASES.seal("student")).end()).isEqualTo(Checker.RELIED_ON);
    }

    @Test
    void a_list_that_nobody_known_signed_takes_nothing_of_what_was_known() throws Exception {
        fetch();
        answers.put(LIST, list("forged"));

        assertThat(fetch().end()).isEqualTo(Checker.UNUSABLE);

        assertThat(Run.of(folder, CASES.seal("student")).end()).isEqualTo(Checker.RELIED_ON);
    }

    /** An older list may still be good: a copy on the way gives it, or somebody who wants the newer one forgotten. */
    @Test
    void an_older_list_does_not_revive_a_paper_that_was_seen_to_be_ended() throws Exception {
        answers.put(LIST, list("newer, ended since"));
        Run.at(LATER, folder, "fetch", platform());
        assertThat(Run.at(LATER, folder, CASES.seal("student")).end()).isEqualTo(Checker.NOT_RELIED_ON);
        answers.put(LIST, list("fresh"));

        assertThat(Run.at(LATER, folder, "fetch", platform()).end()).isEqualTo(Checker.RELIED_ON);

        assertThat(Run.at(LATER, folder, CASES.seal("student")).end()).isEqualTo(Checker.NOT_RELIED_ON);
    }

    /** A platform whose clock was ahead once must not be remembered for ever. */
    @Test
    void a_list_of_the_future_gives_way_to_one_of_today() throws Exception {
        answers.put(LIST, list("of tomorrow"));
        fetch();
        assertThat(Run.of(folder, CASES.seal("student")).end()).isEqualTo(Checker.IN_DOUBT);
        answers.put(LIST, list("fresh"));

        fetch();

        assertThat(Run.of(folder, CASES.seal("student")).end()).isEqualTo(Checker.RELIED_ON);
    }

    @Test
    void a_list_of_a_former_key_gives_way_to_one_of_the_key_that_followed() throws Exception {
        fetch();
        answers.put("/api/v1/signature-keys", "{\"keys\":[" + CASES.table().at("/listKeys/other") + "]}");
        answers.put(LIST, list("by the other key"));

        assertThat(fetch().end()).isEqualTo(Checker.RELIED_ON);

        assertThat(Run.of(folder, CASES.seal("student")).end()).isEqualTo(Checker.RELIED_ON);
        assertThat(folder.resolve("status-list-0.jwt.part")).doesNotExist();
    }

    /** Who signs now with a key that somebody else certifies publishes no authority any more. */
    @Test
    void an_authority_that_is_not_published_any_more_is_forgotten() throws Exception {
        answers.put("/api/v1/paper-authority/certificate", "a certificate");
        fetch();
        assertThat(folder.resolve(Known.AUTHORITY)).exists();
        answers.remove("/api/v1/paper-authority/certificate");

        assertThat(fetch().end()).isEqualTo(Checker.RELIED_ON);

        assertThat(folder.resolve(Known.AUTHORITY)).doesNotExist();
    }

    private Run fetch() throws InterruptedException {
        return Run.of(folder, "fetch", platform());
    }

    private String platform() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String list(String name) {
        return CASES.table().at("/lists/" + name).asText();
    }
}
