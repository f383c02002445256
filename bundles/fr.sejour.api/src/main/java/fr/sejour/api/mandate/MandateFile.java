package fr.sejour.api.mandate;

import fr.sejour.api.cases.CaseNumber;
import java.time.Instant;
import java.util.List;

/**
 * A mandate as the person sees it.
 *
 * @param stands whether it allows anything at this moment
 * @param done what was done under it on the cases that the reader may read, oldest first
 */
public record MandateFile(Mandate mandate, boolean stands, List<Done> done) {

    public MandateFile {
        done = List.copyOf(done);
    }

    /**
     * One line of a case's journal.
     *
     * @param what its code, for example {@code filed}
     */
    public record Done(CaseNumber caseNumber, Instant at, String what) {}
}
