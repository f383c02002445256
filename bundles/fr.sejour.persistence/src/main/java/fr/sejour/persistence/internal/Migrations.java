package fr.sejour.persistence.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of one bundle: SQL scripts named as Flyway names them ({@code V1__a_title.sql}), and the table in
 * which the database remembers those that ran.
 *
 * <p>Scripts only add, so that the version before still runs on the newer schema: a database that is ahead of the
 * bundle is accepted.
 *
 * @param folder where the bundle has its scripts; those for one database only are in a folder below it that is named
 *     {@code derby} or {@code postgresql}
 */
public record Migrations(String folder, String table) {
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String TABLE_ATTRIBUTE = "table=";

    public Migrations {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "A history table is named with small letters, digits and underscores, not " + table);
        }
    }

    /** Reads a {@code Sejour-Migrations} header: {@code db/migration;table=store_migrations}. */
    static Migrations declared(String header) {
        String[] parts = header.split(";", -1);
        return Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(part -> part.startsWith(TABLE_ATTRIBUTE))
                .map(part -> part.substring(TABLE_ATTRIBUTE.length()))
                .findFirst()
                .map(table -> new Migrations(parts[0].strip(), table))
                .orElseThrow(() ->
                        new IllegalArgumentException("The header Sejour-Migrations names no history table: " + header));
    }

    /**
     * Runs what has not run yet, each script in a transaction where the database can.
     *
     * @param scripts the scripts directly in a folder
     * @return how many ran
     * @throws FlywayException when a script fails, or one that ran has changed since
     */
    public int run(DataSource source, Database database, Function<String, List<URL>> scripts) {
        List<LoadableResource> found = Arrays.asList(folder, folder + "/" + database.folder()).stream()
                .flatMap(place -> scripts.apply(place).stream())
                .<LoadableResource>map(Script::new)
                .toList();
        FluentConfiguration configuration = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .loggers("slf4j")
                .table(table)
                // Another bundle may have filled the schema before this one first starts.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns("*:future")
                .cleanDisabled(true)
                .placeholders(database.placeholders())
                .javaMigrationClassProvider(List::of)
                .resourceProvider(new Scripts(found));
        return new Flyway(configuration).migrate().migrationsExecuted;
    }

    private static final class Script extends LoadableResource {
        private final URL url;
        private final String name;

        Script(URL url) {
            this.url = url;
            this.name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return url.toString();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return url.toString();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }

    private record Scripts(List<LoadableResource> scripts) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return scripts.stream()
                    .filter(script -> script.getRelativePath().equals(name))
                    .findAny()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream()
                    .filter(script -> script.getFilename().startsWith(prefix))
                    .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                    .toList();
        }
    }
}
