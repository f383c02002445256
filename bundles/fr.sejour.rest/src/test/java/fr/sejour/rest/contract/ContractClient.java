package fr.sejour.rest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.rest.contract.OpenApiContract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls a running API and compares what goes out and what comes back with the contract: an undocumented operation, parameter,
 * status, media type, header or member fails the test, and so does any 5xx that the test did not foresee. Safe from any
 * thread.
 */
public final class ContractClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OpenApiContract contract;
    private final URI server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param server where it runs, for example {@code http://127.0.0.1:8181}, without the path of the API */
    public ContractClient(URI server) {
        this(new OpenApiContract(), server);
    }

    public ContractClient(OpenApiContract contract, URI server) {
        this.contract = contract;
        this.server = server;
    }

    public OpenApiContract contract() {
        return contract;
    }

    /** A call to the API, by the address below its own path: {@code call("GET", "/cases?limit=10")}. */
    public Call call(String method, String address) {
        String base = contract.document().path("servers").path(0).path("url").asText();
        return new Call(method, base + address);
    }

    /** A call to what stands beside the API, by its whole path: {@code callBeside("/health/ready")}. */
    public Call callBeside(String path) {
        return new Call("GET", path);
    }

    /** A call in the making. */
    public final class Call {

        private final String method;
        private final String target;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private byte @Nullable [] body;
        private boolean keepsToTheContract = true;
        private boolean mayBeUnavailable;

        private Call(String method, String target) {
            this.method = method;
            this.target = target;
        }

        public Call bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Call json(String json) {
            return content("application/json", json.getBytes(StandardCharsets.UTF_8));
        }

        /** @param value anything Jackson writes, a map for instance */
        public Call json(Object value) {
            try {
                return json(MAPPER.writeValueAsString(value));
            } catch (JsonProcessingException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        public Call content(String mediaType, byte[] bytes) {
            this.body = bytes.clone();
            return header("Content-Type", mediaType);
        }

        /** What goes out is wrong on purpose: only what comes back is compared. */
        public Call wrongOnPurpose() {
            this.keepsToTheContract = false;
            return this;
        }

        /** The platform may be unable to serve: a documented 5xx is an answer like another. */
        public Call mayBeUnavailable() {
            this.mayBeUnavailable = true;
            return this;
        }

        public Answer send() {
            URI address = server.resolve(target);
            Optional<Operation> operation = contract.find(method, address.getPath());
            if (keepsToTheContract) {
                checkRequest(operation.orElseThrow(
                        () -> new AssertionError("The contract has no operation " + method + " " + address.getPath())));
            }
            Answer answer = sent(address);
            checkAnswer(operation, answer);
            return answer;
        }

        private Answer sent(URI address) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
            request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.headers(), response.body());
            } catch (IOException failed) {
                throw new UncheckedIOException(method + " " + address.getPath(), failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private void checkRequest(Operation operation) {
            URI address = server.resolve(target);
            List<String> faults = new ArrayList<>();
            Map<String, String> inPath = operation.match(address.getPath()).orElseThrow();
            Map<String, String> inQuery = query(address.getRawQuery());
            Map<String, String> unknown = new HashMap<>(inQuery);
            for (JsonNode reference : operation.description().path("parameters")) {
                JsonNode parameter = contract.resolved(reference);
                String name = parameter.path("name").asText();
                String value = switch (parameter.path("in").asText()) {
                    case "path" -> inPath.get(name);
                    case "query" -> inQuery.get(name);
                    default -> headers.get(name);
                };
                unknown.remove(name);
                if (value != null) {
                    contract.faultsOfText(parameter.path("schema"), value).forEach(it -> faults.add(name + ": " + it));
                } else if (parameter.path("required").asBoolean()) {
                    faults.add(name + ": required");
                }
            }
            unknown.keySet().forEach(it -> faults.add(it + ": no such parameter"));
            faults.addAll(bodyFaults(operation));
            if (!faults.isEmpty()) {
                throw new AssertionError("The request breaks the contract, " + operation.name() + ": " + faults);
            }
        }

        private List<String> bodyFaults(Operation operation) {
            JsonNode described = operation.description().path("requestBody");
            if (body == null) {
                return described.path("required").asBoolean() ? List.of("the body is missing") : List.of();
            }
            String media = headers.getOrDefault("Content-Type", "");
            JsonNode content = described.path("content").path(media);
            if (content.isMissingNode()) {
                return List.of("no such media type of the body: " + media);
            }
            return media.equals("application/json")
                    ? contract.faults(content.path("schema"), new String(body, StandardCharsets.UTF_8))
                    : List.of();
        }

        private void checkAnswer(Optional<Operation> operation, Answer answer) {
            String said = method + " " + target + " answered " + answer.status() + " " + answer.body();
            if (answer.status() >= 500 && !mayBeUnavailable) {
                throw new AssertionError(said);
            }
            if (operation.isEmpty()) {
                List<String> faults = contract.faultsAs("Problem", answer.body());
                if (answer.status() < 400 || !faults.isEmpty()) {
                    throw new AssertionError(said + " where the contract has nothing: " + faults);
                }
                return;
            }
            JsonNode described = contract.resolved(
                    operation.get().description().path("responses").path(Integer.toString(answer.status())));
            if (described.isMissingNode()) {
                throw new AssertionError(said + ": the contract does not document this status");
            }
            List<String> faults = new ArrayList<>();
            described.path("headers").forEachEntry((name, header) -> {
                Optional<String> value = answer.headers().firstValue(name);
                if (value.isPresent()) {
                    faults.addAll(contract.faultsOfText(header.path("schema"), value.get()));
                } else if (header.path("required").asBoolean()) {
                    faults.add("the header " + name + " is missing");
                }
            });
            JsonNode content = described.path("content").path(answer.mediaType());
            boolean silent =
                    described.path("content").isMissingNode() && (answer.body().isEmpty() || method.equals("HEAD"));
            if (content.isMissingNode() && !silent) {
                faults.add("no such media type of the answer: " + answer.mediaType());
            } else if (!silent && answer.mediaType().endsWith("json")) {
                faults.addAll(contract.faults(content.path("schema"), answer.body()));
            }
            if (!faults.isEmpty()) {
                throw new AssertionError(said + ": " + faults);
            }
        }
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** The last part of the problem's type, {@code not-found} for instance; empty when it is no problem. */
        public String problem() {
            return json().path("type").asText().replace("/problems/", "");
        }

        public String mediaType() {
            String type = headers.firstValue("Content-Type").orElse("");
            int end = type.indexOf(';');
            return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (raw != null) {
            for (String part : raw.split("&", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.put(decoded(name), decoded(value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
