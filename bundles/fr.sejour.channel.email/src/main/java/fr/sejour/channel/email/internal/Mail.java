package fr.sejour.channel.email.internal;

import fr.sejour.spi.channel.NoticeChannel.Message;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A notice written as a mail: plain text, whatever the script, and only headers that the platform chooses. */
final class Mail extends MimeMessage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|\r|\n");

    private final String identity;

    private Mail(Session session, String identity) {
        super(session);
        this.identity = identity;
    }

    static MimeMessage write(Session session, InternetAddress from, InternetAddress to, Message message, Instant now)
            throws MessagingException {
        Mail mail = new Mail(session, identity(message.delivery(), EmailAddress.domain(from)));
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, to);
        mail.setSubject(oneLine(message.subject()), StandardCharsets.UTF_8.name());
        mail.setHeader("Date", DATE.format(now));
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers to this
        if (LANGUAGE.matcher(message.language()).matches()) {
            mail.setHeader("Content-Language", message.language());
        }
        byte[] text = LINE_ENDS.matcher(message.body()).replaceAll("\r\n").getBytes(StandardCharsets.UTF_8);
        // a data source, not setText: writing it needs no content handler to be found
        mail.setDataHandler(new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=UTF-8")));
        mail.saveChanges();
        return mail;
    }

    /** The same on every try, and the delivery's own identifier when a person reads it. */
    private static String identity(String delivery, String domain) {
        String local = URLEncoder.encode(delivery, StandardCharsets.UTF_8).replace(".", "%2E");
        return "<" + local + "@" + domain + ">";
    }

    static String oneLine(String words) {
        return BREAKS.matcher(words).replaceAll(" ").strip();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", identity);
    }
}
