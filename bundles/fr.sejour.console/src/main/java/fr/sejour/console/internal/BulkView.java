package fr.sejour.console.internal;

import java.util.List;
import java.util.Optional;

/**
 * An act on many cases and how far it has come.
 *
 * @param runnable whether it waits to be done
 * @param open whether it can be cancelled
 * @param running whether the page is worth looking at again
 */
public record BulkView(
        String path,
        String act,
        String state,
        boolean runnable,
        boolean open,
        boolean running,
        int total,
        long ready,
        long done,
        long refused,
        List<Row> rows) {

    public BulkView {
        rows = List.copyOf(rows);
    }

    /**
     * One case.
     *
     * @param problem why it cannot or could not be done
     * @param by who acted on it last
     */
    public record Row(
            String number, String path, String outcome, String tone, Optional<String> problem, Optional<String> by) {}
}
