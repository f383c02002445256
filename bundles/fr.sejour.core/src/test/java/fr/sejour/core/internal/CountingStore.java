package fr.sejour.core.internal;

import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.util.function.Function;

/** Counts the transactions that wrote something and were kept. */
public final class CountingStore implements Store {

    private final Store store;
    private int written;

    public CountingStore(Store store) {
        this.store = store;
    }

    public int written() {
        return written;
    }

    @Override
    public <T> T write(Function<Records, T> work) {
        T result = store.write(work);
        written++;
        return result;
    }

    @Override
    public <T> T read(Function<Records, T> work) {
        return store.read(work);
    }
}
