package fr.sejour.lives;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the time of a rehearsal goes: how often each thing was done, and how long it took in all. */
final class Spent {

    private final Map<String, Sum> sums = new HashMap<>();

    private record Sum(long times, long nanos) {

        Sum plus(Sum other) {
            return new Sum(times + other.times, nanos + other.nanos);
        }
    }

    <T> T on(String what, Supplier<T> work) {
        long from = System.nanoTime();
        try {
            return work.get();
        } finally {
            sums.merge(what, new Sum(1, System.nanoTime() - from), Sum::plus);
        }
    }

    void add(Spent other) {
        other.sums.forEach((what, sum) -> sums.merge(what, sum, Sum::plus));
    }

    /** The longest first: what, how often, seconds. */
    @Override
    public String toString() {
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Sum::nanos).reversed()))
                .map(it -> "%s=%dx%.1fs"
                        .formatted(
                                it.getKey(),
                                it.getValue().times(),
                                it.getValue().nanos() / 1e9))
                .collect(Collectors.joining(" "));
    }
}
