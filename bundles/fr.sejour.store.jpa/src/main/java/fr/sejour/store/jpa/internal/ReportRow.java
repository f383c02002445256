package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.report.Trace;
import fr.sejour.core.port.ReportRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report, without its steps. */
@Entity
@Table(name = "report")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class ReportRow {

    @Id
    @Column(name = "report_number")
    String number;

    @Column(name = "opened_at")
    Instant at;

    @Enumerated(EnumType.STRING)
    Report.Topic topic;

    boolean blocking;

    @Nullable
    String page;

    @Nullable
    String problem;

    @Column(name = "attempt_number")
    @Nullable
    String attemptNumber;

    @Column(name = "request_trace")
    @Nullable
    String requestTrace;

    @Column(name = "browser_language")
    @Nullable
    String browserLanguage;

    @Column(name = "account_id")
    @Nullable
    String accountId;

    @Column(name = "person_id")
    @Nullable
    String personId;

    @Column(name = "case_number")
    @Nullable
    String caseNumber;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Column(name = "contact_language")
    @Nullable
    String contactLanguage;

    @Column(name = "secret_digest")
    @Nullable
    String secretDigest;

    @Nullable
    String owner;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    Report.State state;

    @Column(name = "substitute_attempt")
    @Nullable
    String substitute;

    static ReportRow of(ReportRecord record) {
        Report report = record.report();
        ReportRow row = new ReportRow();
        row.number = report.number().value();
        row.at = UtcInstants.kept(report.at());
        row.topic = report.topic();
        row.blocking = report.blocking();
        row.page = report.trace().page().orElse(null);
        row.problem = report.trace().problem().orElse(null);
        row.attemptNumber = report.trace().attempt().map(AttemptNumber::value).orElse(null);
        row.requestTrace = report.trace().request().orElse(null);
        row.browserLanguage = report.trace().browserLanguage().orElse(null);
        row.accountId = report.account().map(AccountId::value).orElse(null);
        row.personId = report.person().map(PersonId::value).orElse(null);
        row.email = report.contact().flatMap(Contact::email).orElse(null);
        row.phone = report.contact().flatMap(Contact::phone).orElse(null);
        row.contactLanguage = report.contact().map(Contact::language).orElse(null);
        row.secretDigest = record.secretDigest().orElse(null);
        row.take(report);
        return row;
    }

    /** What an act may change. */
    void take(Report report) {
        caseNumber = report.caseNumber().map(CaseNumber::value).orElse(null);
        owner = report.owner().map(PrefectureCode::value).orElse(null);
        dueOn = report.dueOn();
        state = report.state();
        substitute = report.substitute().map(AttemptNumber::value).orElse(null);
    }

    ReportRecord value(List<Report.Step> steps) {
        Report report = new Report(
                new ReportNumber(number),
                at,
                topic,
                blocking,
                new Trace(
                        Optional.ofNullable(page),
                        Optional.ofNullable(problem),
                        Optional.ofNullable(attemptNumber).map(AttemptNumber::new),
                        Optional.ofNullable(requestTrace),
                        Optional.ofNullable(browserLanguage)),
                Optional.ofNullable(accountId).map(AccountId::new),
                Optional.ofNullable(personId).map(PersonId::new),
                Optional.ofNullable(caseNumber).map(CaseNumber::new),
                Optional.ofNullable(contactLanguage)
                        .map(language -> new Contact(Optional.ofNullable(email), Optional.ofNullable(phone), language)),
                Optional.ofNullable(owner).map(PrefectureCode::new),
                dueOn,
                Task.Escalation.TEAM,
                state,
                Optional.ofNullable(substitute).map(AttemptNumber::new),
                steps);
        return new ReportRecord(report, Optional.ofNullable(secretDigest));
    }
}
