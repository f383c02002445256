package fr.sejour.api.cases;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.right.PaperKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a judge ordered in a case.
 *
 * @param court the court, as it signs
 * @param orderedOn the day of the order
 * @param dueOn the last day to obey
 * @param paper the paper to issue; it is issued the day the order is recorded
 * @param issued the paper that was issued
 * @param doneOn when the order was obeyed; empty while something is owed
 */
public record CourtOrder(
        String court,
        LocalDate orderedOn,
        LocalDate dueOn,
        Ordered what,
        Optional<OrderedPaper> paper,
        Optional<AttestationNumber> issued,
        Optional<LocalDate> doneOn) {

    /** What has to be done. */
    public enum Ordered {
        /** Rule on the case again. */
        EXAMINE_AGAIN,
        /** Issue the permit. */
        GRANT,
        /** Issue the paper that the order names, and nothing else. */
        ISSUE_PAPER
    }

    /**
     * A paper that the order names.
     *
     * @param lastDay its last day
     * @param work whether the order lets its holder work
     */
    public record OrderedPaper(PaperKind kind, LocalDate lastDay, boolean work) {

        /** @throws IllegalArgumentException for a kind that no judge orders to hold while a case is examined */
        public OrderedPaper {
            if (kind != PaperKind.ATTESTATION_DE_PROLONGATION && kind != PaperKind.RECEPISSE) {
                throw new IllegalArgumentException("A judge orders an attestation de prolongation or a récépissé");
            }
        }
    }

    public CourtOrder issuedAs(AttestationNumber number) {
        return new CourtOrder(court, orderedOn, dueOn, what, paper, Optional.of(number), doneOn);
    }

    public CourtOrder doneOn(LocalDate day) {
        return new CourtOrder(court, orderedOn, dueOn, what, paper, issued, Optional.of(day));
    }
}
