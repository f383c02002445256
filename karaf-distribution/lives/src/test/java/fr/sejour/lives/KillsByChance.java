package fr.sejour.lives;

import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The process is killed once in so many of the steps that write, at some instant after it was asked. */
final class KillsByChance implements Kills {

    private static final Set<String> WRITE = Set.of("file", "act", "give", "part", "move", "pass");
    private static final int LONGEST_MILLIS = 30;

    private final ForkedHouse house;
    private final Random random;
    private final int oneIn;
    private int done;

    KillsByChance(ForkedHouse house, long seed, int oneIn) {
        this.house = house;
        this.random = new Random(seed);
        this.oneIn = oneIn;
    }

    @Override
    public boolean next(Step step) {
        return WRITE.contains(step.verb()) && random.nextInt(oneIn) == 0;
    }

    @Override
    public Optional<Answer> kill(String line) {
        Optional<Answer> answer = house.askAndKill(line, (long) (random.nextDouble() * LONGEST_MILLIS * 1_000_000));
        house.standAgain();
        done++;
        return answer;
    }

    int done() {
        return done;
    }
}
