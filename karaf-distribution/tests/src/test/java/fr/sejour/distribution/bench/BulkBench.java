package fr.sejour.distribution.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.distribution.process.Distribution;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One act on three thousand cases of as many people, on Derby: how long the look at it takes, and how long the act. The people and
 * their cases are made before, which takes longer.
 */
final class BulkBench {

    private static final int CASES = 3_000;
    private static final int CLIENTS = 8;
    private static final long GATE_SECONDS = 60;
    private static final String SERVICES = "services.nationaux";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Distribution distribution;
    private String token = "";

    private BulkBench(Distribution distribution) {
        this.distribution = distribution;
    }

    static void run() throws Exception {
        try (Distribution distribution =
                Distribution.unpackedFor(BulkBench.class).with("sejour-demonstration")) {
            distribution.start().awaitReady();
            new BulkBench(distribution).measure();
        }
    }

    private void measure() throws Exception {
        String code =
                distribution.get("/demonstration/code?login=" + SERVICES).body().strip();
        token = send(
                        "/api/v1/sessions",
                        "{\"login\":\"" + SERVICES + "\",\"password\":\"demonstration-sejour\",\"totp\":\"" + code
                                + "\"}",
                        201)
                .path("token")
                .asText();
        System.out.printf("%d people file in Lyon, %d at a time%n", CASES, CLIENTS);
        List<String> numbers = file();

        StringBuilder cases = new StringBuilder();
        numbers.forEach(
                number -> cases.append(cases.length() == 0 ? "" : ",").append("{\"caseNumber\":\"" + number + "\"}"));
        long began = System.nanoTime();
        JsonNode prepared = send("/api/v1/bulk-acts", "{\"act\":{\"act\":\"take-up\"},\"cases\":[" + cases + "]}", 201);
        System.out.printf(
                Locale.ROOT,
                "looked at: %d can be done, in %.1f s%n",
                prepared.path("ready").asInt(),
                seconds(began));

        began = System.nanoTime();
        String address = "/api/v1/bulk-acts/" + prepared.path("id").asText();
        JsonNode now = send(address + "/steps", "{\"what\":\"run\"}", 200);
        while (now.path("state").asText().equals("running")) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
            now = read(address);
            System.out.printf(
                    Locale.ROOT,
                    "%5.0f s: %d done, %d left%n",
                    seconds(began),
                    now.path("done").asInt(),
                    now.path("ready").asInt());
        }
        double took = seconds(began);
        int done = now.path("done").asInt();
        System.out.printf(Locale.ROOT, "%d of %d done in %.1f s (gate %d s)%n", done, CASES, took, GATE_SECONDS);
        if (done < CASES || took > GATE_SECONDS) {
            throw new IllegalStateException("The gate is missed");
        }
    }

    private List<String> file() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<String>> filings = new ArrayList<>();
            for (int at = 0; at < CASES; at++) {
                int one = at;
                filings.add(() -> fileForOne(one));
            }
            List<String> numbers = new ArrayList<>();
            for (Future<String> filed : clients.invokeAll(filings)) {
                numbers.add(filed.get());
            }
            return numbers;
        } finally {
            clients.shutdown();
        }
    }

    /** Keyed at the counter for somebody of whom the platform knows nothing, no two of them born on the same day. */
    private String fileForOne(int at) throws IOException, InterruptedException {
        LocalDate born = LocalDate.of(1985, 1, 1).plusDays(at);
        return send(
                        "/api/v1/filings",
                        "{\"newcomer\":{\"civilStatus\":{\"familyName\":\"EXEMPLE\",\"givenNames\":\"Ada\",\"birthDate\":\""
                                + born + "\",\"nationality\":\"MA\"}},\"channel\":\"counter\",\"permit\":\"etudiant\","
                                + "\"residence\":{\"address\":\"1 rue de l'Exemple\",\"commune\":\"69123\"}}",
                        201)
                .at("/case/caseNumber")
                .asText();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private JsonNode send(String path, String body, int status) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(distribution.uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        return answer(request, status);
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(distribution.uri(path)), 200);
    }

    private JsonNode answer(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
