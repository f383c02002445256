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
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Speaks the API to a distribution; an answer that is not the expected one ends the benchmark. */
final class Client {

    static final String BIRTH_DATE = "1990-01-01";

    private static final String PASSWORD = "quatre mots au hasard";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Distribution distribution;

    Client(Distribution distribution) {
        this.distribution = distribution;
    }

    /** The token of somebody new, who has just signed in. */
    String newcomer() throws IOException, InterruptedException {
        String login = "bench." + UUID.randomUUID();
        post("/api/v1/accounts", "", """
                {"login":"%s","password":"%s","civilStatus":{"familyName":"EXEMPLE","givenNames":"Ada",
                "birthDate":"%s","nationality":"MA"},"contact":{"language":"fr"}}""".formatted(login, PASSWORD, BIRTH_DATE));
        return post("/api/v1/sessions", "", "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}")
                .path("token")
                .asText();
    }

    /** What a person receives who files. */
    JsonNode file(String token, String permit, String commune) throws IOException, InterruptedException {
        return post(
                "/api/v1/filings",
                token,
                "{\"permit\":\"" + permit + "\",\"residence\":{\"address\":\"1 rue de l'Exemple\",\"commune\":\""
                        + commune + "\"}}");
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        return json.readTree(send(200, request(path, token).GET()).body());
    }

    JsonNode post(String path, String token, String body) throws IOException, InterruptedException {
        return json.readTree(send(
                        201,
                        request(path, token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(body)))
                .body());
    }

    /** @param token empty for whoever is not signed in */
    HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(distribution.uri(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<byte[]> send(int expected, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != expected) {
            throw new IOException(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }
}
