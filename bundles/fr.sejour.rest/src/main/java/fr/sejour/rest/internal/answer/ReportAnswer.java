package fr.sejour.rest.internal.answer;

import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as it stands.
 *
 * @param owner the préfecture that owes the answer; {@code national} for the national services
 * @param substituteAttempt the attempt that gives the right to the substitute channel
 * @param secret shown once to somebody without an account
 * @param steps left out of lists
 */
public record ReportAnswer(
        String number,
        Instant at,
        String topic,
        boolean blocking,
        String state,
        String owner,
        LocalDate dueOn,
        String escalation,
        @Nullable String personId,
        @Nullable String caseNumber,
        @Nullable String page,
        @Nullable String problem,
        @Nullable String attempt,
        @Nullable String request,
        @Nullable String browserLanguage,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String substituteAttempt,
        @Nullable String secret,
        @Nullable List<StepAnswer> steps) {

    /** One thing that happened on it. */
    public record StepAnswer(
            long sequence,
            Instant at,
            String by,
            String what,
            @Nullable String detail,
            @Nullable String words) {}

    /** The report with its steps. */
    public static ReportAnswer of(Report report, Optional<String> secret) {
        return of(
                report,
                secret.orElse(null),
                report.steps().stream().map(ReportAnswer::of).toList());
    }

    /** The report as a row of a list. */
    static ReportAnswer row(Report report) {
        return of(report, null, null);
    }

    private static StepAnswer of(Report.Step step) {
        return new StepAnswer(
                step.sequence(),
                step.at(),
                Codes.of(step.side()),
                Codes.of(step.what()),
                step.detail().orElse(null),
                step.words().orElse(null));
    }

    private static ReportAnswer of(Report report, @Nullable String secret, @Nullable List<StepAnswer> steps) {
        return new ReportAnswer(
                report.number().value(),
                report.at(),
                Codes.of(report.topic()),
                report.blocking(),
                Codes.of(report.state()),
                report.owner().map(PrefectureCode::value).orElse("national"),
                report.dueOn(),
                Codes.of(report.escalation()),
                report.person().map(PersonId::value).orElse(null),
                report.caseNumber().map(CaseNumber::value).orElse(null),
                report.trace().page().orElse(null),
                report.trace().problem().orElse(null),
                report.trace().attempt().map(AttemptNumber::value).orElse(null),
                report.trace().request().orElse(null),
                report.trace().browserLanguage().orElse(null),
                report.contact().flatMap(it -> it.email()).orElse(null),
                report.contact().flatMap(it -> it.phone()).orElse(null),
                report.substitute().map(AttemptNumber::value).orElse(null),
                secret,
                steps);
    }
}
