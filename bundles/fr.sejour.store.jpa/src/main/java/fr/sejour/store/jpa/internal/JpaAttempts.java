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

    /** Transactions about one subject queue at its row, which is made for the first of them and swept a while after the last. */
    @Override
    public void hold(String subject, Instant now) {
        int known = transaction.update(
                "UPDATE AttemptSubjectRow s SET s.lastTriedAt = :now WHERE s.subject = :subject",
                Map.of("now", now, "subject", subject));
        if (known == 0) {
            AttemptSubjectRow fresh = new AttemptSubjectRow();
            fresh.subject = subject;
            fresh.failures = 0;
            fresh.lastTriedAt = UtcInstants.kept(now);
            transaction.writer().persist(fresh);
            transaction.writer().flush();
        }
    }

    @Override
    public void fail(String subject, Instant now) {
        hold(subject, now);
        transaction.update(
                "UPDATE AttemptSubjectRow s SET s.failures = s.failures + 1 WHERE s.subject = :subject",
                Map.of("subject", subject));
        AttemptRow failure = new AttemptRow();
        failure.subject = subject;
        failure.number = transaction
                .query(
                        Long.class,
                        "SELECT s.failures FROM AttemptSubjectRow s WHERE s.subject = :subject",
                        Map.of("subject", subject))
                .getSingleResult();
        failure.failedAt = UtcInstants.kept(now);
        transaction.writer().persist(failure);
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
        transaction.update("DELETE FROM AttemptSubjectRow s WHERE s.lastTriedAt < :before", Map.of("before", before));
    }
}
