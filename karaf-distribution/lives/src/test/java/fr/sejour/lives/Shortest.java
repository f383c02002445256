package fr.sejour.lives;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Leaves steps of a broken life out, one after the other, as long as the same promise breaks. */
final class Shortest {

    private static final int MOST_TRIES = 120;

    private Shortest() {}

    /** @param house stands whole again each time that it is asked for */
    static BrokenLife of(Supplier<? extends AskedHouse> house, BrokenLife broken) {
        BrokenLife shortest = broken;
        int tries = 0;
        for (int at = broken.steps.size() - 2; at >= 0 && tries < MOST_TRIES; at--) {
            List<Step> without = new ArrayList<>(shortest.steps);
            without.remove(at);
            try {
                tries++;
                Trial.live(house.get(), without, Kills.NONE);
            } catch (Broken again) {
                if (again.promise == broken.promise) {
                    shortest = new BrokenLife(broken.seed, without, again);
                }
            }
        }
        return shortest;
    }
}
