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
        Answer opened = SignedIn.national()
                .call("POST", "/accounts")
                .json(Map.of(
                        "role", "agent", "login", login, "password", SignedIn.PASSWORD, "prefectures", prefectures))
                .send();
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return new AgentAccount(
                login,
                SignedIn.PASSWORD,
                opened.json().at("/secondFactor/secret").asText());
    }

    /** The present code of the second factor. */
    public String code() {
        return TimeCode.now(secret);
    }
}
