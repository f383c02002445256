package fr.sejour.lives.house;

import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.util.Set;
import java.util.function.Function;

/**
 * Has the house fall at one of the steps of what it does: before and after every write inside a transaction, before and after
 * its commit, and before and after everything that the vault puts on disk. From then on nothing goes through any more.
 */
final class Fall implements Between.Hand {

    private static final Set<String> ON_DISK =
            Set.of("PieceVault.append", "PieceVault.keep", "PieceVault.discard", "PieceVault.sweep");

    /** Writes that answer whether they were done. */
    private static final Set<String> ON_CONDITION = Set.of("BulkRecords.move", "BulkRecords.settle");

    private final Runnable end;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean fallen;

    /** @param end what ends the process; where it returns, the house is dead all the same */
    Fall(Runnable end) {
        this.end = end;
    }

    /** Falls at that step from now on, counted from 1. */
    void at(int step) {
        stepsLeft = step;
    }

    /** A step that nobody between the ports would see. */
    void step() {
        stepsLeft--;
        if (stepsLeft <= 0) {
            fallen = true;
            end.run();
        }
        refuseWhatTheDeadDo();
    }

    private void refuseWhatTheDeadDo() {
        if (fallen) {
            throw new Fallen();
        }
    }

    @Override
    public Object pass(Between.Call call) throws Throwable {
        refuseWhatTheDeadDo();
        boolean counts = ON_DISK.contains(call.name())
                || ON_CONDITION.contains(call.name())
                || (call.records() != null && call.writes());
        if (!counts) {
            return call.goOn();
        }
        step();
        Object answer = call.goOn();
        step();
        return answer;
    }

    @Override
    public <T> T write(Store store, Function<Records, T> work) {
        refuseWhatTheDeadDo();
        T answer = store.write(records -> {
            T worked = work.apply(records);
            step();
            return worked;
        });
        step();
        return answer;
    }

    /** No process any more. */
    static final class Fallen extends Error {
        private static final long serialVersionUID = 1L;
    }
}
