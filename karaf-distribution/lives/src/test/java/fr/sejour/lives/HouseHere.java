package fr.sejour.lives;

import fr.sejour.lives.house.InThisProcess;
import fr.sejour.lives.house.Mutant;
import java.nio.file.Path;
import java.util.Optional;

/** A house in the process of the test; it falls by going dead. */
final class HouseHere implements MortalHouse, AutoCloseable {

    private final InThisProcess house;

    HouseHere(Path files, Mutant mutant) {
        house = new InThisProcess("house" + System.nanoTime(), files, mutant);
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
        house.standAgain();
    }

    @Override
    public void close() {
        house.close();
    }
}
