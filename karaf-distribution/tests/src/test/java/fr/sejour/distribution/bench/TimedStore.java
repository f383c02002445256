package fr.sejour.distribution.bench;

import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** A store that knows how long its callers were in it, and how long in work of their own; hands side by side add up. */
final class TimedStore implements Store {

    private final Store store;
    private final LongAdder inTheStore = new LongAdder();
    private final LongAdder inTheWork = new LongAdder();

    TimedStore(Store store) {
        this.store = store;
    }

    void reset() {
        inTheStore.reset();
        inTheWork.reset();
    }

    /** The share of the time that went to the records: reading, keeping, committing. */
    double dataShare() {
        double data = inTheStore.sum();
        return data / (data + inTheWork.sum());
    }

    @Override
    public <T> T write(Function<Records, T> work) {
        return timed(work, true);
    }

    @Override
    public <T> T read(Function<Records, T> work) {
        return timed(work, false);
    }

    private <T> T timed(Function<Records, T> work, boolean writes) {
        LongAdder own = new LongAdder();
        Function<Records, T> watched = records -> {
            LongAdder asked = new LongAdder();
            long begin = System.nanoTime();
            try {
                return work.apply(watching(Records.class, records, asked));
            } finally {
                own.add(System.nanoTime() - begin - asked.sum());
            }
        };
        long begin = System.nanoTime();
        try {
            return writes ? store.write(watched) : store.read(watched);
        } finally {
            inTheStore.add(System.nanoTime() - begin - own.sum());
            inTheWork.add(own.sum());
        }
    }

    /** The records, or one shelf of them, whose calls are counted. */
    private static <S> S watching(Class<S> type, S shelf, LongAdder asked) {
        return type.cast(Proxy.newProxyInstance(
                TimedStore.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    long begin = System.nanoTime();
                    try {
                        Object answer = method.invoke(shelf, arguments);
                        return type == Records.class ? watchingShelf(method.getReturnType(), answer, asked) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        asked.add(System.nanoTime() - begin);
                    }
                }));
    }

    private static <S> Object watchingShelf(Class<S> type, Object shelf, LongAdder asked) {
        return watching(type, type.cast(shelf), asked);
    }
}
