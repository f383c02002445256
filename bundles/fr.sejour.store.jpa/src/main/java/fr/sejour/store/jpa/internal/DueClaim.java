package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.DueRecords.Due;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the people of due cases into the hand of this transaction, each into one hand only. */
interface DueClaim {

    List<Due> take(Instant now, Optional<Due> after, int limit);

    static DueClaim of(OpenTransaction transaction) {
        return switch (transaction.database()) {
            case POSTGRESQL -> (now, after, limit) -> skippingLocked(transaction, now, after, limit);
            case DERBY -> (now, after, limit) -> oneByOne(transaction, now, after, limit);
        };
    }

    /**
     * PostgreSQL: people in another hand are passed over. What came into this hand after somebody had served it is still among these:
     * its wake instant, read again, tells.
     */
    private static List<Due> skippingLocked(OpenTransaction transaction, Instant now, Optional<Due> after, int limit) {
        return candidates(
                transaction,
                " JOIN person p ON p.person_id = c.person_id",
                " FOR UPDATE OF p SKIP LOCKED",
                now,
                after,
                limit);
    }

    /**
     * Derby: one transaction after the other, since a reader there waits for every row that somebody changes. Of each case it is asked
     * again, once its person is in this hand, whether it is due.
     */
    private static List<Due> oneByOne(OpenTransaction transaction, Instant now, Optional<Due> after, int limit) {
        transaction.inTurn();
        List<Due> taken = new ArrayList<>();
        for (Due due : candidates(transaction, "", "", now, after, limit)) {
            transaction.writer().find(PersonRow.class, due.person().value(), LockModeType.PESSIMISTIC_WRITE);
            CaseRow row = transaction.lock(due.number());
            if (row.wakeAt != null && !row.wakeAt.isAfter(now)) {
                taken.add(due);
            }
        }
        return taken;
    }

    private static List<Due> candidates(
            OpenTransaction transaction, String joined, String locking, Instant now, Optional<Due> after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(now, limit));
        after.ifPresent(
                last -> parameters.addAll(List.of(last.wakeAt(), last.number().value())));
        String later = after.isPresent() ? " AND c.wake_at >= ?3 AND (c.wake_at > ?3 OR c.case_number > ?4)" : "";
        String sql = "SELECT c.case_number, c.person_id, c.wake_at FROM permit_case c" + joined
                + " WHERE c.wake_at <= ?1" + later
                + " ORDER BY c.wake_at, c.case_number FETCH FIRST ?2 ROWS ONLY" + locking;
        return transaction.nativeRows(sql, parameters).stream()
                .map(DueClaim::due)
                .toList();
    }

    private static Due due(@Nullable Object[] row) {
        return new Due(new CaseNumber(String.valueOf(row[0])), new PersonId(String.valueOf(row[1])), (Instant)
                Objects.requireNonNull(row[2]));
    }
}
