package fr.sejour.rest.internal.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
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

    /** Read once, when first asked for. */
    private static final class Read {
        static final Set<String> OPERATIONS = Collections.unmodifiableSet(read());
    }

    private static Set<String> read() {
        Set<String> operations = new TreeSet<>();
        try {
            JsonNode paths = new ObjectMapper().readTree(text()).path("paths");
            paths.forEachEntry((path, item) -> item.fieldNames().forEachRemaining(method -> {
                if (METHODS.contains(method) && item.path("servers").isMissingNode()) {
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + path);
                }
            }));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return operations;
    }

    /** Tells whether one of its operations answers a request, given as {@code GET /cases/7503202611220000017}. */
    public static Predicate<String> answering() {
        return operations().stream()
                .map(operation -> Pattern.compile(Pattern.quote(operation).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q")))
                .map(Pattern::asMatchPredicate)
                .reduce(request -> false, Predicate::or);
    }
}
