package fr.sejour.channel.email.internal;

import fr.sejour.api.person.Contact;
import fr.sejour.spi.channel.ChannelName;
import fr.sejour.spi.channel.NoticeChannel;
import fr.sejour.spi.channel.UndeliverableException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries notices over SMTP to the mail server of the installation, which takes them from there.
 *
 * <p>A resend has the {@code Message-ID} of the first try, so that mail servers and readers recognise it. Whatever goes wrong is
 * reported without the address and without a word of the message.
 */
@Component(configurationPid = EmailChannel.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EmailChannel.Config.class)
@ChannelName("email")
public final class EmailChannel implements NoticeChannel {

    static final String PID = "fr.sejour.channel.email";

    private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);

    private final MailServer server;
    private final InternetAddress from;
    private final Clock clock;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timekeeper = timekeeper();

    /** Where the mail server is and in whose name the mail leaves. */
    @ObjectClassDefinition(
            name = "Séjour: notices by e-mail",
            description =
                    "The mail server that takes the messages. Without a configuration, or without a host, the channel"
                            + " is not active and its messages wait.")
    @interface Config {

        @AttributeDefinition(name = "Host", description = "The name of the mail server; must be set")
        String host() default "";

        @AttributeDefinition(
                name = "Port",
                description = "587 for STARTTLS, 465 for TLS, 25 for a relay on this machine")
        int port() default 587;

        @AttributeDefinition(
                name = "Security",
                description =
                        "STARTTLS: plain connection that must turn to TLS. TLS: from the first byte. NONE: never TLS")
        Security security() default Security.STARTTLS;

        @AttributeDefinition(name = "User", description = "Empty when the mail server asks for no login")
        String user() default "";

        @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD, required = false)
        String _password() default "";

        @AttributeDefinition(name = "From", description = "The sender's address; must be set")
        String from() default "";

        @AttributeDefinition(name = "Sender's name")
        String fromName() default "Séjour";

        @AttributeDefinition(name = "Time to connect, in milliseconds")
        int connectTimeoutMillis() default 10_000;

        @AttributeDefinition(name = "Time to answer one command, in milliseconds")
        int answerTimeoutMillis() default 15_000;

        @AttributeDefinition(name = "Time for one whole message, in milliseconds", description = "At most 28000")
        int messageTimeoutMillis() default 25_000;
    }

    @Activate
    public EmailChannel(Config config, @Reference Clock clock) {
        this(
                new MailServer(
                        config.host(),
                        config.port(),
                        config.security(),
                        config.user(),
                        config._password(),
                        Duration.ofMillis(config.connectTimeoutMillis()),
                        Duration.ofMillis(config.answerTimeoutMillis()),
                        Duration.ofMillis(config.messageTimeoutMillis())),
                sender(config.from(), config.fromName()),
                clock);
        LOG.info("E-mail leaves through {}", server);
    }

    EmailChannel(MailServer server, InternetAddress from, Clock clock) {
        this.server = server;
        this.from = from;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when it is no address that mail can be sent from */
    static InternetAddress sender(String address, String name) {
        InternetAddress sender = EmailAddress.read(address)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The e-mail channel needs a sender: set from in etc/" + PID + ".cfg to name@domain"));
        try {
            sender.setPersonal(Mail.oneLine(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
        return sender;
    }

    @Override
    public boolean reaches(Contact contact) {
        return contact.email().flatMap(EmailAddress::read).isPresent();
    }

    @Override
    public void carry(Message message) throws Exception {
        InternetAddress to = message.to()
                .email()
                .flatMap(EmailAddress::read)
                .orElseThrow(
                        () -> new UndeliverableException("The contact has no e-mail address that can be written to"));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Jakarta Mail finds its parts through the thread's class loader; the relay's knows nothing of them
        thread.setContextClassLoader(SMTPTransport.class.getClassLoader());
        try (Line line = new Line()) {
            lines.add(line);
            Future<?> end =
                    timekeeper.schedule(line::cut, server.messageTimeout().toMillis(), TimeUnit.MILLISECONDS);
            try {
                send(message, to, line);
            } catch (MessagingException e) {
                throw Refusal.of(e, server, line).asException();
            } finally {
                end.cancel(false);
                lines.remove(line);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void send(Message message, InternetAddress to, Line line) throws MessagingException {
        Properties properties = server.properties(line, EmailAddress.domain(from));
        properties.setProperty("mail.mime.allowutf8", String.valueOf(EmailAddress.needsUtf8(to)));
        Session session = Session.getInstance(properties);
        MimeMessage mail = Mail.write(session, from, to, message, clock.instant());
        SMTPTransport transport = new SMTPTransport(session, server.name());
        try {
            transport.connect();
            transport.sendMessage(mail, mail.getAllRecipients());
        } finally {
            hangUp(transport);
        }
    }

    /** What happens after the server has taken the message, or refused it, changes nothing any more. */
    private static void hangUp(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye");
        }
    }

    /** Ends what is under way: the core tries it again when a channel is back. */
    @Deactivate
    void close() {
        timekeeper.shutdownNow();
        lines.forEach(Line::cut);
    }

    /** A thread that lives only while messages are under way. */
    private static ScheduledThreadPoolExecutor timekeeper() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sejour-channel-email");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
