package fr.sejour.store.jpa.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Takes deliveries into this node's hand, each into one hand only. */
interface DeliveryClaim {

    /**
     * Claims until that instant what is due and in nobody's hand, the longest due first.
     *
     * @return the identifiers of what was claimed
     */
    List<String> take(Collection<String> consumers, Instant now, Instant until, int limit);

    static DeliveryClaim of(OpenTransaction transaction) {
        return switch (transaction.database()) {
            case POSTGRESQL ->
                (consumers, now, until, limit) -> skippingLocked(transaction, consumers, now, until, limit);
            case DERBY -> (consumers, now, until, limit) -> oneByOne(transaction, consumers, now, until, limit);
        };
    }

    /** PostgreSQL: rows in another hand are passed over, so nodes never wait for each other. */
    private static List<String> skippingLocked(
            OpenTransaction transaction, Collection<String> consumers, Instant now, Instant until, int limit) {
        List<String> ids = candidates(transaction, " FOR UPDATE OF d SKIP LOCKED", consumers, now, limit);
        if (!ids.isEmpty()) {
            transaction.update(
                    "UPDATE DeliveryRow d SET d.claimedUntil = :until WHERE d.id IN :ids",
                    Map.of("until", until, "ids", ids));
        }
        return ids;
    }

    /**
     * Derby: one after the other, since a reader there waits for every row that somebody changes, and one process has the
     * database; whoever changes a row while it is nobody's has it.
     */
    private static List<String> oneByOne(
            OpenTransaction transaction, Collection<String> consumers, Instant now, Instant until, int limit) {
        transaction.inTurn();
        List<String> taken = new ArrayList<>();
        for (String id : candidates(transaction, "", consumers, now, limit)) {
            int mine = transaction.update(
                    "UPDATE DeliveryRow d SET d.claimedUntil = :until WHERE d.id = :id AND d.dueAt <= :now"
                            + " AND (d.claimedUntil IS NULL OR d.claimedUntil <= :now)",
                    Map.of("until", until, "id", id, "now", now));
            if (mine == 1) {
                taken.add(id);
            }
        }
        return taken;
    }

    private static List<String> candidates(
            OpenTransaction transaction, String locking, Collection<String> consumers, Instant now, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(now, limit));
        parameters.addAll(consumers);
        String sql = "SELECT d.delivery_id FROM delivery d WHERE d.due_at <= ?1 AND d.consumer IN ("
                + placeholders(3, consumers.size())
                + ") AND (d.claimed_until IS NULL OR d.claimed_until <= ?1) AND NOT EXISTS ("
                + "SELECT 1 FROM delivery e WHERE e.case_number = d.case_number AND e.consumer = d.consumer"
                + " AND e.case_position < d.case_position AND e.due_at IS NOT NULL)"
                + " ORDER BY d.due_at FETCH FIRST ?2 ROWS ONLY" + locking;
        return transaction.nativeRows(sql, parameters).stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    private static String placeholders(int first, int count) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add("?" + (first + i));
        }
        return String.join(", ", places);
    }
}
