package fr.sejour.lives;

import fr.sejour.lives.house.InThisProcess;
import fr.sejour.lives.house.Mutant;
import java.nio.file.Path;
import java.util.Optional;

/** A house in the process of the test; it falls by going dead. */
final class HouseHere implements MortalHouse, AutoCloseable {

    private final InThisProcess house;
    private Mutant mutant = Mutant.NONE;

    HouseHere(Path files) {
        house = new InThisProcess("house" + System.nanoTime(), files);
    }

    /** The same house with that mutant in its walls. */
    HouseHere with(Mutant inItsWalls) {
        mutant = inItsWalls;
        standAgain();
        return this;
    }

    @Override
    public Answer ask(String line) {
        return askUntilItFalls(line).orElseThrow();
    }

    @Override
    public Optional<Answer> askUntilItFalls(String line) {
        return Optional.of(house.ask(line)).filter(lines -> !lines.isEmpty()).map(Answer::of);
    }

    @Override
    public void standAgain() {
        house.standAgain(mutant);
    }

    @Override
    public void close() {
        house.close();
    }
}
