package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.contract.ContractClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator reads beside the API, as the contract says. */
@ExtendWith(TryOut.ForTests.class)
class OperateTest {

    @Test
    void it_lives_and_is_ready_and_says_why() {
        Answer live = API.callBeside("/health/live").send();
        Answer ready = API.callBeside("/health/ready").send();

        assertThat(live.status()).isEqualTo(200);
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("status").asText()).isEqualTo("ready");
        assertThat(ready.json().path("checks"))
                .isNotEmpty()
                .allSatisfy(
                        check -> assertThat(check.path("healthy").asBoolean()).isTrue())
                .anySatisfy(check -> assertThat(check.path("sentence").asText())
                        .isEqualTo("every operation of the contract answers"));
    }

    @Test
    void its_measures_count_the_requests_by_operation_and_name_nobody() {
        SignedIn somebody = SignedIn.applicant("MESURÉE", "Ada");
        somebody.fileIn("38185");

        Answer measures = API.callBeside("/metrics").send();

        assertThat(measures.status()).isEqualTo(200);
        assertThat(measures.mediaType()).isEqualTo("text/plain");
        assertThat(measures.body())
                .contains("sejour_requests_seconds_count{operation=\"file\",status=\"201\"}", "jvm_memory_used_bytes")
                .doesNotContain("MESURÉE", somebody.login(), somebody.person());
    }

    @Test
    void the_contract_it_serves_is_the_one_that_was_agreed() {
        Answer contract = API.callBeside("/api/openapi.json").send();

        assertThat(contract.status()).isEqualTo(200);
        assertThat(contract.mediaType()).isEqualTo("application/json");
        assertThat(contract.json()).isEqualTo(API.contract().document());
    }

    @Test
    void what_stands_beside_the_api_carries_the_safe_headers() {
        for (String path : List.of("/health/live", "/health/ready", "/metrics", "/api/openapi.json")) {
            assertThat(API.callBeside(path).send().header("X-Content-Type-Options"))
                    .as(path)
                    .isEqualTo("nosniff");
        }
    }
}
