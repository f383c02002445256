package fr.sejour.lives;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds in every life: two or three people and the agents of six préfectures, fifty steps drawn by chance, on the real core
 * and store in a process of their own. A life that breaks a promise says its seed and the fewest steps that still break it; put the
 * seed among the known.
 */
class LivesTest {

    /** Seeds whose lives once showed a fault. */
    private static final List<Long> KNOWN = List.of(
            16L,
            22L,
            96L,
            870495494222526424L,
            9008477237479007197L,
            -8951064856496485634L,
            -5520623381754333453L,
            1775756407686066170L,
            3237044666185967293L);

    private static final int STEPS = 50;
    private static final int LIVES = Integer.getInteger("sejour.lives");
    private static final int ON_POSTGRESQL = Integer.getInteger("sejour.lives.postgresql");
    private static final int HOUSES = Integer.getInteger("sejour.houses");
    private static final int KILLS = Integer.getInteger("sejour.kills");
    private static final int STEPS_TO_A_KILL = 8;

    private final long chance = new Random().nextLong();

    @TempDir
    Path folder;

    @Test
    void every_promise_holds_in_every_life() throws Exception {
        List<Callable<Integer>> houses = IntStream.range(0, HOUSES)
                .<Callable<Integer>>mapToObj(house -> () -> lives("memory:lives", "lives" + house, share(LIVES, house)))
                .toList();
        ExecutorService together = Executors.newFixedThreadPool(HOUSES);
        int lived = 0;
        try {
            for (Future<Integer> each : together.invokeAll(houses)) {
                lived += each.get();
            }
        } finally {
            together.shutdownNow();
        }
        assertThat(lived).isEqualTo(LIVES);
    }

    @Test
    void every_promise_holds_in_every_life_on_postgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            lives(server.getJdbcUrl("postgres", "postgres"), "postgresql", seeds(ON_POSTGRESQL));
        }
    }

    @Test
    void every_promise_holds_in_a_house_that_is_killed() throws Exception {
        Path here = Files.createDirectory(folder.resolve("killed"));
        try (ForkedHouse house =
                new ForkedHouse(here.resolve("house.log"), "derby:" + here.resolve("database"), here.toString())) {
            int kills = 0;
            for (long seed = chance; kills < KILLS; seed++) {
                KillsByChance killer = new KillsByChance(house, seed, STEPS_TO_A_KILL);
                Trial.live(house, seed, STEPS, killer);
                kills += killer.done();
            }
        }
    }

    /** Those known, and as many more as are wanted. */
    private List<Long> seeds(int most) {
        return LongStream.concat(KNOWN.stream().mapToLong(seed -> seed), new Random(chance).longs())
                .limit(most)
                .boxed()
                .toList();
    }

    private List<Long> share(int most, int house) {
        List<Long> seeds = seeds(most);
        return IntStream.range(0, seeds.size())
                .filter(at -> at % HOUSES == house)
                .mapToObj(seeds::get)
                .toList();
    }

    /** Lives in a house of their own; answers with how many. */
    private int lives(String database, String name, List<Long> seeds) throws Exception {
        Path here = Files.createDirectory(folder.resolve(name));
        try (ForkedHouse house = new ForkedHouse(here.resolve("house.log"), database, here.toString())) {
            for (long seed : seeds) {
                try {
                    Trial.live(house, seed, STEPS);
                } catch (BrokenLife broken) {
                    throw Shortest.of(() -> house, broken);
                }
            }
        }
        return seeds.size();
    }
}
