package fr.sejour.store.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.operation.HealthCheck.Finding;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallationGateTest {

    private static final String OURS = "11111111-1111-4111-8111-111111111111";
    private static final String THEIRS = "22222222-2222-4222-8222-222222222222";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T08:00:00.123456789Z"), ZoneOffset.UTC);

    @TempDir
    Path etc;

    private OpenStore open;
    private RawDatabase raw;
    private RecordingDoor door;
    private InstallationGate gate;

    /** What the rest of the platform would have seen. */
    private static final class RecordingDoor implements InstallationGate.Door {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void open(EntityManagerFactory unit) {
            seen.add("open");
        }

        @Override
        public void close() {
            seen.add("closed");
        }
    }

    @BeforeAll
    void openTheDatabase() {
        open = OpenStore.onDerbyInMemory("gate", Duration.ofSeconds(1));
        raw = new RawDatabase(open.source());
    }

    @AfterAll
    void closeTheDatabase() {
        open.close();
    }

    @BeforeEach
    void startAnew() throws IOException {
        raw.clear();
        Files.deleteIfExists(file());
        Files.deleteIfExists(etc.resolve("sejour.installation.new"));
        door = new RecordingDoor();
        gate = new InstallationGate(file(), door, CLOCK);
    }

    @AfterEach
    void stopTheGate() {
        gate.stop();
    }

    @Test
    void whoever_stands_on_the_door_may_wait_for_a_thread_that_takes_the_unit_away() {
        AtomicReference<InstallationGate> asked = new AtomicReference<>();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        InstallationGate gated = new InstallationGate(
                file(),
                new InstallationGate.Door() {
                    @Override
                    public void open(EntityManagerFactory unit) {
                        CompletableFuture.runAsync(() -> asked.get().unitLeft(unit))
                                .orTimeout(10, TimeUnit.SECONDS)
                                .join();
                        seen.add("open");
                    }

                    @Override
                    public void close() {
                        seen.add("closed");
                    }
                },
                CLOCK);
        asked.set(gated);

        gated.unitArrived(open.unit());

        assertThat(seen).containsExactly("open", "closed");
        gated.stop();
    }

    @Test
    void an_empty_database_and_a_fresh_installation_are_given_one_identity() throws IOException {
        gate.unitArrived(open.unit());

        String identity = raw.rows("SELECT installation_id FROM installation").get(0);
        assertThat(Files.readString(file())).isEqualTo(identity + "\n");
        assertThat(raw.rows("SELECT only_row, initialised_at FROM installation"))
                .containsExactly("1|2026-03-10 08:00:00.123456");
        assertThat(door.seen).containsExactly("open");
        assertThat(gate.look())
                .isEqualTo(new Finding(true, "The database is the one of this installation, " + identity + "."));
    }

    @Test
    void the_database_of_this_installation_is_served_again() {
        inDatabase(OURS);
        inFile(OURS);

        gate.unitArrived(open.unit());

        assertThat(door.seen).containsExactly("open");
        assertThat(raw.rows("SELECT installation_id FROM installation")).containsExactly(OURS);
    }

    @Test
    void the_database_of_another_installation_is_not_served() {
        inDatabase(THEIRS);
        inFile(OURS);

        gate.unitArrived(open.unit());

        assertThat(door.seen).isEmpty();
        assertThat(gate.look().healthy()).isFalse();
        assertThat(gate.describe())
                .isEqualTo("The database is that of installation " + THEIRS + ", and the file sejour.installation says "
                        + OURS + "; nothing is served until the right database is connected, or this one is adopted.");
        assertThatThrownBy(gate::initialise).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_database_without_identity_is_not_served_by_an_installation_that_had_one() {
        inFile(OURS);

        gate.unitArrived(open.unit());

        assertThat(door.seen).isEmpty();
        assertThat(gate.look())
                .isEqualTo(
                        new Finding(
                                false,
                                "The database has no identity, and the file sejour.installation says " + OURS
                                        + "; nothing is served until the right database is connected, or this one is initialised."));
        assertThatThrownBy(gate::adopt).isInstanceOf(IllegalStateException.class);
        assertThat(raw.count("installation")).isZero();
    }

    @Test
    void a_database_with_identity_is_not_served_by_a_fresh_installation() {
        inDatabase(THEIRS);

        gate.unitArrived(open.unit());

        assertThat(door.seen).isEmpty();
        assertThat(gate.describe()).contains(THEIRS).contains("is not there");
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_database_with_people_and_without_identity_is_not_taken_for_a_fresh_one() {
        Object unused = open.store().write(records -> {
            records.people().add(Situations.aPerson(1));
            return true;
        });

        gate.unitArrived(open.unit());

        assertThat(door.seen).isEmpty();
        assertThat(gate.look().healthy()).isFalse();
        assertThat(gate.describe()).contains("initialised");

        gate.initialise();

        assertThat(door.seen).containsExactly("open");
    }

    @Test
    void initialising_gives_the_database_the_identity_of_the_file() {
        inFile(OURS);
        gate.unitArrived(open.unit());

        gate.initialise();

        assertThat(raw.rows("SELECT installation_id FROM installation")).containsExactly(OURS);
        assertThat(door.seen).containsExactly("open");
        assertThat(gate.look().healthy()).isTrue();
    }

    @Test
    void adopting_takes_the_identity_of_the_database() throws IOException {
        inDatabase(THEIRS);
        inFile(OURS);
        gate.unitArrived(open.unit());

        gate.adopt();

        assertThat(Files.readString(file())).isEqualTo(THEIRS + "\n");
        assertThat(door.seen).containsExactly("open");
    }

    @Test
    void a_stop_between_database_and_file_is_mended() throws IOException {
        inDatabase(OURS);
        Files.writeString(etc.resolve("sejour.installation.new"), OURS + "\n");

        gate.unitArrived(open.unit());

        assertThat(Files.readString(file())).isEqualTo(OURS + "\n");
        assertThat(door.seen).containsExactly("open");
    }

    @Test
    void a_file_without_an_identity_is_told() throws IOException {
        Files.writeString(file(), "\n");

        gate.unitArrived(open.unit());

        assertThat(door.seen).isEmpty();
        assertThat(gate.look())
                .isEqualTo(new Finding(false, "The file sejour.installation holds no identity of an installation."));
    }

    @Test
    void a_file_that_cannot_be_read_is_told() throws IOException {
        Files.createDirectory(file());

        gate.unitArrived(open.unit());

        assertThat(door.seen).isEmpty();
        assertThat(gate.look())
                .isEqualTo(new Finding(false, "The file sejour.installation cannot be used: IOException."));
    }

    @Test
    void the_door_closes_when_the_database_turns_out_to_be_another() {
        gate.unitArrived(open.unit());
        raw.run("UPDATE installation SET installation_id = '" + THEIRS + "'");

        Finding finding = gate.look();

        assertThat(finding.healthy()).isFalse();
        assertThat(door.seen).containsExactly("open", "closed");
    }

    @Test
    void the_door_closes_when_the_unit_leaves() {
        gate.unitArrived(open.unit());

        gate.unitLeft(open.unit());

        assertThat(door.seen).containsExactly("open", "closed");
        assertThat(gate.look()).isEqualTo(new Finding(false, "The database has not been reached yet."));
        assertThatThrownBy(gate::adopt).isInstanceOf(CaseException.class);
    }

    @Test
    void a_database_that_is_gone_is_told_and_the_door_stays_as_it_is() throws SQLException {
        try (OpenStore mine = OpenStore.onDerbyInMemory("gate-gone", Duration.ofMillis(500))) {
            gate.unitArrived(mine.unit());
            EmbeddedDataSource operator = new EmbeddedDataSource();
            operator.setDatabaseName("memory:gate-gone");
            operator.setConnectionAttributes("drop=true");
            assertThatThrownBy(operator::getConnection).isInstanceOf(SQLException.class);

            Finding finding = gate.look();

            assertThat(finding.healthy()).isFalse();
            assertThat(finding.sentence()).startsWith("The database does not answer");
            assertThat(door.seen).containsExactly("open");
        }
    }

    @Test
    void a_look_at_a_database_that_hangs_answers_within_two_seconds() {
        CountDownLatch never = new CountDownLatch(1);
        inDatabase(OURS);
        inFile(OURS);
        gate.unitArrived(open.unit());
        gate.unitLeft(open.unit());
        EntityManagerFactory hanging = (EntityManagerFactory) Proxy.newProxyInstance(
                InstallationGateTest.class.getClassLoader(),
                new Class<?>[] {EntityManagerFactory.class},
                (proxy, method, arguments) -> {
                    never.await();
                    throw new IllegalStateException("The test is over.");
                });
        Thread arrival = new Thread(() -> gate.unitArrived(hanging));
        arrival.setDaemon(true);
        arrival.start();

        for (int i = 0; i < 2; i++) {
            long before = System.nanoTime();
            Finding finding = gate.look();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            assertThat(finding.healthy()).isFalse();
        }
        never.countDown();
    }

    private Path file() {
        return etc.resolve("sejour.installation");
    }

    private void inFile(String identity) {
        try {
            Files.writeString(file(), identity + "\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inDatabase(String identity) {
        raw.run("INSERT INTO installation (only_row, installation_id, initialised_at) VALUES (1, '" + identity
                + "', CURRENT_TIMESTAMP)");
    }
}
