package fr.sejour.console.internal;

import static fr.sejour.web.preview.Pages.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.report.ReportAct;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleCases;
import fr.sejour.web.preview.SampleReports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportSectionTest {

    private static final String REPORT = "/reports/" + SampleReports.NUMBER;
    private static final Map<String, String> ANSWER = Map.of("what", "answer", "report-words", "C'est réparé.");

    private final Platform platform = new Platform();
    private final SampleReports reports = new SampleReports();
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new PageServer(
                0,
                platform.signIn,
                platform.clock,
                List.of(new ReportSection(reports, reports), ConsolePreview.section(platform)));
        browser = new Browser(server);
        browser.cookies().put("sejour-session", "agent");
        browser.get(REPORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "answer, La réponse est enregistrée.",
        "route, Le signalement est confié à l'autre service.",
        "link, Le signalement est rattaché au dossier."
    })
    void every_step_that_was_done_is_told_on_the_list(String what, String told) {
        Seen done = browser.post(
                REPORT,
                Map.of(
                        "what",
                        what,
                        "report-words",
                        "C'est réparé.",
                        "to-prefecture",
                        "69",
                        "case-number",
                        SampleCases.REVIEWED));

        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(reports.done).hasSize(1);
        Seen list = browser.getIn("fr", done.header("location"));
        assertThat(list.body().replace("&#39;", "'")).contains(told);
        assertSound(list);
    }

    @Test
    void what_nobody_offers_is_an_answer_and_never_an_address() {
        Seen done = browser.post(REPORT, Map.of("what", "x&y=z", "report-words", "C'est réparé."));

        assertThat(done.header("location")).isEqualTo("/reports?done=answered");
        assertThat(reports.done).containsExactly(new ReportAct.Answer("C'est réparé."));
    }

    @ParameterizedTest
    @CsvSource({
        "link, NOT_FOUND, case-number",
        "link, CONTRADICTORY_INPUT, case-number",
        "route, CONTRADICTORY_INPUT, to-prefecture"
    })
    void what_is_wrong_with_a_step_stands_at_its_field(String what, ErrorCode code, String field) {
        reports.failing = Optional.of(code);

        Seen page = browser.post(
                REPORT,
                Map.of(
                        "what",
                        what,
                        "report-words",
                        "C'est réparé.",
                        "to-prefecture",
                        "69",
                        "case-number",
                        SampleCases.REVIEWED));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"" + field + "-fault\"");
    }

    /** An agent who reads that a number is wrong asks the person again: not when it is the database that is away. */
    @Test
    void a_fault_of_the_platform_is_none_of_the_form() {
        reports.failing = Optional.of(ErrorCode.STORE_UNAVAILABLE);

        Seen step = browser.post(REPORT, ANSWER);
        Seen find = browser.post("/reports/find", Map.of("attempt", SampleReports.RIGHT.value()));

        assertThat(step.status()).isEqualTo(503);
        assertThat(find.status()).isEqualTo(503);
    }

    @Test
    void an_attempt_that_nobody_made_is_told_at_its_field() {
        Seen find = browser.post("/reports/find", Map.of("attempt", SampleReports.RIGHT.value()));

        assertThat(find.status()).isEqualTo(422);
        assertThat(find.body()).contains("id=\"attempt-fault\"");
    }
}
