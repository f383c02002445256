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

    /** What is due on a case. */
    enum What {
        /** A look at it. */
        LOOK("c.wake_at", "", "") {
            @Override
            boolean since(CaseRow row, Instant now) {
                return row.wakeAt != null && !row.wakeAt.isAfter(now);
            }
        },
        /** A day to be noted and nothing else. */
        UNCOVERED_DAY("c.uncovered_at", " AND (c.wake_at IS NULL OR c.wake_at > ?1)", " c.filed_at,") {
            @Override
            boolean since(CaseRow row, Instant now) {
                return row.uncoveredAt != null && !row.uncoveredAt.isAfter(now) && !LOOK.since(row, now);
            }
        };

        private final String instant;
        private final String besides;
        private final String order;

        What(String instant, String besides, String order) {
            this.instant = instant;
            this.besides = besides;
            this.order = order;
        }

        abstract boolean since(CaseRow row, Instant now);
    }

    static DueClaim of(OpenTransaction transaction, What what) {
        return switch (transaction.database()) {
            case POSTGRESQL -> (now, after, limit) -> skippingLocked(transaction, what, now, after, limit);
            case DERBY -> (now, after, limit) -> oneByOne(transaction, what, now, after, limit);
        };
    }

    /**
     * PostgreSQL: people in another hand are passed over. What came into this hand after somebody had served it is still among these:
     * its instants, read again, tell.
     */
    private static List<Due> skippingLocked(
            OpenTransaction transaction, What what, Instant now, Optional<Due> after, int limit) {
        return candidates(
                transaction,
                what,
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
    private static List<Due> oneByOne(
            OpenTransaction transaction, What what, Instant now, Optional<Due> after, int limit) {
        transaction.inTurn();
        List<Due> taken = new ArrayList<>();
        for (Due due : candidates(transaction, what, "", "", now, after, limit)) {
            transaction.writer().find(PersonRow.class, due.person().value(), LockModeType.PESSIMISTIC_WRITE);
            if (what.since(transaction.lock(due.number()), now)) {
                taken.add(due);
            }
        }
        return taken;
    }

    private static List<Due> candidates(
            OpenTransaction transaction,
            What what,
            String joined,
            String locking,
            Instant now,
            Optional<Due> after,
            int limit) {
        List<Object> parameters = new ArrayList<>(List.of(now, limit));
        after.ifPresent(
                last -> parameters.addAll(List.of(last.at(), last.number().value())));
        String instant = what.instant;
        String later =
                after.isPresent() ? " AND " + instant + " >= ?3 AND (" + instant + " > ?3 OR c.case_number > ?4)" : "";
        String sql = "SELECT c.case_number, c.person_id, " + instant + " FROM permit_case c" + joined
                + " WHERE " + instant + " <= ?1" + what.besides + later
                + " ORDER BY " + instant + "," + what.order
                + " c.case_number FETCH FIRST ?2 ROWS ONLY" + locking;
        return transaction.nativeRows(sql, parameters).stream()
                .map(DueClaim::due)
                .toList();
    }

    private static Due due(@Nullable Object[] row) {
        return new Due(new CaseNumber(String.valueOf(row[0])), new PersonId(String.valueOf(row[1])), (Instant)
                Objects.requireNonNull(row[2]));
    }
}
