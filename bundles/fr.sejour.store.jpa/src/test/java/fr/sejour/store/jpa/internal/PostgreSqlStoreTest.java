package fr.sejour.store.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.QueueRow;
import fr.sejour.persistence.internal.Migrations;
import fr.sejour.persistence.internal.UnitOnClassPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgreSqlStoreTest extends StoreContract {

    private EmbeddedPostgres server;

    @Override
    DataSource freshDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return database("contract");
    }

    private DataSource database(String name) {
        new RawDatabase(server.getPostgresDatabase()).run("CREATE DATABASE " + name);
        return server.getDatabase("postgres", name);
    }

    @Override
    boolean searchesText() {
        return true;
    }

    @Override
    Outage outage() {
        String name = "outage" + System.nanoTime();
        OpenStore open = OpenStore.on(database(name), Duration.ofSeconds(1));
        RawDatabase operator = new RawDatabase(server.getPostgresDatabase());
        return new Outage(
                open,
                () -> {
                    operator.run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
                    operator.run(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
                },
                () -> operator.run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true"));
    }

    @Test
    void what_was_kept_before_there_was_full_text_is_found_by_its_words() throws Exception {
        DataSource older = database("older");
        URL root = JpaStore.class.getProtectionDomain().getCodeSource().getLocation();
        new Migrations("db/migration", "store_migrations")
                .run(older, fr.sejour.persistence.internal.Database.behind(older), folder -> scripts(root, folder));
        RawDatabase before = new RawDatabase(older);
        before.run(
                "INSERT INTO person (person_id, family_name, given_names, birth_date, nationality, civil_status_level,"
                        + " language) VALUES ('p', 'Koné', 'Awa', DATE '1998-05-17', 'CI', 'DECLARED', 'fr')");
        before.run("INSERT INTO person_name VALUES ('p', 'kone'), ('p', 'awa')");
        before.run("INSERT INTO permit_case (case_number, version, person_id, permit, channel, address, commune,"
                + " work_authorisation, employed, filed_at, filed_on, zone, edition, status, prefecture, home_commune, facts,"
                + " collection_mode, priority, rules_bundle, rules_version, next_who, next_what, next_by, court_orders,"
                + " likely_duplicate, queue_key, journal_lines, journal_digest, notice_count) VALUES"
                + " ('0000000000000000001', 1, 'p', 'etudiant', 'ONLINE', '1 place de Verdun', '38185', FALSE, FALSE,"
                + " TIMESTAMP '2026-03-10 08:00:00', DATE '2026-03-10', 'Europe/Paris', '2026-05-01', 'FILED', '38', '38185',"
                + " 'VERIFIED', 'COUNTER', 0, 'national', '1', 'PREFECTURE', 'take-up', DATE '2026-03-20', 0, FALSE,"
                + " '9999123119202603100000000000000000001', 1, 'd', 0)");
        before.run("INSERT INTO journal (case_number, line_number, written_at, actor, what, detail, digest) VALUES"
                + " ('0000000000000000001', 1, TIMESTAMP '2026-03-10 08:00:00', 'a', 'withdraw', '', 'd')");
        before.run("INSERT INTO journal_statement VALUES ('0000000000000000001', 1, 's', 'Domicile vérifié')");

        try (OpenStore upgraded = OpenStore.on(older)) {
            for (String words : List.of("domicile verifie", "kone", "etudiant", "0000000000000000001 awa")) {
                assertThat(found(upgraded, Situations.NATIONAL, words, Optional.empty()))
                        .as(words)
                        .containsExactly(1);
            }
        }
    }

    /** The scripts before that of full text. */
    private static List<URL> scripts(URL root, String folder) {
        return UnitOnClassPath.scripts(root, folder).stream()
                .filter(script -> Integer.parseInt(script.getPath().replaceFirst(".*/V(\\d+)__.*", "$1")) < 15)
                .toList();
    }

    /** More cases than are put in order: the queue is gone through instead. */
    @Test
    void a_word_of_very_many_cases_is_found_in_the_order_of_the_queue_page_by_page() {
        RawDatabase many = new RawDatabase(server.getDatabase("postgres", "contract"));
        many.run("INSERT INTO person (person_id, family_name, given_names, birth_date, nationality, civil_status_level,"
                + " language) VALUES ('p', 'Koné', 'Awa', DATE '1998-05-17', 'CI', 'DECLARED', 'fr')");
        many.run(
                "INSERT INTO permit_case (case_number, version, person_id, permit, channel, address, commune,"
                        + " work_authorisation, employed, filed_at, filed_on, zone, edition, status, prefecture, home_commune, facts,"
                        + " collection_mode, priority, rules_bundle, rules_version, next_who, next_what, next_by, court_orders,"
                        + " likely_duplicate, queue_key, journal_lines, journal_digest, notice_count) SELECT"
                        + " lpad(n::TEXT, 19, '0'), 1, 'p', 'etudiant', 'ONLINE', '1 place de Verdun', '38185', FALSE, FALSE,"
                        + " TIMESTAMP '2026-03-10 08:00:00', DATE '2026-03-10', 'Europe/Paris', '2026-05-01', 'FILED',"
                        + " CASE n % 3 WHEN 0 THEN '38' WHEN 1 THEN '69' ELSE '75' END, '38185',"
                        + " 'VERIFIED', 'COUNTER', 0, 'national', '1', 'PREFECTURE', 'take-up', DATE '2026-03-20', 0, FALSE,"
                        + " '999912311920260310' || lpad((20000 - n)::TEXT, 19, '0'), 0, 'd', 0 FROM generate_series(1, 16000) n");

        // the highest number comes first; of the Isère every third
        assertThat(students(Situations.NATIONAL, Optional.empty())).containsExactly(16000, 15999, 15998);
        assertThat(students(Situations.agentOf(Situations.ISERE), Optional.empty()))
                .containsExactly(15999, 15996, 15993);
        assertThat(students(
                        Situations.agentOf(Situations.ISERE, Situations.RHONE),
                        Optional.of(new CaseRecords.QueueKey(
                                LocalDate.MAX,
                                false,
                                0,
                                LocalDate.of(2026, 3, 10),
                                Situations.caseNumber(20000 - 15997)))))
                .containsExactly(15996, 15994, 15993);
    }

    private long[] students(Caller caller, Optional<CaseRecords.QueueKey> after) {
        try (OpenStore contract = OpenStore.on(server.getDatabase("postgres", "contract"))) {
            return found(contract, caller, "etudiant", after);
        }
    }

    private static long[] found(OpenStore open, Caller caller, String words, Optional<CaseRecords.QueueKey> after) {
        QueueFilter filter =
                QueueFilterBuilder.builder().text(Optional.of(words)).build();
        List<QueueRow> rows = open.store()
                .read(records -> records.cases().queue(caller, List.of(), filter, Situations.THAT_DAY, after, 3));
        return rows.stream()
                .mapToLong(row -> Long.parseLong(row.number().value()))
                .toArray();
    }

    @AfterAll
    void stopTheServer() throws IOException {
        server.close();
    }
}
