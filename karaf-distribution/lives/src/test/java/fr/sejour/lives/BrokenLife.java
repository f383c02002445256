package fr.sejour.lives;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A life in which a promise was not kept: the seed, and the steps until then. */
final class BrokenLife extends AssertionError {

    private static final long serialVersionUID = 1L;

    final long seed;
    final transient List<Step> steps;
    final Broken.Promise promise;

    BrokenLife(long seed, List<Step> steps, Broken broken) {
        super("seed " + seed + ", " + broken.getMessage() + ", after " + steps.size() + " steps:\n"
                + IntStream.range(0, steps.size())
                        .mapToObj(at -> "  " + at + "  " + steps.get(at))
                        .collect(Collectors.joining("\n")));
        this.seed = seed;
        this.steps = List.copyOf(steps);
        this.promise = broken.promise;
    }
}
