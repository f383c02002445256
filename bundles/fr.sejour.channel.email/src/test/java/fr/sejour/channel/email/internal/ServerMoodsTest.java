package fr.sejour.channel.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import fr.sejour.api.person.Contact;
import fr.sejour.spi.channel.NoticeChannel.Message;
import fr.sejour.spi.channel.UndeliverableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message when the mail server refuses it, is slow, falls silent or asks for TLS and a password. */
class ServerMoodsTest {

    private static final Message MESSAGE = new Message(
            "d-1",
            new Contact(Optional.of("amina@example.org"), Optional.empty(), "fr"),
            "fr",
            "Votre carte est prête",
            "Bonjour Amina");

    private static SSLContext before;
    private static SSLContext tls;

    private ScriptedServer server;

    @BeforeAll
    static void trustTheServer(@TempDir Path folder) throws Exception {
        before = SSLContext.getDefault();
        tls = certifiedFor("localhost", folder);
        SSLContext.setDefault(tls);
    }

    @AfterAll
    static void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    @BeforeEach
    void buildServer() throws IOException {
        server = new ScriptedServer(tls);
    }

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 No such user",
                "550 5.1.1 <amina@example.org>: Recipient address rejected: User unknown",
                "550-5.1.1 The account amina@example.org\r\n550 5.1.1 does not exist",
                "551 User not local",
                "553 5.1.3 Bad address syntax",
                "501 5.1.3 Bad recipient",
                "554 5.2.1 The mailbox of amina@example.org is disabled",
                "521 5.3.2 Does not accept mail",
                "556 5.1.10 Null MX",
            })
    void a_recipient_refused_for_good_is_undeliverable(String answer) throws Exception {
        server.answering("RCPT", answer).open();

        Throwable fault = carried(server(Security.NONE));

        assertThat(fault).isInstanceOf(UndeliverableException.class).hasMessageContaining(answer.substring(0, 3));
        assertThat(fault.toString()).doesNotContain("amina");
        assertThat(server.commands()).doesNotContain("DATA");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 421 Too busy",
        "'', 554 No SMTP service here",
        "EHLO, 550 Who are you",
        "MAIL, 550 5.7.1 Sender not allowed",
        "MAIL, 451 4.3.0 Try later",
        "RCPT, 450 4.2.0 Greylisted",
        "RCPT, 451 4.3.0 Try later",
        "RCPT, 421 4.3.2 Closing",
        "RCPT, 452 4.2.2 Mailbox full",
        "RCPT, 552 5.2.2 Mailbox full",
        "RCPT, 550 5.2.2 Mailbox full",
        "RCPT, 503 Bad sequence",
        "RCPT, 530 5.7.0 Authentication required",
        "RCPT, 550 5.7.1 Relaying denied",
        "RCPT, 554 5.7.1 <amina@example.org>: Relay access denied",
        "DATA, 451 4.3.0 Try later",
        "DATA, 554 No valid recipients",
        "., 452 4.3.1 Disk full",
        "., 554 5.7.1 Looks like spam",
    })
    void any_other_refusal_passes(String command, String answer) throws Exception {
        server.answering(command, answer).open();

        Throwable fault = carried(server(Security.NONE));

        assertThat(fault).isInstanceOf(IOException.class).hasNoCause();
        assertThat(fault.getMessage()).doesNotContain("amina").startsWith("The mail server localhost:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void a_server_that_falls_silent_is_given_up(String command) throws Exception {
        server.answering(command, null).open();
        long start = System.nanoTime();

        Throwable fault = carried(server(Security.NONE));

        assertThat(fault).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(350), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "RCPT", "."})
    void a_server_that_never_stops_answering_is_cut(String command) throws Exception {
        server.answering(command, "220 slow…").open();
        long start = System.nanoTime();

        Throwable fault = carried(server(Security.NONE));

        assertThat(fault).isInstanceOf(IOException.class).hasMessageContaining("was cut");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    @Test
    void a_stop_of_the_channel_ends_what_is_under_way() throws Exception {
        server.answering("RCPT", "250 slow…").open();
        EmailChannel channel = channel(server(Security.NONE));
        CompletableFuture<Throwable> fault =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> channel.carry(MESSAGE)));
        await().until(() -> server.commands().stream().anyMatch(command -> command.startsWith("RCPT")));

        channel.close();

        assertThat(fault.get(1, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    }

    @Test
    void a_message_that_was_taken_stays_taken_when_the_goodbye_fails() throws Exception {
        server.answering("QUIT", null).open();

        assertThat(carried(server(Security.NONE))).isNull();
        assertThat(server.commands()).contains(".");
    }

    @Test
    void a_server_that_is_not_there_is_a_fault_that_passes() throws Exception {
        server.close();

        assertThat(carried(server(Security.NONE)))
                .isInstanceOf(IOException.class)
                .hasMessage("The mail server localhost:" + server.port()
                        + " (NONE) could not be talked to (ConnectException)");
    }

    @Test
    void starttls_comes_before_anything_is_said() throws Exception {
        server.answering("EHLO", "250-here\r\n250-AUTH PLAIN\r\n250 STARTTLS")
                .answering("STARTTLS", "220 go on")
                .open();

        Throwable fault = carried(server(Security.STARTTLS));

        assertThat(fault).isNull();
        assertThat(server.commands().indexOf("(tls)"))
                .isBetween(1, server.commands().indexOf("MAIL FROM:<ne-pas-repondre@sejour.example>"));
    }

    @Test
    void tls_from_the_first_byte_with_a_login() throws Exception {
        server.withTlsFromTheStart()
                .answering("EHLO", "250-here\r\n250 AUTH PLAIN")
                .answering("AUTH", "235 welcome")
                .open();

        Throwable fault = carried(server(Security.TLS, "séjour", "p@ss:w/é%"));

        assertThat(fault).isNull();
        assertThat(server.commands().get(0)).isEqualTo("(tls)");
        String login = server.commands().stream()
                .filter(command -> command.startsWith("AUTH PLAIN "))
                .findFirst()
                .orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(login.substring(11)), StandardCharsets.UTF_8))
                .endsWith("\0séjour\0p@ss:w/é%");
    }

    @Test
    void a_refused_password_passes_and_is_not_repeated_in_the_fault() throws Exception {
        server.withTlsFromTheStart()
                .answering("EHLO", "250-here\r\n250 AUTH PLAIN")
                .answering("AUTH", "535 5.7.8 Not you")
                .open();

        Throwable fault = carried(server(Security.TLS, "sejour", "secret"));

        assertThat(fault)
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("refused the user or the password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_server_with_another_name_in_its_certificate_gets_nothing() throws Exception {
        server.withTlsFromTheStart().open();
        MailServer misnamed = new MailServer(
                "127.0.0.1",
                server.port(),
                Security.TLS,
                "",
                "",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2));

        assertThat(carried(misnamed)).isInstanceOf(IOException.class);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    private MailServer server(Security security) {
        return server(security, "", "");
    }

    private MailServer server(Security security, String user, String password) {
        return new MailServer(
                "localhost",
                server.port(),
                security,
                user,
                password,
                Duration.ofMillis(800),
                Duration.ofMillis(400),
                Duration.ofSeconds(1));
    }

    private static Throwable carried(MailServer to) {
        return catchThrowable(() -> channel(to).carry(MESSAGE));
    }

    private static EmailChannel channel(MailServer to) {
        return new EmailChannel(to, EmailChannel.sender("ne-pas-repondre@sejour.example", "Séjour"), Clock.systemUTC());
    }

    private static SSLContext certifiedFor(String host, Path folder) throws Exception {
        Path file = folder.resolve("server.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
