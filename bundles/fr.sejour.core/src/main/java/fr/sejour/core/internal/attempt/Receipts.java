package fr.sejour.core.internal.attempt;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.secret.Numbers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers, dates and signs attempts. Who made one stands in no receipt: it is shown to others. */
public final class Receipts {

    private static final String STATEMENT = "attempt";

    private final Signatures signatures;
    private final Numbers numbers = new Numbers();

    public Receipts(Signatures signatures) {
        this.signatures = signatures;
    }

    /** A new attempt at that instant, with its receipt; unsigned while there is no key to sign with. */
    public Attempt attempt(
            Attempt.Operation operation,
            String code,
            String trace,
            Attempt.Asker asker,
            Attempt.Subject subject,
            Instant now) {
        AttemptNumber number = numbers.attemptNumber();
        // as every store and every answer keeps it, so that the receipt says what they say
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        Attempt unsigned = new Attempt(
                number,
                at,
                operation,
                code,
                trace,
                asker,
                subject,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return signatures
                .signIfPossible(STATEMENT, statement(unsigned))
                .map(unsigned::signed)
                .orElse(unsigned);
    }

    /** The attempt with its signature, when it could not be had at once and can now: that one says when it was given. */
    Attempt signed(Attempt attempt, Instant now) {
        if (attempt.signature().isPresent()) {
            return attempt;
        }
        Map<String, String> statement = statement(attempt);
        statement.put("signedAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
        return signatures
                .signIfPossible(STATEMENT, statement)
                .map(attempt::signed)
                .orElse(attempt);
    }

    private static Map<String, String> statement(Attempt attempt) {
        Attempt.Subject subject = attempt.subject();
        Map<String, String> statement = new LinkedHashMap<>();
        statement.put("number", attempt.number().value());
        statement.put("at", attempt.at().toString());
        statement.put("operation", attempt.operation().slug());
        statement.put("code", attempt.code());
        statement.put("trace", attempt.trace());
        subject.ground().ifPresent(ground -> statement.put("ground", ground.value()));
        subject.caseNumber().ifPresent(acted -> statement.put("case", acted.value()));
        subject.digest().ifPresent(digest -> statement.put("sha256", digest));
        return statement;
    }
}
