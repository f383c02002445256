package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.contract.ContractClient.Answer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first account of the national services, which an operator opens by a file of settings. */
@ExtendWith(TryOut.ForTests.class)
class FirstAccountTest {

    private static final String FILE = "fr.sejour.security.firstaccount.cfg";
    private static final String LOGIN = "services.premiers";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String OPENED = "The first account of the national services is open";

    @Test
    void the_settings_open_the_first_account_once_and_never_change_it() {
        Distribution distribution = TryOut.distribution();
        distribution.write(FILE, settings("le premier mot de passe"));
        distribution.awaitPrinted(OPENED);
        distribution.write(FILE, settings("un tout autre mot de passe"));
        Awaitility.await("the changed settings are read")
                .pollInterval(Duration.ofMillis(500))
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> distribution
                        .shell("config:list \"(service.pid=fr.sejour.security.firstaccount)\"")
                        .contains("tout autre"));

        Answer changed = SignedIn.session(LOGIN, "un tout autre mot de passe", TimeCode.now(SECRET));
        Answer first = SignedIn.session(LOGIN, "le premier mot de passe", TimeCode.now(SECRET));

        assertThat(changed.problem()).isEqualTo("sign-in-refused");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().path("role").asText()).isEqualTo("national");
        assertThat(distribution.printed().split(OPENED, -1)).hasSize(2);
        assertThat(distribution.printed()).doesNotContain("le premier mot", "tout autre", SECRET);
    }

    private static String settings(String password) {
        return """
                login = %s
                password = %s
                totpSecret = %s
                """.formatted(LOGIN, password, SECRET);
    }
}
