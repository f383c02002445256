package fr.sejour.api.notice;

import fr.sejour.api.access.Caller;
import fr.sejour.api.person.PersonId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The messages of a person. */
@ProviderType
public interface Inbox {

    /**
     * Every message, newest first. When the person themselves reads, what was new is marked as seen.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope
     */
    List<Notice> open(Caller caller, PersonId person);
}
