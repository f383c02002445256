package fr.sejour.lives;

import java.util.Optional;
import java.util.Set;

/** The house falls by itself at one step of what it writes, counted over some steps of a life. */
final class FallAt implements Kills {

    private final MortalHouse house;
    private final Set<Step> flow;
    private final int step;
    private boolean told;
    private boolean over;
    private boolean fallen;

    /** @param flow the steps of the life in which it counts */
    FallAt(MortalHouse house, Set<Step> flow, int step) {
        this.house = house;
        this.flow = flow;
        this.step = step;
    }

    @Override
    public boolean next(Step next) {
        boolean counts = flow.contains(next);
        if (told && !counts && !over && !fallen) {
            house.ask("fall\t" + Integer.MAX_VALUE);
            over = true;
        }
        return counts && !fallen && !over;
    }

    @Override
    public Optional<Answer> kill(String line) {
        if (!told) {
            house.ask("fall\t" + step);
            told = true;
        }
        Optional<Answer> answer = house.askUntilItFalls(line);
        if (answer.isEmpty()) {
            fallen = true;
            house.standAgain();
        }
        return answer;
    }

    /** Not when everything was done before it came to that step. */
    boolean fallen() {
        return fallen;
    }
}
