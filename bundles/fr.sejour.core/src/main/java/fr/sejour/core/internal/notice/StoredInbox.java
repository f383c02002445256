package fr.sejour.core.internal.notice;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.notice.Inbox;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The inbox over the store. */
@Component
public final class StoredInbox implements Inbox {

    private final Store store;
    private final Clock clock;

    @Activate
    public StoredInbox(@Reference Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Notice> open(Caller caller, PersonId person) {
        List<Notice> notices = store.read(records -> notices(records, caller, person));
        Set<String> fresh = notices.stream()
                .filter(notice -> notice.seenAt().isEmpty())
                .map(Notice::id)
                .collect(Collectors.toSet());
        if (!fresh.isEmpty() && caller.speaksFor(person)) {
            store.write(records -> {
                records.notices().seen(person, fresh, clock.instant());
                return person;
            });
        }
        return notices;
    }

    private static List<Notice> notices(Records records, Caller caller, PersonId person) {
        if (records.people().find(caller, person).isEmpty()) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return records.notices().ofPerson(person);
    }
}
