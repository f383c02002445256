package fr.sejour.distribution.bench;

import fr.sejour.distribution.process.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The first 200 of a distribution that was never started, against the Karaf it is made from, as its authors ship it: that one speaks
 * no HTTP, so it counts until its shell answers. Starts alternate; the result is the median of their ratios. Then how much memory
 * each holds when nobody asks for anything.
 */
final class StartBench {

    private static final int PAIRS = 5;
    private static final int IDLE_SECONDS = 30;

    private StartBench() {}

    static void run() throws Exception {
        double[] ours = new double[PAIRS];
        double[] bare = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        double[] ourMemory = new double[PAIRS];
        double[] bareMemory = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            try (Distribution sejour =
                    Distribution.unpackedFor(StartBench.class).asShipped()) {
                long begin = System.nanoTime();
                sejour.start().awaitReady();
                ours[pair] = secondsSince(begin);
                ourMemory[pair] = idleMegabytes(sejour);
            }
            try (Distribution karaf = Distribution.bareKaraf(StartBench.class)) {
                long begin = System.nanoTime();
                karaf.start().awaitShell();
                bare[pair] = secondsSince(begin);
                bareMemory[pair] = idleMegabytes(karaf);
            }
            ratios[pair] = ours[pair] / bare[pair];
            System.out.printf(
                    Locale.ROOT,
                    "pair %d: Séjour %.2f s and %.0f MB, bare Karaf %.2f s and %.0f MB, ratio %.2f%n",
                    pair + 1,
                    ours[pair],
                    ourMemory[pair],
                    bare[pair],
                    bareMemory[pair],
                    ratios[pair]);
        }
        System.out.printf(
                Locale.ROOT,
                "first 200 from cold: Séjour %.2f s, bare Karaf %.2f s, ratio %.2f (gate 3, goal 2)%n",
                Round.median(ours),
                Round.median(bare),
                Round.median(ratios));
        System.out.printf(
                Locale.ROOT,
                "resident after %d s of rest: Séjour %.0f MB, bare Karaf %.0f MB%n",
                IDLE_SECONDS,
                Round.median(ourMemory),
                Round.median(bareMemory));
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double idleMegabytes(Distribution distribution) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        return Files.readAllLines(Path.of("/proc", Long.toString(distribution.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
