package fr.sejour.distribution.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** What some clients did in a while: how often, and how long each time took. */
final class Round {

    private final double perSecond;
    private final long[] sortedNanos;

    private Round(double perSecond, long[] sortedNanos) {
        this.perSecond = perSecond;
        this.sortedNanos = sortedNanos;
    }

    double perSecond() {
        return perSecond;
    }

    /** One round: each client does its work again and again until the time is over, and fails the round by throwing. */
    static Round of(int clients, Duration length, IntFunction<Callable<?>> workOfClient)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Callable<?> work = workOfClient.apply(client);
            running.add(threads.submit(() -> timesOf(work, end)));
        }
        long[] all = new long[0];
        try {
            for (Future<long[]> each : running) {
                long[] times = each.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + times.length);
                System.arraycopy(times, 0, all, before, times.length);
            }
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(all);
        return new Round(all.length / seconds, all);
    }

    /** Several rounds of the same work, as one: the median of their rates, all their times. */
    static Round all(List<Round> rounds) {
        long[] times = rounds.stream()
                .flatMapToLong(round -> Arrays.stream(round.sortedNanos))
                .sorted()
                .toArray();
        return new Round(median(rounds.stream().mapToDouble(Round::perSecond).toArray()), times);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static long[] timesOf(Callable<?> work, long end) throws Exception {
        long[] times = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end; ) {
            work.call();
            long after = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count] = after - now;
            count++;
            now = after;
        }
        return Arrays.copyOf(times, count);
    }

    private double millisAt(double share) {
        int place = Math.min(sortedNanos.length - 1, (int) (share * sortedNanos.length));
        return sortedNanos[place] / 1e6;
    }

    /** Its figures in a line. */
    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-28s %8.1f per s   p50 %7.1f ms   p99 %7.1f ms   %,d operations",
                name,
                perSecond,
                millisAt(0.50),
                millisAt(0.99),
                sortedNanos.length);
    }
}
