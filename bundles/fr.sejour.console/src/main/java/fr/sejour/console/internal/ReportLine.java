package fr.sejour.console.internal;

import fr.sejour.api.cases.Task;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.report.Report;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Optional;

/** A report as an agent reads it. */
public record ReportLine(
        String number,
        String path,
        String topic,
        boolean blocking,
        String state,
        String at,
        String due,
        String escalation,
        boolean late,
        String owner,
        Optional<String> casePath,
        Optional<String> page,
        Optional<String> attempt,
        Optional<String> email,
        List<Step> steps) {

    /** One thing that happened on it. */
    public record Step(String at, String what, Optional<String> detail, Optional<String> words) {}

    static ReportLine of(Words words, Report report) {
        return new ReportLine(
                report.number().value(),
                "/reports/" + report.number(),
                words.code("help.topic", report.topic()),
                report.blocking(),
                words.code("help.state", report.state()),
                words.moment(report.at(), Prefecture.NATIONAL),
                words.day(report.dueOn()),
                words.code("escalation", report.escalation()),
                report.escalation() != Task.Escalation.TEAM,
                report.owner().map(it -> it.value()).orElseGet(() -> words.say("console.reports.national")),
                report.caseNumber().map(it -> "/console/cases/" + it),
                report.trace().page(),
                report.trace().attempt().or(report::substitute).map(it -> it.value()),
                report.contact().flatMap(it -> it.email()),
                report.steps().stream()
                        .map(step -> new Step(
                                words.moment(step.at(), Prefecture.NATIONAL),
                                words.code("help.step", step.what()),
                                step.detail(),
                                step.words()))
                        .toList());
    }
}
