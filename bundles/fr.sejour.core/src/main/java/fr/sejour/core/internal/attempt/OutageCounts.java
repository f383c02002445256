package fr.sejour.core.internal.attempt;

import fr.sejour.api.attempt.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many receipts somebody got while the database could not be asked. It forgets everything after an hour: an outage that
 * lasts gives a few more to those who try on.
 */
final class OutageCounts {

    /** More subjects than that are no people: they share what nobody known gets. */
    private static final int MOST_SUBJECTS = 20_000;

    private final int mostOfOne;
    private final int mostOfNobody;
    private final Duration span;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant since = Instant.EPOCH;

    OutageCounts(int mostOfOne, int mostOfNobody, Duration span) {
        this.mostOfOne = mostOfOne;
        this.mostOfNobody = mostOfNobody;
        this.span = span;
    }

    /** Counts one more, and tells whether it may have its receipt. */
    synchronized boolean within(Attempt attempt, Instant now) {
        if (now.isAfter(since.plus(span))) {
            counts.clear();
            since = now;
        }
        String asked = ReceiptedAttempts.subject(attempt);
        String subject = counts.size() < MOST_SUBJECTS || counts.containsKey(asked) ? asked : "";
        return counts.merge(subject, 1, Integer::sum) <= (subject.isEmpty() ? mostOfNobody : mostOfOne);
    }
}
