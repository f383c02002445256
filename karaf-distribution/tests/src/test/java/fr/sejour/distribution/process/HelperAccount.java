package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.contract.ContractClient.Answer;
import java.util.Map;
import java.util.UUID;

/**
 * The account of a new association.
 *
 * @param code by which people name it
 */
public record HelperAccount(String login, String password, String secret, String code) {

    /** Opens the account of an association that nobody has named yet. */
    public static HelperAccount open() {
        String login = "asso." + UUID.randomUUID();
        Answer opened = SignedIn.national()
                .call("POST", "/accounts")
                .json(Map.of(
                        "role",
                        "helper",
                        "login",
                        login,
                        "password",
                        SignedIn.PASSWORD,
                        "helper",
                        Map.of("name", "Association d'essai", "kind", "association")))
                .send();
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return new HelperAccount(
                login,
                SignedIn.PASSWORD,
                opened.json().at("/secondFactor/secret").asText(),
                opened.json().path("helperCode").asText());
    }

    /** The present code of the second factor. */
    public String timeCode() {
        return TimeCode.now(secret);
    }
}
