package fr.sejour.rest.internal.answer;

import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.fault.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An act on many cases, how far it has come, and what becomes of each. */
public record BulkActAnswer(
        String id,
        String act,
        String state,
        Instant preparedAt,
        int total,
        long ready,
        long excluded,
        long done,
        long refused,
        List<LineAnswer> cases) {

    /**
     * One case.
     *
     * @param problem the code of the problem that the act alone would be answered with
     */
    public record LineAnswer(
            String caseNumber,
            long version,
            String outcome,
            @Nullable String problem,
            @Nullable Map<String, String> details) {}

    public static BulkActAnswer of(BulkAct act) {
        return new BulkActAnswer(
                act.id().value(),
                Codes.of(act.act().kind()),
                Codes.of(act.state()),
                act.preparedAt(),
                act.lines().size(),
                act.count(Outcome.READY),
                act.count(Outcome.EXCLUDED),
                act.count(Outcome.DONE),
                act.count(Outcome.REFUSED),
                act.lines().stream()
                        .map(line -> new LineAnswer(
                                line.number().value(),
                                line.version(),
                                Codes.of(line.outcome()),
                                line.problem().map(ErrorCode::slug).orElse(null),
                                line.details().isEmpty() ? null : line.details()))
                        .toList());
    }
}
