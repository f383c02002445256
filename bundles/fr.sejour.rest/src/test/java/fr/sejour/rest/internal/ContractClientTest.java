package fr.sejour.rest.internal;

import static fr.sejour.rest.internal.HandWrittenServices.CLERKS_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.internal.operate.ContractServlet;
import fr.sejour.rest.internal.operate.LiveServlet;
import fr.sejour.rest.internal.operate.Meters;
import fr.sejour.rest.internal.operate.MetricsServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client notices when either side breaks the contract; otherwise the tests that use it would promise nothing. */
class ContractClientTest {

    private static RunningApi api;
    private static ContractClient client;

    @BeforeAll
    static void start() {
        api = new RunningApi(Map.of(
                "/health/live", new LiveServlet(),
                "/api/openapi.json", new ContractServlet(),
                "/metrics", new MetricsServlet(new Meters()),
                "/health/ready", new Liar()));
        client = api.client();
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @Test
    void what_stands_beside_the_api_keeps_to_the_contract() {
        assertThat(client.callBeside("/health/live")
                        .send()
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("live");
        assertThat(client.callBeside("/metrics").send().body()).contains("jvm_memory_used_bytes");
        assertThat(client.callBeside("/api/openapi.json").send().json())
                .isEqualTo(client.contract().document());
    }

    @Test
    void an_answer_that_breaks_the_contract_fails_the_test() {
        assertThatThrownBy(() -> client.callBeside("/health/ready").send())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("status")
                .hasMessageContaining("checks");
    }

    @Test
    void a_request_that_breaks_the_contract_fails_the_test() {
        assertThatThrownBy(() -> client.call("GET", "/nothing").send()).hasMessageContaining("no operation");
        assertThatThrownBy(() -> client.call("GET", "/cases?limit=0")
                        .bearer(CLERKS_TOKEN)
                        .send())
                .hasMessageContaining("limit");
        assertThatThrownBy(() ->
                        client.call("GET", "/cases?page=2").bearer(CLERKS_TOKEN).send())
                .hasMessageContaining("page: no such parameter");
        assertThatThrownBy(() ->
                        client.call("POST", "/checks").json(Map.of("code", "x")).send())
                .hasMessageContaining("birthDate");
        assertThatThrownBy(() -> client.call("POST", "/checks")
                        .json(Map.of("code", "7TQ2K0MX31WD", "birthDate", "17/05/1999"))
                        .send())
                .hasMessageContaining("date");
        assertThatThrownBy(() -> client.call("POST", "/filings")
                        .bearer(CLERKS_TOKEN)
                        .json(Map.of())
                        .send())
                .hasMessageContaining("Idempotency-Key: required");
    }

    @Test
    void a_fault_that_the_test_did_not_foresee_fails_it() {
        api.services.failure.set(() -> new IllegalStateException("away"));

        try (Logged logged = new Logged()) {
            assertThatThrownBy(() -> client.call("GET", "/cases/" + Situations.CASE)
                            .bearer(CLERKS_TOKEN)
                            .send())
                    .hasMessageContaining("answered 500");
            assertThat(logged.text()).isNotEmpty();
        }
    }

    /** Says that it is ready in its own way. */
    private static final class Liar extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getWriter().write("{\"status\":\"sure\"}");
        }
    }
}
