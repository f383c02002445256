package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.AttemptRecords;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The failed attempts in their tables. */
final class JpaAttempts implements AttemptRecords {

    private final OpenTransaction transaction;

    JpaAttempts(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    /** Failures of one subject queue at its row, so that none of several at once goes uncounted. */
    @Override
    public void fail(String subject, Instant now) {
        AttemptRow failure = new AttemptRow();
        failure.subject = subject;
        failure.number = nextNumber(subject, now);
        failure.failedAt = UtcInstants.kept(now);
        transaction.writer().persist(failure);
    }

    private long nextNumber(String subject, Instant now) {
        int known = transaction.update(
                "UPDATE AttemptSubjectRow s SET s.failures = s.failures + 1, s.lastFailedAt = :now"
                        + " WHERE s.subject = :subject",
                Map.of("now", now, "subject", subject));
        if (known == 0) {
            AttemptSubjectRow fresh = new AttemptSubjectRow();
            fresh.subject = subject;
            fresh.failures = 1;
            fresh.lastFailedAt = UtcInstants.kept(now);
            transaction.writer().persist(fresh);
            return 1;
        }
        return transaction
                .query(
                        Long.class,
                        "SELECT s.failures FROM AttemptSubjectRow s WHERE s.subject = :subject",
                        Map.of("subject", subject))
                .getSingleResult();
    }

    @Override
    public Failures failures(String subject, Instant since) {
        Object[] row = transaction
                .query(
                        Object[].class,
                        "SELECT COUNT(a.number), MIN(a.failedAt), MAX(a.failedAt) FROM AttemptRow a"
                                + " WHERE a.subject = :subject AND a.failedAt >= :since",
                        Map.of("subject", subject, "since", since))
                .getSingleResult();
        return new Failures(
                Math.toIntExact((Long) row[0]),
                Optional.ofNullable((Instant) row[1]).orElse(Instant.EPOCH),
                Optional.ofNullable((Instant) row[2]).orElse(Instant.EPOCH));
    }

    @Override
    public void sweep(Instant before) {
        transaction.update("DELETE FROM AttemptRow a WHERE a.failedAt < :before", Map.of("before", before));
        transaction.update("DELETE FROM AttemptSubjectRow s WHERE s.lastFailedAt < :before", Map.of("before", before));
    }
}
