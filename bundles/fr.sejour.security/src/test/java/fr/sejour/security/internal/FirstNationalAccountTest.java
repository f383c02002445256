package fr.sejour.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class FirstNationalAccountTest {

    private static final Login ROOT = new Login("national.it");
    private static final String PASSWORD = "une phrase assez longue";
    private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private final InMemoryAccounts accounts = new InMemoryAccounts(new HandClock());
    private final PasswordHashes hashes = new PasswordHashes(64, 2, 1, new SecureRandom());

    @Test
    void without_settings_no_account_is_opened() {
        open("", "", "");

        assertThat(accounts.find(ROOT)).isEmpty();
    }

    @Test
    void the_settings_open_the_first_account_of_the_national_services() {
        open("national.it", PASSWORD, SECRET);

        assertThat(accounts.find(ROOT)).hasValueSatisfying(account -> {
            assertThat(account.caller().role()).isEqualTo(Role.NATIONAL);
            assertThat(account.totpSecret()).contains(SECRET);
            assertThat(hashes.matches(PASSWORD, account.passwordHash())).isTrue();
        });
    }

    @Test
    void an_account_that_stands_is_left_as_it_is() {
        open("national.it", PASSWORD, SECRET);
        String hash = accounts.find(ROOT).orElseThrow().passwordHash();

        open("national.it", "une autre phrase assez longue", SECRET);

        assertThat(accounts.find(ROOT).orElseThrow().passwordHash()).isEqualTo(hash);
    }

    @Test
    void settings_that_cannot_serve_are_refused_in_a_sentence_without_the_secret() {
        assertThatThrownBy(() -> open("national.it", "trop court", SECRET))
                .hasMessage("etc/fr.sejour.security.firstaccount.cfg: password has to have 12 to 200 characters");
        assertThatThrownBy(() -> open("national.it", PASSWORD, "not base32"))
                .hasMessageContaining("totpSecret has to be a Base32 secret")
                .hasMessageNotContaining("not base32");
        assertThatThrownBy(() -> open("", PASSWORD, SECRET)).hasMessageContaining("login cannot be a login");
    }

    private void open(String login, String password, String secret) {
        var unused = new FirstNationalAccount(accounts, hashes, login, password, secret);
        assertThat(unused).isNotNull();
    }
}
