package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.MAYOTTE;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.agentOf;
import static fr.sejour.store.jpa.internal.Situations.applicant;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.report.Trace;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.NamedAttempt;
import fr.sejour.core.port.ReportRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What failed for somebody, what they reported, and what came of it. */
abstract class FailuresContract extends ShelfContract {

    private static final AttemptNumber NUMBER = AttemptNumber.of("00000000001");
    private static final ReportNumber REPORT = new ReportNumber("SI-0000-0000-0001");

    FailuresContract(StoreContract contract) {
        super(contract);
    }

    @BeforeEach
    void somebodyHasACaseInIsere() {
        write(records -> records.people().add(aPerson(1)));
        write(records -> records.cases().add(at(aCase(1, 1), ISERE)));
    }

    @Test
    void an_attempt_comes_back_whole_and_is_kept_once() {
        Attempt full = anAttempt(NUMBER, Optional.of(personId(1)), Optional.of(RHONE))
                .giving(new Substitute(MORNING, Substitute.Because.REPORTED, Optional.of(RHONE)));

        assertThat(store.<Boolean>write(records -> records.traces().keep(full))).isTrue();
        assertThat(store.<Boolean>write(records -> records.traces().keep(full))).isFalse();

        assertThat(attempt(NATIONAL, NUMBER)).contains(full);
        write(records -> records.traces().change(full.filedAs(caseNumber(1))));
        assertThat(attempt(NATIONAL, NUMBER)).contains(full.filedAs(caseNumber(1)));
        assertThat(store.<List<Attempt>>read(records -> records.traces().ofPerson(personId(1), 10)))
                .containsExactly(full.filedAs(caseNumber(1)));
    }

    @Test
    void an_attempt_that_could_not_be_signed_comes_back_unsigned() {
        Attempt signed = anAttempt(NUMBER, Optional.of(personId(1)), Optional.of(RHONE));
        Attempt unsigned = new Attempt(
                NUMBER,
                signed.at(),
                signed.operation(),
                signed.code(),
                signed.trace(),
                signed.asker(),
                signed.subject(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        write(records -> records.traces().keep(unsigned));

        assertThat(attempt(NATIONAL, NUMBER)).contains(unsigned);
    }

    @Test
    void an_attempt_is_read_by_its_person_where_it_was_made_where_the_case_is_and_by_agents_when_it_is_nobodys() {
        AttemptNumber nobodys = AttemptNumber.of("00000000002");
        write(records -> records.traces().keep(anAttempt(NUMBER, Optional.of(personId(1)), Optional.of(RHONE))));
        write(records -> records.traces().keep(anAttempt(nobodys, Optional.empty(), Optional.empty())));

        for (Caller reader : List.of(NATIONAL, agentOf(ISERE), agentOf(RHONE), applicant(personId(1)))) {
            assertThat(attempt(reader, NUMBER)).as(reader.toString()).isPresent();
        }
        assertThat(attempt(agentOf(MAYOTTE), NUMBER)).isEmpty();
        assertThat(attempt(applicant(personId(2)), NUMBER)).isEmpty();
        assertThat(attempt(agentOf(MAYOTTE), nobodys)).isPresent();
        assertThat(attempt(applicant(personId(1)), nobodys)).isEmpty();
    }

    @Test
    void a_filing_keeps_the_attempt_it_names_and_takes_its_day_when_that_counts() {
        CaseRecord named = aCase(2, 1);
        CaseRecord filed = named.withFiled(named.filed()
                .naming(new NamedAttempt(NUMBER, MORNING.minus(Duration.ofDays(20)), NamedAttempt.Standing.PROPOSED)));
        write(records -> records.cases().add(filed));

        assertThat(caseOf(2).filed()).isEqualTo(filed.filed());
        write(records -> records.cases().change(filed.withFiled(filed.filed().judged(true))));

        assertThat(caseOf(2).filed()).isEqualTo(filed.filed().judged(true));
        // 10 March 2026 less twenty days
        assertThat(caseOf(2).filed().filedOn()).isEqualTo("2026-02-18");
    }

    private CaseRecord caseOf(long number) {
        return store.<Optional<CaseRecord>>read(records -> records.cases().find(NATIONAL, caseNumber(number)))
                .orElseThrow();
    }

    @Test
    void attempts_are_counted_by_account_and_since_an_instant_this_one_included() {
        write(records -> records.traces().keep(anAttempt(NUMBER, Optional.of(personId(1)), Optional.empty())));

        assertThat(counted(Optional.of(new AccountId("account-1")), MORNING)).isEqualTo(1);
        assertThat(counted(Optional.of(new AccountId("account-1")), MORNING.plusMillis(1)))
                .isZero();
        assertThat(counted(Optional.empty(), MORNING)).isZero();
    }

    @Test
    void a_report_comes_back_with_its_steps_in_order_and_keeps_what_changes() {
        Report opened = aReport(Optional.of(personId(1)), Optional.of(RHONE), THAT_DAY);
        write(records -> records.reports().add(new ReportRecord(opened, Optional.of("digest"))));

        assertThat(report(NATIONAL)).contains(new ReportRecord(opened, Optional.of("digest")));
        Report answered = new Report(
                REPORT,
                opened.at(),
                opened.topic(),
                opened.blocking(),
                opened.trace(),
                opened.account(),
                opened.person(),
                Optional.of(caseNumber(1)),
                opened.contact(),
                Optional.of(ISERE),
                THAT_DAY.plusDays(9),
                opened.escalation(),
                Report.State.ANSWERED,
                Optional.of(NUMBER),
                List.of(
                        opened.steps().get(0),
                        aStep(2, Report.What.ROUTED, Optional.of("38")),
                        aStep(3, Report.What.ANSWERED, Optional.empty())));
        write(records -> {
            records.reports().hold(REPORT);
            records.reports().change(new ReportRecord(answered, Optional.of("digest")));
        });

        assertThat(report(NATIONAL)).contains(new ReportRecord(answered, Optional.of("digest")));
    }

    @Test
    void a_report_is_read_by_its_person_who_owes_the_answer_and_where_the_case_is() {
        write(records -> records.reports()
                .add(new ReportRecord(
                        aReport(Optional.of(personId(1)), Optional.of(RHONE), THAT_DAY), Optional.empty())));

        for (Caller reader : List.of(NATIONAL, agentOf(ISERE), agentOf(RHONE), applicant(personId(1)))) {
            assertThat(report(reader)).as(reader.toString()).isPresent();
        }
        for (Caller other : List.of(agentOf(MAYOTTE), applicant(personId(2)))) {
            assertThat(report(other)).as(other.toString()).isEmpty();
            assertThat(store.<List<ReportRecord>>read(
                            records -> records.reports().toAnswer(other, 10)))
                    .isEmpty();
        }
        assertThat(store.<List<ReportRecord>>read(records -> records.reports().toAnswer(agentOf(RHONE), 10)))
                .extracting(record -> record.report().number())
                .containsExactly(REPORT);
        assertThat(store.<List<ReportRecord>>read(records -> records.reports().ofPerson(personId(1), 10)))
                .hasSize(1);
    }

    @Test
    void a_blocking_report_is_unanswered_from_the_day_after_its_own() {
        write(records -> records.reports()
                .add(new ReportRecord(aReport(Optional.empty(), Optional.empty(), THAT_DAY), Optional.empty())));

        assertThat(store.<List<ReportNumber>>read(records -> records.reports().unanswered(THAT_DAY, 10)))
                .isEmpty();
        assertThat(store.<List<ReportNumber>>read(records -> records.reports().unanswered(THAT_DAY.plusDays(1), 10)))
                .containsExactly(REPORT);
        assertThat(report(agentOf(RHONE))).isEmpty();
        assertThat(store.<Long>read(records -> records.reports().countSince(Optional.empty(), MORNING)))
                .isEqualTo(1);
    }

    @Test
    void receipts_and_reports_go_along_with_the_account_of_their_person() {
        write(records -> {
            records.people().add(aPerson(2));
            records.accounts()
                    .add(new Account(
                            new Login("amina"),
                            Caller.applicant(new AccountId("account-1"), personId(1)),
                            "hash",
                            Optional.empty(),
                            0,
                            0,
                            Optional.empty()));
            records.traces().keep(anAttempt(NUMBER, Optional.of(personId(1)), Optional.empty()));
            records.reports()
                    .add(new ReportRecord(
                            aReport(Optional.of(personId(1)), Optional.empty(), LocalDate.of(2026, 7, 1)),
                            Optional.empty()));
        });

        write(records -> records.accounts().move(new AccountId("account-1"), personId(2)));

        Caller now = applicant(personId(2));
        Optional<Attempt> attempt = store.read(records -> records.traces().find(now, NUMBER));
        Optional<ReportRecord> report = store.read(records -> records.reports().find(now, REPORT));
        assertThat(attempt)
                .hasValueSatisfying(it -> assertThat(it.asker().person()).contains(personId(2)));
        assertThat(report).isPresent();
    }

    private Attempt anAttempt(AttemptNumber number, Optional<PersonId> person, Optional<PrefectureCode> prefecture) {
        return new Attempt(
                number,
                MORNING,
                Attempt.Operation.FILE,
                "internal",
                "urn:uuid:1",
                new Attempt.Asker(
                        person.map(it -> new AccountId("account-1")),
                        person,
                        Optional.of(new SessionFingerprint("ab".repeat(32)))),
                new Attempt.Subject(
                        Optional.of(new PermitCode("etudiant")),
                        Optional.of(caseNumber(1)),
                        prefecture,
                        Optional.of("cd".repeat(32))),
                Optional.of("a.b.c"),
                Optional.empty(),
                Optional.empty());
    }

    private Report aReport(Optional<PersonId> person, Optional<PrefectureCode> owner, LocalDate due) {
        return new Report(
                REPORT,
                MORNING,
                Report.Topic.PIECES,
                true,
                new Trace(
                        Optional.of("/portal/file"),
                        Optional.of("internal"),
                        Optional.of(NUMBER),
                        Optional.of("urn:uuid:1"),
                        Optional.of("fr,en;q=0.5")),
                person.map(it -> new AccountId("account-1")),
                person,
                Optional.empty(),
                Optional.of(new Contact(Optional.of("a@example.org"), Optional.empty(), "fr")),
                owner,
                due,
                Task.Escalation.TEAM,
                Report.State.OPEN,
                Optional.empty(),
                List.of(aStep(1, Report.What.OPENED, Optional.empty())));
    }

    private Report.Step aStep(int sequence, Report.What what, Optional<String> detail) {
        return new Report.Step(
                sequence,
                MORNING,
                Report.Side.STAFF,
                Optional.of(new AccountId("agent")),
                what,
                detail,
                Optional.of("Rien ne répond : « é »."));
    }

    private Optional<Attempt> attempt(Caller caller, AttemptNumber number) {
        return store.read(records -> records.traces().find(caller, number));
    }

    private long counted(Optional<AccountId> account, Instant since) {
        return store.read(records -> records.traces().countSince(account, since));
    }

    private Optional<ReportRecord> report(Caller caller) {
        return store.read(records -> records.reports().find(caller, REPORT));
    }
}
