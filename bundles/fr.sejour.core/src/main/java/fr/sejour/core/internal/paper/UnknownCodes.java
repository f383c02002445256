package fr.sejour.core.internal.paper;

import fr.sejour.core.port.AttemptRecords.Failures;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tries of codes that no paper has, so that they slow down like those that one has. Kept in memory, the oldest forgotten
 * first: nobody fills the store by guessing.
 */
final class UnknownCodes {

    private static final int KEPT = 20_000;

    private final Map<String, Deque<Instant>> tried = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Failures failures(String subject, Instant since) {
        Deque<Instant> instants = tried.getOrDefault(subject, new ArrayDeque<>());
        instants.removeIf(instant -> instant.isBefore(since));
        return instants.isEmpty()
                ? new Failures(0, Instant.EPOCH, Instant.EPOCH)
                : new Failures(instants.size(), instants.getFirst(), instants.getLast());
    }

    synchronized void fail(String subject, Instant now) {
        tried.computeIfAbsent(subject, fresh -> new ArrayDeque<>()).addLast(now);
    }
}
