package fr.sejour.persistence.internal;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Opens a persistence unit as the extender does, from the class path of a test. */
public final class UnitOnClassPath {
    private UnitOnClassPath() {}

    /**
     * Migrates the database and opens the only unit of {@code META-INF/persistence.xml}.
     *
     * @param classes a class of the bundle under test, whose folder or jar has the unit and its scripts
     */
    public static EntityManagerFactory open(Class<?> classes, Migrations migrations, DataSource source)
            throws SQLException {
        URL root = classes.getProtectionDomain().getCodeSource().getLocation();
        Database database = Database.behind(source);
        migrations.run(source, database, folder -> scripts(root, folder));
        UnitDefinition unit =
                PersistenceXml.read(below(root, "META-INF/persistence.xml")).get(0);
        ClassLoader loader = Optional.ofNullable(classes.getClassLoader()).orElseGet(ClassLoader::getSystemClassLoader);
        return new ResourceLocalUnit(unit, loader, root, source)
                .open(database, unit.name() + "-" + System.identityHashCode(source));
    }

    /** The scripts of a folder, from a directory or a jar. */
    public static List<URL> scripts(URL root, String folder) {
        try {
            Path place = Path.of(root.toURI());
            if (Files.isDirectory(place)) {
                return scripts(root, folder, place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return scripts(root, folder, jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<URL> scripts(URL root, String folder, Path top) throws IOException {
        Path place = top.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(file -> below(root, folder + "/" + file.getFileName()))
                    .toList();
        }
    }

    private static URL below(URL root, String path) {
        try {
            return URI.create(root.getPath().endsWith("/") ? root + path : "jar:" + root + "!/" + path)
                    .toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
