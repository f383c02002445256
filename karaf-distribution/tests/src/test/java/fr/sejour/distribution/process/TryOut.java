package fr.sejour.distribution.process;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * The distribution with its demonstration and a mail server, booted once for all tests of a run that only read or add: who moves
 * its clock or the twelve people starts one of their own.
 */
public final class TryOut {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final Distribution DISTRIBUTION = start();

    private TryOut() {}

    /** The platform, ready, its twelve people at the day of the demonstration. */
    public static Distribution distribution() {
        return DISTRIBUTION;
    }

    /** The mail server that it sends by. */
    public static GreenMail mail() {
        return MAIL;
    }

    private static Distribution start() {
        MAIL.start();
        Distribution distribution = Distribution.unpackedFor(TryOut.class);
        distribution.write(
                "fr.sejour.channel.email.cfg", """
                host = 127.0.0.1
                port = %d
                security = NONE
                from = ne-pas-repondre@sejour.example
                """.formatted(MAIL.getSmtp().getPort()));
        distribution.start().awaitReady();
        distribution.shell("feature:install sejour-demonstration sejour-channel-email");
        return distribution.await("/demonstration/state", 200);
    }
}
