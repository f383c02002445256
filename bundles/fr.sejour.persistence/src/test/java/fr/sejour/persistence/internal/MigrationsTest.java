package fr.sejour.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class MigrationsTest {
    private static final URL HERE =
            MigrationsTest.class.getProtectionDomain().getCodeSource().getLocation();
    private static final Migrations FIRST = new Migrations("db/first", "first_migrations");
    private static final Migrations SECOND = new Migrations("db/second", "second_migrations");

    @Test
    void scripts_for_every_database_and_for_this_one_run_once(TestInfo test) {
        EmbeddedDataSource source = emptyDatabase(test);

        int ran = run(FIRST, source);

        assertThat(ran).isEqualTo(2);
        assertThat(run(FIRST, source)).isZero();
    }

    @Test
    void each_bundle_has_its_own_history_and_may_arrive_later(TestInfo test) {
        EmbeddedDataSource source = emptyDatabase(test);
        run(FIRST, source);

        int ran = run(SECOND, source);

        assertThat(ran).isEqualTo(1);
        assertThat(run(FIRST, source)).isZero();
    }

    @Test
    void a_database_that_is_ahead_of_the_bundle_is_accepted(TestInfo test) {
        EmbeddedDataSource source = emptyDatabase(test);
        run(FIRST, source);

        int ran = FIRST.run(
                source,
                Database.DERBY,
                folder -> folder.endsWith("derby") ? List.of() : UnitOnClassPath.scripts(HERE, folder));

        assertThat(ran).isZero();
    }

    @Test
    void a_script_that_fails_says_which(TestInfo test) throws SQLException {
        EmbeddedDataSource source = emptyDatabase(test);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE label (other INT)");
        }

        assertThatThrownBy(() -> run(SECOND, source))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("V1__labels.sql");
    }

    @Test
    void a_header_names_folder_and_table() {
        Migrations declared = Migrations.declared("db/migration; table=store_migrations");

        assertThat(declared).isEqualTo(new Migrations("db/migration", "store_migrations"));
    }

    @Test
    void a_header_without_a_table_is_refused() {
        assertThatThrownBy(() -> Migrations.declared("db/migration"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no history table");
    }

    @Test
    void a_unit_opens_on_the_migrated_database(TestInfo test) throws SQLException {
        EmbeddedDataSource source = emptyDatabase(test);

        try (EntityManagerFactory factory = UnitOnClassPath.open(MigrationsTest.class, FIRST, source);
                EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            entities.persist(new Note(1, "Récépissé"));
            entities.getTransaction().commit();
            entities.clear();

            assertThat(entities.find(Note.class, 1L).content()).isEqualTo("Récépissé");
        }
    }

    private static int run(Migrations migrations, EmbeddedDataSource source) {
        return migrations.run(source, Database.DERBY, folder -> UnitOnClassPath.scripts(HERE, folder));
    }

    private static EmbeddedDataSource emptyDatabase(TestInfo test) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName("memory:" + test.getTestMethod().orElseThrow().getName() + ";create=true");
        return source;
    }
}
