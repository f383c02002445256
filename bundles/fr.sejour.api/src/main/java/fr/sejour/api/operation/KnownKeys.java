package fr.sejour.api.operation;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The public keys of a file of keys, kept beside it: one a line, under the name of that file and {@code .public}. While the file itself
 * cannot be read they go on verifying what it signed, and they tell that it was in use: what was in use and is missing is never made
 * anew. Safe from any thread.
 */
public final class KnownKeys {

    private final Path path;

    public KnownKeys(Path keyFile) {
        Path whole = keyFile.toAbsolutePath();
        this.path = whole.resolveSibling(whole.getFileName() + ".public");
    }

    /** Whether the file of keys was ever in use. */
    public boolean stand() {
        return Files.exists(path);
    }

    /**
     * The members of each key when the file of keys was last read.
     *
     * @throws IOException when they stand there and cannot be read
     */
    public List<Map<String, String>> read() throws IOException {
        if (!stand()) {
            return List.of();
        }
        try {
            return Files.readAllLines(path).stream().map(KnownKeys::members).toList();
        } catch (IllegalArgumentException e) {
            throw new IOException("A line of " + this + " is no key", e);
        }
    }

    /**
     * Keeps these in the place of those before; at once, so that whoever reads finds the ones or the others.
     *
     * @throws IOException when they cannot be written
     */
    public void keep(List<Map<String, String>> keys) throws IOException {
        String lines = keys.stream().map(key -> line(key) + "\n").collect(Collectors.joining());
        if (stand() && Files.readString(path, StandardCharsets.ISO_8859_1).equals(lines)) {
            return;
        }
        Path folder = Objects.requireNonNull(path.getParent());
        Path fresh = Files.createTempFile(folder, path.getFileName() + "-", ".new");
        try {
            Files.writeString(fresh, lines);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String line(Map<String, String> key) {
        return new TreeMap<>(key)
                .entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(" "));
    }

    private static Map<String, String> members(String line) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String member : line.split(" ", -1)) {
            String[] parts = member.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("A member has a name and a value");
            }
            members.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return members;
    }

    /** Its name alone: sentences about it are read where nobody has to know the machine. */
    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
