package fr.sejour.rest.internal;

import static fr.sejour.rest.internal.HandWrittenServices.CLERKS_TOKEN;
import static fr.sejour.rest.internal.HandWrittenServices.NATIONAL_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionsTest {

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
    void an_edition_is_sent_as_it_was_signed() {
        Answer received = sent(new byte[] {1, 2, 3});

        assertThat(received.status()).isEqualTo(201);
        assertThat(received.json().at("/edition/inForceFrom").asText()).isEqualTo("2026-12-01");
        assertThat(received.json().path("signer").asText()).isEqualTo("CN=national IT");
        assertThat(received.json().at("/steps/0/by").asText()).isEqualTo("shell:ops");
        assertThat(received.json().at("/steps/0").has("login")).isFalse();
        assertThat(received.json().at("/steps/1/login").asText()).isEqualTo("nationale");

        Answer refused = sent(new byte[] {1});
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("edition-refused");
        assertThat(refused.json().path("problem").asText()).isEqualTo("It is no jar that can be read.");
    }

    private static Answer sent(byte[] jar) {
        return client.call("POST", "/editions")
                .bearer(NATIONAL_TOKEN)
                .content("application/java-archive", jar)
                .send();
    }

    @Test
    void the_editions_that_arrived_say_what_was_found_of_them() {
        Answer all = client.call("GET", "/editions").bearer(NATIONAL_TOKEN).send();

        assertThat(all.json().at("/editions/0/state").asText()).isEqualTo("rehearsed");
        assertThat(all.json().at("/editions/0/rehearsal/fewer").asInt()).isEqualTo(2);
        assertThat(all.json().at("/editions/0/ready").asBoolean()).isTrue();
        assertThat(client.call("GET", "/editions").bearer(CLERKS_TOKEN).send().problem())
                .isEqualTo("not-yours-to-do");
    }

    @ParameterizedTest
    @CsvSource({"rehearse, rehearsing", "activate, applies", "roll-back, rolled-back"})
    void a_step_brings_an_edition_to_its_state(String what, String state) {
        Answer done = client.call("POST", "/editions/" + HandWrittenEditions.NAME + "/steps")
                .bearer(NATIONAL_TOKEN)
                .json(Map.of("what", what))
                .send();

        assertThat(done.json().path("state").asText()).isEqualTo(state);
    }

    @Test
    void an_edition_that_never_came_is_not_found() {
        Answer unknown = client.call("POST", "/editions/2030-01-01/steps")
                .bearer(NATIONAL_TOKEN)
                .json(Map.of("what", "activate"))
                .send();

        assertThat(unknown.problem()).isEqualTo("not-found");
    }

    @Test
    void a_full_page_of_effects_says_where_the_next_one_begins() {
        String address = "/editions/" + HandWrittenEditions.NAME + "/effects";
        Answer one = client.call("GET", address).bearer(NATIONAL_TOKEN).send();
        Answer full = client.call("GET", address + "?change=more&after=" + Situations.CASE.value())
                .bearer(NATIONAL_TOKEN)
                .send();

        assertThat(one.json().at("/effects/0/after/rights").asText()).isEqualTo("SX WH964 T0 CM");
        assertThat(one.json().at("/effects/0").has("before")).isFalse();
        assertThat(one.json().has("after")).isFalse();
        assertThat(full.json().path("effects")).hasSize(50);
        assertThat(full.json().path("after").asText()).isEqualTo(Situations.CASE.value());
    }
}
