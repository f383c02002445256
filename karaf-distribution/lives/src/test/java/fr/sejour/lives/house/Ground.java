package fr.sejour.lives.house;

import fr.sejour.core.port.PieceVault;
import fr.sejour.store.files.internal.FilesVault;
import fr.sejour.store.jpa.internal.OpenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.postgresql.ds.PGSimpleDataSource;

/** What a house stands on and what is left when it falls: a database, and a folder of files. Looked at past the core. */
final class Ground implements AutoCloseable {

    /** In an order in which no row is referred to any more when it goes. */
    private static final List<String> TABLES = List.of(
            "mandate",
            "share",
            "edition_effect",
            "edition_file",
            "edition",
            "bulk_line",
            "bulk_act",
            "correction_step",
            "correction",
            "recovery",
            "counter_code",
            "access_line",
            "taken_over",
            "stray_case",
            "uncovered_day",
            "court_order",
            "filing_key",
            "delivery",
            "notice",
            "paper_copy",
            "attestation",
            "journal_statement",
            "journal",
            "collection",
            "decision",
            "task",
            "clock",
            "upload",
            "piece_version",
            "evidence",
            "person_key",
            "piece",
            "former_prefecture",
            "permit_case",
            "residence",
            "held_permit",
            "person_name",
            "person");

    final OpenStore open;
    final PieceVault vault;
    private final Path files;

    /** @param database {@code derby:} and a folder, {@code memory:} and a name, or the address of a PostgreSQL database */
    Ground(String database, Path files) {
        this.files = files;
        this.open = open(database);
        this.vault = vault(files);
    }

    private static OpenStore open(String database) {
        if (database.startsWith("derby:")) {
            return OpenStore.onDerby(Path.of(database.substring("derby:".length())));
        }
        if (database.startsWith("memory:")) {
            return OpenStore.onDerbyInMemory(database.substring("memory:".length()));
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database);
        return OpenStore.on(source);
    }

    private static PieceVault vault(Path files) {
        return new FilesVault(
                answering(BundleContext.class, Map.of("karaf.base", files.toString(), "karaf.etc", files.toString())),
                answering(FilesVault.Config.class, Map.of("keepFreeMegabytes", 0)));
    }

    /** A bundle's context answers by the name of the property, a configuration by its own names and else by its defaults. */
    private static <T> T answering(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, asked) -> {
            String name = asked == null ? method.getName() : String.valueOf(asked[0]);
            Object answer = answers.get(name);
            return answer != null ? answer : method.getDefaultValue();
        }));
    }

    /** The rows, each as its values joined by a tab; null reads as {@code -}. */
    List<String> rows(String sql) {
        try (Connection connection = open.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int at = 1; at <= columns; at++) {
                    String value = found.getString(at);
                    row.append(at == 1 ? "" : "\t").append(value == null || value.isEmpty() ? "-" : value);
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void run(String sql) {
        run(List.of(sql));
    }

    private void run(List<String> statements) {
        try (Connection connection = open.source().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** Takes every row and file away, so that the next life begins on nothing. */
    void wipe() {
        run(TABLES.stream().map(table -> "DELETE FROM " + table).toList());
        for (Path kept : below("pieces/whole")) {
            remove(kept);
        }
        for (Path kept : below("pieces/uploads")) {
            remove(kept);
        }
    }

    /** Makes every file as old as the sweep wants those to be that it takes away. */
    void age() {
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        try {
            for (Path file : below("pieces")) {
                Files.setLastModifiedTime(file, longAgo);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files that the vault keeps whole. */
    Set<String> kept() {
        return below("pieces/whole").stream()
                .map(it -> it.getFileName().toString())
                .collect(Collectors.toSet());
    }

    /** The names of the files that are on their way. */
    Set<String> underWay() {
        return Stream.concat(below("pieces/uploads").stream(), below("pieces/fresh").stream())
                .map(it -> it.getFileName().toString())
                .collect(Collectors.toSet());
    }

    private List<Path> below(String folder) {
        try (Stream<Path> found = Files.walk(files.resolve(folder))) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        open.close();
    }
}
