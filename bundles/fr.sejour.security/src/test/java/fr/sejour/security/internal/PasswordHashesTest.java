package fr.sejour.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashesTest {

    private final PasswordHashes hashes = PasswordHashes.atTheUsualCost();

    @Test
    void a_login_that_does_not_exist_costs_as_much_work_as_one_that_does() {
        // A hash that cannot be read would be answered at once; one of another cost, sooner or later.
        assertThat(hashes.outdated(hashes.decoy())).isFalse();
        assertThat(hashes.decoy()).hasSameSizeAs(hashes.hash("quatre mots au hasard"));
    }
}
