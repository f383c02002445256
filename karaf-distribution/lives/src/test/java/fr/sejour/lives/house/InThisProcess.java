package fr.sejour.lives.house;

import java.nio.file.Path;
import java.util.List;

/** A house in the process of the test, on a database in memory. */
public final class InThisProcess implements AutoCloseable {

    private final Ground ground;
    private Counter counter;

    public InThisProcess(String name, Path files) {
        ground = new Ground("memory:" + name, files);
        standAgain(Mutant.NONE);
    }

    /** Nothing when the house falls before it has answered. */
    public List<String> ask(String line) {
        try {
            return counter.serve(line);
        } catch (Fall.Fallen fallen) {
            return List.of();
        }
    }

    /** Another house on the same ground, with that mutant in its walls. */
    public void standAgain(Mutant mutant) {
        counter = Counter.on(ground, mutant, new Fall(() -> {}));
    }

    @Override
    public void close() {
        ground.close();
    }
}
