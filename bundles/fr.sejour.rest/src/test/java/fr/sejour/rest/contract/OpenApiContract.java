package fr.sejour.rest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The committed contract, ready to be asked: which operations there are, and whether a value keeps to a schema. */
public final class OpenApiContract {

    private static final String FILE = "/fr/sejour/rest/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete", "patch");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    /**
     * One operation.
     *
     * @param address as it stands in the contract, below {@code server}
     * @param server the part of the address before it
     */
    public record Operation(String method, String address, String server, JsonNode description) {

        public String id() {
            return description.path("operationId").asText();
        }

        /** As {@code GET /cases/{caseNumber}}. */
        public String name() {
            return method + " " + address;
        }

        /** The values of its places in that path; empty when the path is not one of its. */
        Optional<Map<String, String>> match(String path) {
            List<String> places = new ArrayList<>();
            Matcher named = PLACE.matcher(address);
            while (named.find()) {
                places.add(named.group(1));
            }
            String shape = PLACE.matcher(server + address).replaceAll("\u0000");
            String regex = Pattern.quote(shape).replace("\u0000", "\\E([^/]+)\\Q");
            Matcher found = Pattern.compile(regex).matcher(path);
            if (!found.matches()) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < places.size(); i++) {
                values.put(places.get(i), found.group(i + 1));
            }
            return Optional.of(values);
        }
    }

    public OpenApiContract() {
        try (InputStream file = OpenApiContract.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The contract is not on the class path: depend on fr.sejour.rest");
            }
            this.document = mapper.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String server = document.path("servers").path(0).path("url").asText();
        document.path("paths")
                .forEachEntry((address, item) -> item.forEachEntry((method, description) -> {
                    if (METHODS.contains(method)) {
                        String own = item.path("servers").path(0).path("url").asText(server);
                        operations.add(new Operation(
                                method.toUpperCase(Locale.ROOT), address, own.equals("/") ? "" : own, description));
                    }
                }));
    }

    public JsonNode document() {
        return document;
    }

    /** Every operation, those beside the API included. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operations below the API's own address, as {@code GET /cases/{caseNumber}}: what the REST whiteboard has to run. */
    public Set<String> operationsOfTheApi() {
        Set<String> names = new TreeSet<>();
        operations.stream().filter(it -> !it.server().isEmpty()).forEach(it -> names.add(it.name()));
        return names;
    }

    /** The operation that answers there; empty when the contract has none. */
    public Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(it -> it.method().equals(method) && it.match(path).isPresent())
                .findFirst();
    }

    /** The node itself, or the one it refers to. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with a value, in one sentence per fault; empty when it keeps to the schema. */
    public List<String> faults(JsonNode schema, String json) {
        return compiled(schema).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** As {@link #faults(JsonNode, String)}, for a schema of the contract by its name. */
    public List<String> faultsAs(String schemaName, String json) {
        return faults(document.path("components").path("schemas").path(schemaName), json);
    }

    /** As {@link #faults(JsonNode, String)}, for a text that stands in an address or a header. */
    public List<String> faultsOfText(JsonNode schema, String text) {
        JsonNode type = resolved(schema).path("type");
        if (type.asText().equals("array")) {
            return Arrays.stream(text.split(",", -1))
                    .flatMap(item -> faultsOfText(resolved(schema).path("items"), item).stream())
                    .toList();
        }
        if (type.asText().equals("boolean") && (text.equals("true") || text.equals("false"))) {
            return List.of();
        }
        boolean number = type.asText().equals("integer") && text.matches("-?\\d{1,18}");
        try {
            return faults(schema, number ? text : mapper.writeValueAsString(text));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Schema compiled(JsonNode schema) {
        return compiled.computeIfAbsent(schema, it -> {
            ObjectNode standingAlone = it.deepCopy();
            standingAlone.set("components", document.path("components"));
            return registry.getSchema(standingAlone.toString(), InputFormat.JSON);
        });
    }
}
