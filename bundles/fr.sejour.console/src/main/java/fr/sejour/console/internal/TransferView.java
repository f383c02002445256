package fr.sejour.console.internal;

import fr.sejour.web.page.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The cases on offer.
 *
 * @param missed what could not be received, each with why
 */
public record TransferView(List<Row> rows, List<String> missed, Optional<String> done) {

    public TransferView {
        rows = List.copyOf(rows);
        missed = List.copyOf(missed);
    }

    /** One case on offer. */
    public record Row(
            String number,
            String path,
            String name,
            String permit,
            LocalDate filedOn,
            String from,
            String to,
            String reason,
            Due by) {}
}
