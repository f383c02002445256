import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Lists what the distribution really contains, as a CycloneDX bill of materials: every jar in it and every library
 * that a bundle carries inside. What Maven believes about dependencies plays no part.
 *
 * <p>Run by the build as a source file: {@code java Sbom.java <assembly folder> <version> <file to write>}.
 */
final class Sbom {
    private final Map<String, String> components = new TreeMap<>();

    public static void main(String[] arguments) throws IOException {
        Path assembly = Path.of(arguments[0]);
        Sbom sbom = new Sbom();
        try (Stream<Path> files = Files.walk(assembly)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                sbom.addFile(assembly, file);
            }
        }
        Files.writeString(Path.of(arguments[2]), sbom.json(arguments[1]));
    }

    private void addFile(Path assembly, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Path system = assembly.resolve("system");
        Coordinates found = file.startsWith(system)
                ? Coordinates.ofRepositoryPath(system.relativize(file))
                : declaredIn(content).stream().findFirst().orElse(Coordinates.ofFile(file));
        add(found, content);
        for (Coordinates inside : mergedInto(found, content)) {
            components.putIfAbsent(inside.purl(), inside.json("", ""));
        }
        for (Coordinates inside : declaredIn(content)) {
            if (!inside.sameAs(found)) {
                components.putIfAbsent(inside.purl(), inside.json("", ""));
            }
        }
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    byte[] carried = bytes(entries);
                    for (Coordinates inside : declaredIn(carried)) {
                        add(inside, carried);
                    }
                }
            }
        }
    }

    private void add(Coordinates coordinates, byte[] content) throws IOException {
        String hash = "\"hashes\":[{\"alg\":\"SHA-256\",\"content\":\"" + sha256(content) + "\"}]";
        components.put(coordinates.purl(), coordinates.json(hash, licence(content)));
    }

    /** Our bundles name the libraries whose classes they carry; one that carries any and names none is an error. */
    private static List<Coordinates> mergedInto(Coordinates bundle, byte[] jar) throws IOException {
        if (!bundle.group().equals("fr.sejour")) {
            return List.of();
        }
        String names = headers(jar).getValue("Sejour-Contains");
        if (names != null) {
            return Stream.of(names.split(","))
                    .map(name -> name.strip().split(":"))
                    .map(parts -> new Coordinates(parts[0], parts[1], parts[2], ""))
                    .toList();
        }
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("fr/sejour/")) {
                    throw new IOException(bundle.name() + " carries " + entry.getName()
                            + " but its bnd.bnd has no line Sejour-Contains: group:artifact:version, …");
                }
            }
        }
        return List.of();
    }

    private static Attributes headers(byte[] jar) throws IOException {
        try (JarInputStream entries = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = entries.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        }
    }

    private static List<Coordinates> declaredIn(byte[] jar) throws IOException {
        Map<String, Coordinates> found = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    Properties properties = new Properties();
                    properties.load(new ByteArrayInputStream(bytes(entries)));
                    Coordinates coordinates = new Coordinates(
                            properties.getProperty("groupId"),
                            properties.getProperty("artifactId"),
                            properties.getProperty("version"),
                            "");
                    found.put(coordinates.purl(), coordinates);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static String licence(byte[] jar) throws IOException {
        String licence = headers(jar).getValue("Bundle-License");
        if (licence == null) {
            return "";
        }
        return Stream.of(licence.split(","))
                .map(part -> part.split(";")[0].strip().replace("\"", ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> "{\"license\":{\"name\":" + quoted(name) + "}}")
                .collect(Collectors.joining(",", "\"licenses\":[", "]"));
    }

    private String json(String version) {
        return """
                {
                "$schema":"http://cyclonedx.org/schema/bom-1.6.schema.json",
                "bomFormat":"CycloneDX",
                "specVersion":"1.6",
                "version":1,
                "metadata":{"component":{"type":"application","bom-ref":"sejour","name":"Séjour","version":%s}},
                "components":[
                %s
                ]
                }
                """.formatted(quoted(version), String.join(",\n", components.values()));
    }

    private static byte[] bytes(InputStream content) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        content.transferTo(copy);
        return copy.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private record Coordinates(String group, String name, String version, String classifier) {
        static Coordinates ofRepositoryPath(Path path) {
            int depth = path.getNameCount();
            String name = path.getName(depth - 3).toString();
            String version = path.getName(depth - 2).toString();
            String file = path.getFileName().toString().replaceFirst("\\.jar$", "");
            String stem = name + "-" + version;
            String group =
                    path.subpath(0, depth - 3).toString().replace('/', '.').replace('\\', '.');
            return new Coordinates(
                    group, name, version, file.length() > stem.length() ? file.substring(stem.length() + 1) : "");
        }

        static Coordinates ofFile(Path file) {
            return new Coordinates("", file.getFileName().toString().replaceFirst("\\.jar$", ""), "unknown", "");
        }

        boolean sameAs(Coordinates other) {
            return group.equals(other.group) && name.equals(other.name);
        }

        String purl() {
            // what a browser runs, and no bundle of Java is of
            if (group.equals("npm")) {
                return "pkg:npm/" + name + "@" + version;
            }
            return "pkg:maven/" + group + "/" + name + "@" + version
                    + (classifier.isEmpty() ? "" : "?classifier=" + classifier);
        }

        String json(String hashes, String licences) {
            return Stream.of(
                            "\"type\":\"library\"",
                            "\"bom-ref\":" + quoted(purl()),
                            group.isEmpty() ? "" : "\"group\":" + quoted(group),
                            "\"name\":" + quoted(name),
                            "\"version\":" + quoted(version),
                            "\"purl\":" + quoted(purl()),
                            hashes,
                            licences)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }
}
