package fr.sejour.rest.internal.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The committed contract of the API, OpenAPI 3.1. */
public final class Contract {

    private static final String FILE = "/fr/sejour/rest/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete", "patch");

    private Contract() {}

    /** The file as it is committed. */
    public static String text() {
        try (InputStream file = Contract.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The contract is missing from the bundle");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its operations below {@code /api/v1}, each as method and address: {@code GET /cases/{caseNumber}}. */
    public static Set<String> operations() {
        return Read.OPERATIONS;
    }

    /**
     * The names of the parameters that an operation takes in the query, in their order.
     *
     * @param operation its identifier: the name of the method that answers it
     */
    public static List<String> queryParameters(String operation) {
        return Read.PARAMETERS.getOrDefault(operation, List.of());
    }

    /** Read once, when first asked for. */
    private static final class Read {
        static final JsonNode CONTRACT = contract();
        static final Set<String> OPERATIONS = Collections.unmodifiableSet(read());
        static final Map<String, List<String>> PARAMETERS = parameters();
    }

    private static JsonNode contract() {
        try {
            return new ObjectMapper().readTree(text());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> read() {
        Set<String> operations = new TreeSet<>();
        Read.CONTRACT
                .path("paths")
                .forEachEntry((path, item) -> item.fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method) && item.path("servers").isMissingNode()) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    }
                }));
        return operations;
    }

    private static Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new HashMap<>();
        Read.CONTRACT
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        List<String> names = new ArrayList<>(inQuery(item.path("parameters")));
                        names.addAll(inQuery(operation.path("parameters")));
                        parameters.put(operation.path("operationId").asText(), List.copyOf(names));
                    }
                }));
        return parameters;
    }

    private static List<String> inQuery(JsonNode parameters) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : parameters) {
            JsonNode parameter = each.has("$ref")
                    ? Read.CONTRACT.at(each.path("$ref").asText().substring(1))
                    : each;
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    /** Tells whether one of its operations answers a request, given as {@code GET /cases/7503202611220000017}. */
    public static Predicate<String> answering() {
        return operations().stream()
                .map(operation -> Pattern.compile(Pattern.quote(operation).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q")))
                .map(Pattern::asMatchPredicate)
                .reduce(request -> false, Predicate::or);
    }
}
