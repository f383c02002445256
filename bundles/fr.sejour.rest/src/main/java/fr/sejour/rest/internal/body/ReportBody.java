package fr.sejour.rest.internal.body;

import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.NewReport;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.Trace;
import fr.sejour.rest.internal.problem.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is sent.
 *
 * @param permit the permit that could not be asked for
 * @param prefecture where the person lives, when no case says it
 */
public record ReportBody(
        @Nullable String topic,
        @Nullable Boolean blocking,
        @Nullable String words,
        @Nullable String page,
        @Nullable String problem,
        @Nullable String attempt,
        @Nullable String request,
        @Nullable String caseNumber,
        @Nullable String permit,
        @Nullable String prefecture,
        @Nullable ContactBody contact) {

    /** @param browserLanguage what the browser asks for */
    public NewReport toReport(@Nullable String browserLanguage) {
        Report.Topic about = Input.code("topic", topic, Report.Topic.class);
        boolean blocks = Input.required("blocking", blocking);
        Trace trace = trace(Optional.ofNullable(browserLanguage));
        Optional<CaseNumber> number = Input.optional("caseNumber", Rule.CASE_NUMBER, caseNumber, CaseNumber::new);
        Optional<PermitCode> ground = Input.optional("permit", Rule.PERMIT, permit, PermitCode::new);
        Optional<PrefectureCode> home = Input.optional("prefecture", Rule.PREFECTURE, prefecture, PrefectureCode::new);
        return Input.value(
                "words",
                Rule.WORDS,
                words,
                said -> new NewReport(
                        about,
                        blocks,
                        said,
                        trace,
                        number,
                        ground,
                        home,
                        Optional.ofNullable(contact).map(it -> it.toContact("contact"))));
    }

    private Trace trace(Optional<String> browserLanguage) {
        Optional<AttemptNumber> receipt = Input.optional("attempt", Rule.ATTEMPT_NUMBER, attempt, AttemptNumber::new);
        Optional<String> at = Input.optional("page", Rule.REFUSED, page, it -> part(it, "", ""));
        Optional<String> code = Input.optional("problem", Rule.REFUSED, problem, it -> part("", it, ""));
        Optional<String> asked = Input.optional("request", Rule.REFUSED, request, it -> part("", "", it));
        // what a browser sends is no part of the body: it is left out where it is not what browsers send
        Optional<String> languages = browserLanguage.filter(it -> it.matches("[A-Za-z0-9,;=.* -]{1,200}"));
        return new Trace(at, code, receipt, asked, languages);
    }

    /** One part of a trace, once a trace takes it. */
    private static String part(String page, String problem, String request) {
        Trace read = new Trace(given(page), given(problem), Optional.empty(), given(request), Optional.empty());
        return read.page().or(read::problem).or(read::request).orElseThrow(IllegalArgumentException::new);
    }

    private static Optional<String> given(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    /** Never the words. */
    @Override
    public String toString() {
        return "ReportBody[hidden]";
    }
}
