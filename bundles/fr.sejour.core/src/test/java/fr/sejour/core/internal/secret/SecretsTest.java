package fr.sejour.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.core.port.Statement;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void the_digest_of_a_statement_is_the_one_of_salt_and_words() {
        // printf '00ffje pars' | sha256sum
        assertThat(Secrets.digest(new Statement("00ff", "je pars")))
                .isEqualTo("b1156922d258c23b19b7756227392c61d3cbb77839b0d8f66da4db2e8b69fec2");
    }

    @Test
    void the_same_words_have_a_salt_of_their_own_each_time() {
        assertThat(Secrets.statement("je pars").salt())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(Secrets.statement("je pars").salt());
    }
}
