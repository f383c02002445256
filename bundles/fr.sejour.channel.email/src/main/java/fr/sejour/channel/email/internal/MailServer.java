package fr.sejour.channel.email.internal;

import jakarta.mail.URLName;
import java.time.Duration;
import java.util.Properties;

/**
 * The mail server that takes the messages.
 *
 * @param user empty when the server asks for no login
 * @param answerTimeout how long it may take to answer one command
 * @param messageTimeout how long it may take for a whole message
 */
record MailServer(
        String host,
        int port,
        Security security,
        String user,
        String password,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration messageTimeout) {

    /** The core gives a channel 30 seconds for a message; the rest is for closing and reporting. */
    private static final Duration LONGEST = Duration.ofSeconds(28);

    /** @throws IllegalArgumentException with the sentence that an operator needs */
    MailServer {
        host = host.strip();
        check(!host.isEmpty(), "needs a mail server: set host in etc/" + EmailChannel.PID + ".cfg");
        check(host.matches("[A-Za-z0-9._:-]+"), "needs the bare name of a mail server as host, without protocol");
        check(port > 0 && port < 65536, "needs a port from 1 to 65535");
        check(user.isEmpty() == password.isEmpty(), "needs both a user and a .password, or neither");
        check(
                user.isEmpty() || security != Security.NONE,
                "sends no password over a plain connection: set security to STARTTLS or TLS");
        check(isPositive(connectTimeout), "needs a connectTimeoutMillis above zero");
        check(isPositive(answerTimeout), "needs an answerTimeoutMillis above zero");
        check(
                isPositive(messageTimeout) && messageTimeout.compareTo(LONGEST) <= 0,
                "needs a messageTimeoutMillis from 1 to " + LONGEST.toMillis());
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("The e-mail channel " + sentence);
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }

    URLName name() {
        return user.isEmpty()
                ? new URLName("smtp", host, port, null, null, null)
                : new URLName("smtp", host, port, null, user, password);
    }

    /** The settings of one conversation over that line; Jakarta Mail knows them under these names. */
    Properties properties(Line line, String ownName) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(connectTimeout.toMillis()));
        properties.setProperty("mail.smtp.timeout", String.valueOf(answerTimeout.toMillis()));
        properties.setProperty("mail.smtp.localhost", ownName);
        properties.setProperty("mail.smtp.auth", String.valueOf(!user.isEmpty()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.socketFactory", line);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    @Override
    public String toString() {
        return host + ":" + port + " (" + security + ")";
    }
}
