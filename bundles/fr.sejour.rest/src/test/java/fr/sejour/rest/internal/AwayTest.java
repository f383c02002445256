package fr.sejour.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import fr.sejour.rest.contract.OpenApiContract;
import fr.sejour.rest.contract.OpenApiContract.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API answers while the platform behind it is away. */
class AwayTest {

    private static RunningApi api;
    private static ContractClient client;

    @BeforeAll
    static void start() {
        api = RunningApi.withoutItsDesks();
        client = api.client();
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_of_the_contract_is_not_unknown_but_away(Operation operation) {
        Answer answer = client.call(operation.method(), somewhere(operation))
                .wrongOnPurpose()
                .mayBeUnavailable()
                .send();

        assertThat(answer.status()).isEqualTo(503);
        if (!operation.method().equals("HEAD")) {
            assertThat(answer.problem()).isEqualTo("store-unavailable");
        }
        assertThat(answer.header("Retry-After")).isEqualTo("30");
    }

    /** An address of the operation, in Amina's situation. */
    static String somewhere(Operation operation) {
        return operation
                .address()
                .replace("{id}", Situations.AMINA.value())
                .replace("{caseNumber}", Situations.CASE.value())
                .replace("{pieceType}", "nationalite")
                .replace("{permit}", "etudiant")
                .replace("{version}", "1")
                .replace("{upload}", HandWrittenPieces.UPLOAD.value())
                .replace("{name}", HandWrittenEditions.NAME)
                .replace("{number}", Situations.PAPER.value())
                .replace("{code}", "38")
                .replace("{other}", Situations.AMINA.value())
                .replace("{team}", "etudiants")
                .replace("{account}", "zoe-1");
    }

    static Stream<Operation> operations() {
        return new OpenApiContract()
                .operations().stream().filter(it -> !it.server().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/filings", "/cases/1/2/3"})
    void what_the_contract_does_not_know_stays_unknown(String address) {
        assertThat(client.call("GET", address).wrongOnPurpose().send().status()).isEqualTo(404);
    }
}
