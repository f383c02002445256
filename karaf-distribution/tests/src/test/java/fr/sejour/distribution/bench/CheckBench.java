package fr.sejour.distribution.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.distribution.process.Distribution;
import fr.sejour.distribution.process.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Checks of papers by code and birth date, each answered from the record and signed, against a bare Jetty that takes the same requests
 * and gives the bytes of one such answer. Rounds alternate, and the result is the median of their ratios.
 */
final class CheckBench {

    private static final int CLIENTS = 16;
    private static final int PEOPLE = 200;
    private static final int PAIRS = 5;
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final Client client;
    private final Distribution distribution;
    private final List<String> questions = new ArrayList<>();

    private CheckBench(Distribution distribution) {
        this.distribution = distribution;
        this.client = new Client(distribution);
    }

    static void run() throws Exception {
        System.setProperty("http.maxConnections", String.valueOf(CLIENTS));
        System.out.printf(
                "Checks by %d clients of the papers of %d people, %d pairs of rounds of %d s; client and server share this machine%n",
                CLIENTS, PEOPLE, PAIRS, ROUND.toSeconds());
        try (PostgresServer postgres = PostgresServer.start();
                Distribution distribution =
                        Distribution.unpackedFor(CheckBench.class).asShipped().on(postgres)) {
            System.out.printf("%nPostgreSQL%n");
            new CheckBench(distribution).measure();
        }
        try (Distribution distribution =
                Distribution.unpackedFor(CheckBench.class).asShipped()) {
            System.out.printf("%nDerby%n");
            new CheckBench(distribution).measure();
        }
    }

    private void measure() throws Exception {
        distribution.start().awaitReady();
        for (int person = 0; person < PEOPLE; person++) {
            String token = client.newcomer();
            JsonNode paper =
                    client.file(token, "vpf_conjoint_francais", "69123").at("/papers/0");
            String code = client.get(
                            "/api/v1/attestations/" + paper.path("number").asText(), token)
                    .path("checkCode")
                    .asText();
            questions.add("{\"code\":\"" + code + "\",\"birthDate\":\"" + Client.BIRTH_DATE + "\"}");
        }
        URI checks = distribution.uri("/api/v1/checks");
        Path answer = Files.write(distribution.home().resolve("answer.json"), ask(checks));
        Process plain = new ProcessBuilder(
                        "java",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        PlainAnswers.class.getName(),
                        answer.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = plain.inputReader()) {
            alternate(checks, URI.create("http://127.0.0.1:" + said.readLine() + "/"));
        } finally {
            plain.destroyForcibly();
        }
    }

    private void alternate(URI checks, URI plain) throws Exception {
        List<Round> checked = new ArrayList<>();
        List<Round> answered = new ArrayList<>();
        double[] ratios = new double[PAIRS];
        // The first pair warms both up and does not count.
        for (int pair = -1; pair < PAIRS; pair++) {
            Round ours = asking(checks);
            Round theirs = asking(plain);
            if (pair >= 0) {
                checked.add(ours);
                answered.add(theirs);
                ratios[pair] = ours.perSecond() / theirs.perSecond();
                System.out.printf(
                        Locale.ROOT,
                        "pair %d: %.1f and %.1f per s, ratio %.3f%n",
                        pair + 1,
                        ours.perSecond(),
                        theirs.perSecond(),
                        ratios[pair]);
            }
        }
        System.out.println(Round.all(checked).line("POST /api/v1/checks"));
        System.out.println(Round.all(answered).line("bare Jetty, the same bytes"));
        System.out.printf(Locale.ROOT, "ratio %.3f (gate 0.20)%n", Round.median(ratios));
    }

    private Round asking(URI server) throws InterruptedException, ExecutionException {
        return Round.of(CLIENTS, ROUND, at -> () -> ask(server));
    }

    /** By the older client of Java: the newer takes an answer that comes within a fraction of a millisecond for a stray one. */
    private byte[] ask(URI server) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) server.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        String question = questions.get(ThreadLocalRandom.current().nextInt(questions.size()));
        connection.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
        if (connection.getResponseCode() != 200) {
            throw new IOException(server + " answers " + connection.getResponseCode());
        }
        try (InputStream answer = connection.getInputStream()) {
            return answer.readAllBytes();
        }
    }
}
