package fr.sejour.channel.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.person.Contact;
import fr.sejour.spi.channel.NoticeChannel;
import fr.sejour.spi.channel.NoticeChannel.Message;
import fr.sejour.spi.channel.NoticeChannelContract;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailChannelTest extends NoticeChannelContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T08:30:00Z"), ZoneOffset.UTC);
    private static final String SENDER = "ne-pas-repondre@sejour.example";

    private final PostOffice postOffice = new PostOffice();
    private final EmailChannel channel =
            new EmailChannel(server(postOffice.port()), EmailChannel.sender(SENDER, "Séjour"), CLOCK);

    @BeforeEach
    void openPostOffice() {
        postOffice.start();
    }

    @AfterEach
    void closePostOffice() {
        channel.close();
        postOffice.stop();
    }

    @Override
    protected NoticeChannel channel() {
        return channel;
    }

    @Override
    protected String name() {
        return "email";
    }

    @Override
    protected Contact reachable() {
        return contact("amina@example.org");
    }

    @Override
    protected Contact outOfReach() {
        return new Contact(Optional.empty(), Optional.of("+33 4 76 00 00 01"), "fr");
    }

    @Override
    protected Contact nonexistent() {
        return contact(PostOffice.NONEXISTENT);
    }

    @Override
    protected List<Carried> carried() throws Exception {
        List<Carried> carried = new ArrayList<>();
        for (MimeMessage mail : postOffice.getReceivedMessages()) {
            carried.add(new Carried(
                    mail.getMessageID(), mail.getSubject(), mail.getContent().toString()));
        }
        return carried;
    }

    @Override
    protected void stopCarrier() {
        postOffice.stop();
    }

    @Override
    protected void restartCarrier() {
        postOffice.start();
    }

    @Test
    void a_mail_says_who_sends_it_that_a_machine_wrote_it_and_in_which_language() throws Exception {
        channel.carry(new Message("d-42", reachable(), "ar", "بطاقتك جاهزة", "تفضل"));

        MimeMessage mail = theOnlyMail();
        assertThat(mail.getFrom()).containsExactly(new InternetAddress(SENDER, "Séjour", "UTF-8"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("amina@example.org"));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("ar");
        assertThat(mail.getHeader("Date")).containsExactly("Mon, 9 Mar 2026 08:30:00 +0000");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getMessageID()).isEqualTo("<d-42@sejour.example>");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Déposez votre pièce d’ici au 3 août, Il manque un justificatif : l’attestation d’hébergement.",
        "en, Your paper is ready, You may work as before.",
        "ar, قرارك, يمكنك الطعن في هذا القرار خلال شهرين",
        "zh, 您的居留证, 请在两个月内领取",
        "uk, Ваша посвідка, Ви можете працювати",
        "ta, உங்கள் அனுமதி, நீங்கள் வேலை செய்யலாம்",
        "fr, 🏳️‍🌈👩🏽‍🎓🎉, 👍🏿 c’est prêt 🎫",
    })
    void every_script_arrives_as_it_was_written(String language, String subject, String body) throws Exception {
        channel.carry(new Message("d-1", reachable(), language, subject, body));

        MimeMessage mail = theOnlyMail();
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(mail.getContent().toString().stripTrailing()).isEqualTo(body);
        assertThat(Collections.list(mail.getAllHeaderLines()))
                .allMatch(line -> line.chars().allMatch(sign -> sign < 128), "a header in plain ASCII");
    }

    @Test
    void a_long_subject_in_a_script_of_two_units_a_sign_is_not_torn() throws Exception {
        String subject = "𐎀𐎁𐎂🎓".repeat(80);

        channel.carry(new Message("d-1", reachable(), "fr", subject, "Bonjour"));

        assertThat(theOnlyMail().getSubject()).isEqualTo(subject);
    }

    @Test
    void a_text_of_many_lines_keeps_its_lines_even_one_with_a_single_dot() throws Exception {
        channel.carry(new Message("d-1", reachable(), "fr", "Points", "un\n.\n..deux\r\ntrois\n" + "x".repeat(3000)));

        assertThat(theOnlyMail().getContent().toString().stripTrailing())
                .isEqualTo("un\r\n.\r\n..deux\r\ntrois\r\n" + "x".repeat(3000));
    }

    @Test
    void each_reader_gets_their_own_message_and_nobody_elses_address() throws Exception {
        channel.carry(new Message("d-1", contact("amina@example.org"), "ar", "قرارك", "تفضل"));
        channel.carry(new Message("d-2", contact("li@example.org"), "zh", "您的居留证", "请领取"));

        assertThat(postOffice.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.getAllRecipients()).hasSize(1));
        assertThat(postOffice.getReceivedMessages()[1].getHeader("To")).containsExactly("li@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour\r\nBcc: thief@example.org",
                "Bonjour\nBcc: thief@example.org",
                "Bonjour\rBcc: thief@example.org",
                "Bonjour\u2028Bcc: thief@example.org",
                "Bonjour\u0085Bcc: thief@example.org",
                "Bonjour\r\n\r\nBcc: thief@example.org",
                "é\r\nBcc: thief@example.org",
            })
    void a_line_break_in_a_subject_makes_no_header(String subject) throws Exception {
        channel.carry(new Message("d-1", reachable(), "fr", subject, "Texte"));

        MimeMessage mail = theOnlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).endsWith(" Bcc: thief@example.org");
        assertThat(mail.getContent().toString().strip()).isEqualTo("Texte");
    }

    @Test
    void a_line_break_in_an_identifier_or_a_language_makes_no_header() throws Exception {
        channel.carry(new Message(
                "d-1>\r\nBcc: thief@example.org", reachable(), "fr\r\nBcc: thief@example.org", "Sujet", "Texte"));

        MimeMessage mail = theOnlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("Content-Language")).isNull();
        assertThat(mail.getMessageID()).matches("<[^<>\\s]+@sejour\\.example>");
    }

    @Test
    void a_body_that_looks_like_commands_stays_a_body() throws Exception {
        channel.carry(new Message(
                "d-1",
                reachable(),
                "fr",
                "Sujet",
                "fin\r\n.\r\nMAIL FROM:<x@y>\r\nRCPT TO:<thief@example.org>\r\nDATA\r\n"));

        assertThat(theOnlyMail().getContent().toString()).startsWith("fin\r\n.\r\nMAIL FROM:<x@y>\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b@example.org",
                "a\u0085b@example.org",
                "a\u2028b@example.org",
                "a\u00a0b@example.org",
                "a(b)@example.org",
                "a\\b@example.org",
                "a@b@example.org",
                "a@exa_mple.org",
                "a@[127.0.0.1]",
                "a@example..org",
                "a@\ud83c\udf93.example.org\ud800",
            })
    void an_address_that_a_mail_server_could_misread_is_not_reached(String address) {
        assertThat(EmailAddress.read(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "amina@example.org, amina@example.org",
        "o'brien+sejour@example.org, o'brien+sejour@example.org",
        "a..b.@example.org, a..b.@example.org",
        "amina@préfecture.example, amina@xn--prfecture-c4a.example",
        "amina@例え.example, amina@xn--r8jz45g.example",
        "josé@example.org, josé@example.org",
        "root@localhost, root@localhost",
    })
    void an_address_is_written_to_in_the_form_that_the_network_knows(String written, String address) {
        assertThat(EmailAddress.read(written)).map(InternetAddress::getAddress).contains(address);
    }

    @Test
    void the_callers_class_loader_is_left_as_it_was() throws Exception {
        ClassLoader callers = new ClassLoader(null) {};
        Thread.currentThread().setContextClassLoader(callers);

        try {
            channel.carry(aMessage("d-1", reachable()));
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(callers);
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
        assertThat(carried()).hasSize(1);
    }

    @Test
    void a_stopped_channel_carries_nothing_and_says_so() throws Exception {
        channel.close();

        assertThatThrownBy(() -> channel.carry(aMessage("d-1", reachable()))).isInstanceOf(Exception.class);
        assertThat(carried()).isEmpty();
    }

    @Test
    void a_server_without_tls_gets_nothing_when_tls_is_wanted() throws Exception {
        EmailChannel wary = new EmailChannel(
                new MailServer(
                        "127.0.0.1",
                        postOffice.port(),
                        Security.STARTTLS,
                        "",
                        "",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10)),
                EmailChannel.sender(SENDER, "Séjour"),
                CLOCK);

        assertThatThrownBy(() -> wary.carry(aMessage("d-1", reachable()))).isInstanceOf(IOException.class);
        assertThat(carried()).isEmpty();
    }

    private MimeMessage theOnlyMail() {
        assertThat(postOffice.getReceivedMessages()).hasSize(1);
        return postOffice.getReceivedMessages()[0];
    }

    private static Contact contact(String email) {
        return new Contact(Optional.of(email), Optional.empty(), "fr");
    }

    static MailServer server(int port) {
        return new MailServer(
                "127.0.0.1",
                port,
                Security.NONE,
                "",
                "",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }
}
