package fr.sejour.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

    private static final String PASSWORD = "quatre mots au hasard";

    /** Dear enough that the work outweighs everything around it. */
    private final PasswordHashes hashes = new PasswordHashes(65_536, 4, 1, new SecureRandom());

    @Test
    void a_login_that_does_not_exist_costs_as_much_work_as_one_that_does() {
        String hash = hashes.hash(PASSWORD);
        assertThat(hashes.matches(PASSWORD, hash)).isTrue();
        assertThat(hashes.outdated(hash)).isFalse();

        Duration known = least(() -> hashes.matches("autre mot de passe", hash));
        Duration unknown = least(() -> hashes.matchNobody("autre mot de passe"));

        assertThat(unknown).isGreaterThan(known.dividedBy(4));
    }

    /** The least of a few: noise only adds. */
    private static Duration least(Runnable work) {
        Duration least = Duration.ofHours(1);
        for (int run = 0; run < 3; run++) {
            long begin = System.nanoTime();
            work.run();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            least = took.compareTo(least) < 0 ? took : least;
        }
        return least;
    }
}
