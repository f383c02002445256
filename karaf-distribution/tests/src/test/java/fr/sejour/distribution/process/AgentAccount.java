package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.contract.ContractClient.Answer;
import java.util.Map;
import java.util.UUID;

/**
 * The account of a new agent. A code of the second factor serves once: tests that share an agent would wait half a minute for
 * each other.
 */
public record AgentAccount(String login, String password, String secret) {

    /** Opens the account of an agent of these préfectures. */
    public static AgentAccount of(String... prefectures) {
        String login = "agent." + UUID.randomUUID();
        return opened(
                Map.of("role", "agent", "login", login, "password", SignedIn.PASSWORD, "prefectures", prefectures));
    }

    /** Opens the account of somebody of the national services. */
    public static AgentAccount national() {
        String login = "national." + UUID.randomUUID();
        return opened(Map.of("role", "national", "login", login, "password", SignedIn.PASSWORD));
    }

    private static AgentAccount opened(Map<String, Object> account) {
        Answer opened =
                SignedIn.national().call("POST", "/accounts").json(account).send();
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return new AgentAccount(
                String.valueOf(account.get("login")),
                SignedIn.PASSWORD,
                opened.json().at("/secondFactor/secret").asText());
    }

    /** The present code of the second factor. */
    public String code() {
        return TimeCode.now(secret);
    }
}
