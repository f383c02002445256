package fr.sejour.console.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The editions of the law that arrived, the last one first.
 *
 * @param problem why the file that was sent is not taken, in English
 */
public record EditionsView(List<Row> rows, int largestMegabytes, Optional<String> problem) {

    public EditionsView {
        rows = List.copyOf(rows);
    }

    /**
     * One edition.
     *
     * @param tone of its state, as the style sheet calls it
     * @param rehearsal what its last rehearsal found, in words
     */
    public record Row(
            String name,
            String path,
            LocalDate inForceFrom,
            LocalDate recordedOn,
            String state,
            String tone,
            String signer,
            Optional<String> rehearsal) {}
}
