package fr.sejour.channel.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {

    @ParameterizedTest
    @CsvSource({
        "'', 587, STARTTLS, '', '', 25000, needs a mail server: set host in etc/fr.sejour.channel.email.cfg",
        "smtps://mail.example, 465, TLS, '', '', 25000, 'needs the bare name of a mail server as host, without protocol'",
        "mail.example, 0, TLS, '', '', 25000, needs a port from 1 to 65535",
        "mail.example, 587, STARTTLS, sejour, '', 25000, 'needs both a user and a .password, or neither'",
        "mail.example, 587, STARTTLS, '', secret, 25000, 'needs both a user and a .password, or neither'",
        "mail.example, 25, NONE, sejour, secret, 25000, 'sends no password over a plain connection: set security to STARTTLS or TLS'",
        "mail.example, 587, STARTTLS, '', '', 30000, needs a messageTimeoutMillis from 1 to 28000",
        "mail.example, 587, STARTTLS, '', '', 0, needs a messageTimeoutMillis from 1 to 28000",
    })
    void a_setting_that_cannot_work_is_refused_in_one_sentence(
            String host, int port, Security security, String user, String password, long timeout, String sentence) {
        assertThatThrownBy(() -> server(host, port, security, user, password, timeout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The e-mail channel " + sentence);
    }

    @Test
    void a_server_is_written_without_its_password() {
        assertThat(server("mail.example", 587, Security.STARTTLS, "sejour", "secret", 25_000))
                .hasToString("mail.example:587 (STARTTLS)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a b@example.org", "<a@example.org>"})
    void a_sender_that_is_no_address_is_refused_in_one_sentence(String from) {
        assertThatThrownBy(() -> EmailChannel.sender(from, "Séjour"))
                .hasMessage(
                        "The e-mail channel needs a sender: set from in etc/fr.sejour.channel.email.cfg to name@domain");
    }

    private static MailServer server(
            String host, int port, Security security, String user, String password, long timeout) {
        return new MailServer(
                host,
                port,
                security,
                user,
                password,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(timeout));
    }
}
