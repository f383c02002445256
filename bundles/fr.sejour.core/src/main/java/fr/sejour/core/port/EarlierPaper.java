package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Validity;
import java.time.Instant;
import java.util.Optional;

/**
 * A paper that a system before this one issued for a case that was taken over from it: a proof in its holder's hand, which this
 * platform neither made nor can vouch for. It bears no check code of ours.
 *
 * @param number the number printed on it; with the case it is what the paper is known by
 * @param endedAt when it stopped before its last day
 */
public record EarlierPaper(
        CaseNumber caseNumber, PaperKind kind, String number, Validity validity, Optional<Instant> endedAt) {

    /** @throws IllegalArgumentException when the number is not 1 to 40 letters, digits, hyphens or slashes */
    public EarlierPaper {
        if (!number.matches("[A-Za-z0-9/-]{1,40}")) {
            throw new IllegalArgumentException("The number of a paper has 1 to 40 letters, digits, hyphens or slashes");
        }
    }

    /** The same paper, stopped. */
    public EarlierPaper ended(Instant at) {
        return new EarlierPaper(caseNumber, kind, number, validity, Optional.of(at));
    }

    /** Whether it is that paper, whatever has become of it. */
    public boolean isSameAs(EarlierPaper other) {
        return caseNumber.equals(other.caseNumber) && number.equals(other.number);
    }
}
