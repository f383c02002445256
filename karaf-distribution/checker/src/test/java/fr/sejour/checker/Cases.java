package fr.sejour.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The seals, keys and lists of the table that every judgement of seals passes. */
record Cases(JsonNode table) {

    private static final Path TABLE =
            Path.of("../../bundles/fr.sejour.api/src/test/resources/fr/sejour/api/seal/checks.json");

    static Cases read() {
        try {
            return new Cases(new ObjectMapper().readTree(Files.readString(TABLE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String seal(String name) {
        return table.at("/seals/" + name).asText();
    }

    void keepIn(Path folder) throws IOException {
        Files.writeString(folder.resolve(Known.SEAL_KEYS), "{\"keys\":[" + table.at("/keys/own") + "]}");
        Files.writeString(folder.resolve(Known.LIST_KEYS), "{\"keys\":[" + table.at("/listKeys/own") + "]}");
        Files.writeString(
                folder.resolve("status-list-0.jwt"), table.at("/lists/fresh").asText());
    }
}
