package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The cases on which the clock has something to do, and what that turns on. Only the platform asks. */
@ProviderType
public interface DueRecords {

    /**
     * The next cases whose wake instant has come, the longest due first; ties by number. Their people are kept to this transaction
     * until its end, as {@link PersonRecords#hold} does it. Nobody else is waited for where {@link #passesOver} says so: a case
     * whose person is in another hand is left out, and due still.
     *
     * @param after the case that was claimed last; empty to begin
     */
    List<Due> claim(Instant now, Optional<Due> after, int limit);

    /** Whether several transactions can claim side by side; otherwise one waits for the end of the other. */
    boolean passesOver();

    /**
     * What is known of some people, in that order. Each table is asked once, however many they are; nobody of an unknown
     * identifier is there.
     */
    List<PersonFile> files(List<PersonId> people);

    /** A case that is due since an instant. */
    record Due(CaseNumber number, PersonId person, Instant at) {}
}
