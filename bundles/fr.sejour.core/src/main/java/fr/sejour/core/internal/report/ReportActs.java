package fr.sejour.core.internal.report;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.core.port.CaseRecord;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an act makes of a report, or why it makes nothing of it. Pure. */
final class ReportActs {

    private static final String NATIONAL = "national";

    private final ReportLaw law;

    ReportActs(ReportLaw law) {
        this.law = law;
    }

    /** @param cases the cases that whoever acts may read */
    Report after(
            Report report, ReportAct act, ReportOccasion occasion, Function<CaseNumber, Optional<CaseRecord>> cases) {
        if (act instanceof ReportAct.Reply reply) {
            return occasion.said(report, Report.What.REPLIED, reply.words());
        } else if (act instanceof ReportAct.Answer answer) {
            return occasion.said(report.answered(), Report.What.ANSWERED, answer.words());
        } else if (act instanceof ReportAct.Reopen reopen) {
            return reopened(report, reopen, occasion);
        } else if (act instanceof ReportAct.Route route) {
            return routed(report, route, occasion);
        }
        CaseRecord about = cases.apply(((ReportAct.Link) act).caseNumber())
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        return linked(report, about, occasion);
    }

    private Report reopened(Report report, ReportAct.Reopen reopen, ReportOccasion occasion) {
        if (report.state() == Report.State.OPEN) {
            throw new CaseException(ErrorCode.ACT_NOT_ALLOWED);
        }
        return occasion.said(
                report.reopened(law.answerBy(report.owner(), report.blocking(), occasion.at())),
                Report.What.REOPENED,
                reopen.words());
    }

    private Report routed(Report report, ReportAct.Route route, ReportOccasion occasion) {
        route.to().ifPresent(code -> law.refuseUnknown(code, occasion.at()));
        return occasion.done(
                report.routedTo(route.to()),
                Report.What.ROUTED,
                Optional.of(route.to().map(PrefectureCode::value).orElse(NATIONAL)),
                Optional.of(route.words()));
    }

    private static Report linked(Report report, CaseRecord about, ReportOccasion occasion) {
        boolean another = report.person()
                .filter(person -> !person.equals(about.filed().person()))
                .isPresent();
        if (another) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "caseNumber"));
        }
        return occasion.done(
                report.linkedTo(about.number()),
                Report.What.LINKED,
                Optional.of(about.number().value()),
                Optional.empty());
    }
}
