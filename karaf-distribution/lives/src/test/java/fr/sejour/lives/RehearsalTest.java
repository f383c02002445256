package fr.sejour.lives;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.lives.Stage.Judgement;
import fr.sejour.lives.Stage.Judgement.Finding;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rehearsal: many people over many days on the real core and store, judged by the law and not by the platform. A life that goes
 * wrong says its seed, what was done in it and which papers came; {@code -Dlife} plays it alone.
 */
class RehearsalTest {

    private static final int PEOPLE = Integer.getInteger("sejour.people");
    private static final int DAYS = Integer.getInteger("sejour.days");
    private static final long SEED = Long.getLong("sejour.seed");
    private static final boolean FAULTS = Boolean.getBoolean("sejour.faults");
    private static final int KILLS = Integer.getInteger("sejour.kills");
    private static final int HOUSES = Math.max(2, Integer.getInteger("sejour.houses"));
    private static final String DATABASE = System.getProperty("sejour.database");
    private static final String LIFE = System.getProperty("sejour.life", "");
    private static final long LIVES_TO_A_SEED = 1_000_000;
    private static final int MANY = 1000;
    private static final int MOST_LIVES_TOLD = 3;
    private static final int MOST_FINDINGS_TOLD = 12;
    private static final List<String> FAULT_FIGURES =
            List.of("uncovered_days", "wrong_papers", "doubled_papers", "unescalated_tasks", "locked_out", "ownerless");

    @TempDir(factory = InMemory.class)
    Path folder;

    @Test
    void everybody_holds_what_the_law_owes_them_at_every_instant() throws Exception {
        long began = System.nanoTime();
        List<Long> seeds = LIFE.isEmpty()
                ? LongStream.range(0, PEOPLE)
                        .map(person -> SEED * LIVES_TO_A_SEED + person)
                        .boxed()
                        .toList()
                : List.of(Long.parseLong(LIFE));
        Judgement all = new Judgement();
        Spent spent = new Spent();
        List<String> told = new ArrayList<>();
        AtomicInteger kills = new AtomicInteger();
        ExecutorService together = Executors.newFixedThreadPool(HOUSES);
        try (Ground ground = new Ground()) {
            // somebody alone lives in the house that is theirs among all, for each has outages of its own
            List<Callable<Played>> plays = IntStream.range(0, HOUSES)
                    .filter(house -> seeds.stream().anyMatch(life -> house(life) == house))
                    .<Callable<Played>>mapToObj(house -> () -> play(
                            ground.database(house),
                            house,
                            seeds.stream().mapToLong(life -> life).filter(life -> house(life) == house),
                            kills))
                    .toList();
            for (Future<Played> each : together.invokeAll(plays)) {
                all.add(each.get().judgement());
                told.addAll(each.get().told());
                spent.add(each.get().spent());
            }
        } finally {
            together.shutdownNow();
        }
        String line = Stream.concat(Stream.of("people", "days", "entitled_days", "papers"), FAULT_FIGURES.stream())
                .map(name -> name + "=" + all.figure(name))
                .collect(Collectors.joining(" "));
        System.out.println(line);
        System.out.printf(
                "beside: days_on_a_paper=%d days_lost_to_outages=%d tasks_looked_at=%d kills=%d seconds=%d%n",
                all.figure("days_on_a_paper"),
                all.figure("days_lost_to_outages"),
                all.figure("tasks_looked_at"),
                kills.get(),
                (System.nanoTime() - began) / 1_000_000_000);
        System.out.println("spent in all houses: " + spent);

        assertThat(all.findings).as(line + "\n" + String.join("\n", told)).isEmpty();
        if (LIFE.isEmpty()) {
            assertThat(all.figure("entitled_days") * 100)
                    .as("days on which the law gives somebody a right")
                    .isGreaterThanOrEqualTo(all.figure("days") * 60);
            assertThat(all.figure("days_on_a_paper") * 100)
                    .as("those on which it owes them a paper, for no permit is in their hand any more")
                    .isGreaterThanOrEqualTo(all.figure("days") * 40);
            assertThat(kills.get()).isGreaterThanOrEqualTo(FAULTS ? KILLS : 0);
        }
    }

    private record Played(Judgement judgement, List<String> told, Spent spent) {}

    private static int house(long life) {
        return Math.floorMod(life - SEED * LIVES_TO_A_SEED, HOUSES);
    }

    private Played play(String database, int house, LongStream seeds, AtomicInteger kills) throws Exception {
        Path here = Files.createDirectory(folder.resolve("house" + house));
        try (ForkedHouse forked = new ForkedHouse(here.resolve("house.log"), process(), database, here.toString())) {
            Stage stage = new Stage(forked, here.resolve("story.tsv"), DAYS, SEED + house)
                    .checkedEvery(PEOPLE < MANY ? 10 : 60);
            if (FAULTS) {
                stage.withFaults((KILLS + HOUSES - 1) / HOUSES);
            }
            Judgement judgement = stage.play(seeds);
            kills.addAndGet(stage.kills());
            return new Played(judgement, told(stage, judgement.findings), stage.spent());
        }
    }

    /** The second compiler earns what it costs once there are many people, and in a house that is killed only on what runs most. */
    private static List<String> process() {
        return PEOPLE < MANY
                ? List.of("-Xmx512m", "-XX:TieredStopAtLevel=1")
                : List.of(
                        "-Xmx1536m",
                        "-XX:Tier4InvocationThreshold=30000",
                        "-XX:Tier4MinInvocationThreshold=6000",
                        "-XX:Tier4CompileThreshold=90000",
                        "-XX:Tier4BackEdgeThreshold=400000");
    }

    private static List<String> told(Stage stage, List<Finding> findings) {
        List<String> told = new ArrayList<>();
        findings.stream()
                .limit(MOST_FINDINGS_TOLD)
                .forEach(found -> told.add(found.fault() + " life " + life(found) + ": " + found.how()));
        findings.stream()
                .map(Finding::person)
                .filter(person -> !person.equals("-"))
                .distinct()
                .limit(MOST_LIVES_TOLD)
                .forEach(person -> told.add("life " + OneLife.seed(person) + ":\n" + stage.lived(person)));
        return told;
    }

    private static String life(Finding found) {
        return found.person().equals("-") ? "of nobody" : String.valueOf(OneLife.seed(found.person()));
    }

    /** The databases that the houses stand on. */
    private final class Ground implements AutoCloseable {

        private final List<EmbeddedPostgres> servers = new ArrayList<>();

        String database(int house) {
            if (DATABASE.equals("derby")) {
                return "derby:" + folder.resolve("database" + house);
            }
            assertThat(DATABASE).isEqualTo("postgresql");
            try {
                // killed with the house or not, what was committed is in the server's hands: only a power cut could
                // take it, and nobody cuts it here
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("shared_buffers", "512MB")
                        .setDataDirectory(folder.resolve("server" + house))
                        .start();
                servers.add(server);
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            for (EmbeddedPostgres server : servers) {
                server.close();
            }
        }
    }
}
