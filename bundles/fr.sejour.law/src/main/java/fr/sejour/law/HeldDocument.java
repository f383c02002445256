package fr.sejour.law;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.right.WorkRight;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The titre de séjour or long-stay visa in a person's hand, as the register or the person says.
 *
 * @param permit the ground it was issued on; it may be unknown to the edition
 * @param kind how it was printed; empty when nobody said, and the catalogue's kind then counts
 * @param validUntil the last day of its validity
 * @param work the work right it bears
 */
public record HeldDocument(
        PermitCode permit,
        Optional<DocumentKind> kind,
        LocalDate validFrom,
        LocalDate validUntil,
        Reading<WorkRight> work) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public HeldDocument {
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("A held document ends on or after its first day");
        }
    }
}
