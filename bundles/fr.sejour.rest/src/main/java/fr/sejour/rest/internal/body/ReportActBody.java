package fr.sejour.rest.internal.body;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.ReportAct;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An act on a report as it is sent.
 *
 * @param what {@code reply}, {@code reopen}, {@code answer}, {@code route} or {@code link}
 * @param to the préfecture to route it to; absent for the national services
 */
public record ReportActBody(
        @Nullable String what,
        @Nullable String words,
        @Nullable String to,
        @Nullable String caseNumber) {

    public ReportAct toAct() {
        return switch (Input.required("what", what)) {
            case "reply" -> Input.value("words", Rule.WORDS, words, ReportAct.Reply::new);
            case "reopen" -> Input.value("words", Rule.WORDS, words, ReportAct.Reopen::new);
            case "answer" -> Input.value("words", Rule.WORDS, words, ReportAct.Answer::new);
            case "route" -> {
                Optional<PrefectureCode> team = Input.optional("to", Rule.PREFECTURE, to, PrefectureCode::new);
                yield Input.value("words", Rule.WORDS, words, it -> new ReportAct.Route(team, it));
            }
            case "link" -> new ReportAct.Link(Input.value("caseNumber", Rule.CASE_NUMBER, caseNumber, CaseNumber::new));
            default -> throw new BadInput("what", Rule.CODE);
        };
    }

    /** Never the words. */
    @Override
    public String toString() {
        return "ReportActBody[hidden]";
    }
}
