package fr.sejour.portal.internal;

import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.report.Report;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Optional;

/** A report as whoever made it reads it. */
public record ReportView(
        String number,
        String path,
        String topic,
        String at,
        String state,
        boolean answered,
        String due,
        List<StepView> steps) {

    /** One thing that happened on it. */
    public record StepView(String at, String what, Optional<String> words) {}

    static ReportView of(Words words, Report report) {
        return new ReportView(
                report.number().value(),
                "/help/reports/" + report.number(),
                words.code("help.topic", report.topic()),
                words.moment(report.at(), Prefecture.NATIONAL),
                words.code("help.state", report.state()),
                report.state() == Report.State.ANSWERED,
                words.day(report.dueOn()),
                report.steps().stream().map(step -> step(words, step)).toList());
    }

    private static StepView step(Words words, Report.Step step) {
        return new StepView(
                words.moment(step.at(), Prefecture.NATIONAL), words.code("help.step", step.what()), step.words());
    }
}
