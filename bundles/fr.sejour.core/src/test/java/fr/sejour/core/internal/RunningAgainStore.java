package fr.sejour.core.internal;

import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.util.function.Function;

/** Runs every work as often as the port allows, as after three deadlocks, and keeps the last run only. */
public final class RunningAgainStore implements Store {

    private static final int RUNS_AGAIN = 3;

    private final Store store;

    public RunningAgainStore(Store store) {
        this.store = store;
    }

    @Override
    public <T> T write(Function<Records, T> work) {
        for (int run = 0; run < RUNS_AGAIN; run++) {
            store.read(work);
        }
        return store.write(work);
    }

    @Override
    public <T> T read(Function<Records, T> work) {
        return store.read(work);
    }
}
