package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.DelayRecords;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The delays in their table, and the decisions they are counted from. */
final class JpaDelays implements DelayRecords {

    private static final String DECIDED = """
            SELECT d FROM DecisionRow d
            WHERE d.caseNumber > :after
              AND (d.outcome = fr.sejour.api.cases.Outcome.GRANTED AND d.decidedOn >= :day
                OR d.outcome = fr.sejour.api.cases.Outcome.REFUSED AND d.notifiedOn >= :day)
            ORDER BY d.caseNumber""";

    private final OpenTransaction transaction;

    JpaDelays(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<DecidedCase> decidedSince(LocalDate day, Optional<CaseNumber> after, int limit) {
        String last = after.map(CaseNumber::value).orElse("");
        List<DecisionRow> decisions = transaction
                .query(DecisionRow.class, DECIDED, Map.of("after", last, "day", day))
                .setMaxResults(limit)
                .getResultList();
        if (decisions.isEmpty()) {
            return List.of();
        }
        // Derby would read the cases whole for a join
        Map<String, CaseRow> cases = transaction
                .query(
                        CaseRow.class,
                        "SELECT c FROM CaseRow c WHERE c.number IN :numbers",
                        Map.of(
                                "numbers",
                                decisions.stream().map(it -> it.caseNumber).toList()))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.number, Function.identity()));
        return decisions.stream()
                .map(decision -> new DecidedCase(
                        new CaseNumber(decision.caseNumber), told(decision, cases.get(decision.caseNumber))))
                .toList();
    }

    /** Empty for a row that somebody has damaged past reading. */
    private static Optional<Told> told(DecisionRow decision, @Nullable CaseRow row) {
        if (row == null) {
            return Optional.empty();
        }
        LocalDate on = decision.notifiedOn == null ? decision.decidedOn : decision.notifiedOn;
        try {
            return Optional.of(new Told(row.filed(), new PrefectureCode(row.prefecture), on));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public LocalDelay of(Ground ground) {
        return transaction
                .query(
                        LocalDelayRow.class,
                        "SELECT l FROM LocalDelayRow l"
                                + " WHERE l.prefecture = :prefecture AND l.permit = :permit AND l.nature = :nature",
                        Map.of(
                                "prefecture", ground.prefecture().value(),
                                "permit", ground.permit().value(),
                                "nature", ground.nature()))
                // what a case changes is no delay: it is written once, at the end
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(LocalDelayRow::value)
                .findFirst()
                .orElse(LocalDelay.UNKNOWN);
    }

    @Override
    public void keep(Map<Ground, LocalDelay> counted) {
        transaction.update("DELETE FROM LocalDelayRow l", Map.of());
        counted.forEach((ground, delay) -> transaction.writer().persist(LocalDelayRow.of(ground, delay)));
    }
}
