package fr.sejour.rest.internal;

import static fr.sejour.rest.internal.HandWrittenServices.CLERKS_TOKEN;
import static fr.sejour.rest.internal.HandWrittenServices.NATIONAL_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.GapQuery;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageGapsTest {

    private static RunningApi api;
    private static ContractClient client;

    @BeforeAll
    static void start() throws Exception {
        api = new RunningApi(Map.of());
        client = api.client();
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @Test
    void a_gap_says_whose_task_it_is_or_what_closes_it() {
        Answer page = national("/coverage-gaps?prefecture=38&daysAhead=15&needsSomebody=true&after=g0&limit=20");

        assertThat(page.json().at("/gaps/0/task/kind").asText()).isEqualTo("see-facts");
        assertThat(page.json().at("/gaps/0/task/escalation").asText()).isEqualTo("chief");
        assertThat(page.json().at("/gaps/0/uncoveredDays").asInt()).isEqualTo(3);
        assertThat(page.json().at("/gaps/0").has("closing")).isFalse();
        assertThat(page.json().at("/gaps/1/closing/paper").asText()).isEqualTo("attestation-de-prolongation");
        assertThat(page.json().at("/gaps/1/closing/on").asText()).isEqualTo("2026-09-02");
        assertThat(page.json().path("next").asText()).isEqualTo("g1");
        assertThat(api.services.gaps.asked.get())
                .isEqualTo(new GapQuery(Optional.of(new PrefectureCode("38")), 15, true, Optional.of("g0"), 20));
    }

    @Test
    void whoever_says_nothing_looks_sixty_days_ahead() {
        national("/coverage-gaps");

        assertThat(api.services.gaps.asked.get())
                .isEqualTo(new GapQuery(Optional.empty(), 60, false, Optional.empty(), 50));
    }

    @Test
    void days_are_counted_by_month() {
        Answer counted = national("/coverage-gaps/uncovered-days?from=2026-09&until=2026-10");

        assertThat(counted.json().at("/months/0/month").asText()).isEqualTo("2026-09");
        assertThat(counted.json().at("/months/0/prefecture").asText()).isEqualTo("38");
        assertThat(counted.json().at("/months/0/days").asInt()).isEqualTo(31);
        assertThat(counted.json().at("/months/0/people").asInt()).isEqualTo(2);
        assertThat(national("/coverage-gaps/uncovered-days?from=2026-09&until=2026-08")
                        .problem())
                .isEqualTo("contradictory-input");
    }

    @ParameterizedTest
    @CsvSource({
        "/coverage-gaps?daysAhead=367, daysAhead, days-ahead",
        "/coverage-gaps?daysAhead=-1, daysAhead, days-ahead",
        "/coverage-gaps?limit=201, limit, limit",
        "/coverage-gaps?needsSomebody=perhaps, needsSomebody, code",
        "/coverage-gaps/uncovered-days?from=2026-13&until=2026-10, from, month",
        "/coverage-gaps/uncovered-days?from=2026-09, until, required"
    })
    void what_cannot_be_read_is_named(String address, String field, String rule) {
        Answer refused = client.call("GET", address)
                .bearer(NATIONAL_TOKEN)
                .wrongOnPurpose()
                .send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/rule").asText()).isEqualTo(rule);
    }

    @Test
    void an_agent_who_does_not_lead_is_told_so() {
        assertThat(client.call("GET", "/coverage-gaps")
                        .bearer(CLERKS_TOKEN)
                        .send()
                        .problem())
                .isEqualTo("not-yours-to-do");
    }

    private static Answer national(String address) {
        return client.call("GET", address).bearer(NATIONAL_TOKEN).send();
    }
}
