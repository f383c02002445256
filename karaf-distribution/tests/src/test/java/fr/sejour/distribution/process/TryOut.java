package fr.sejour.distribution.process;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The distribution with its demonstration and a mail server, booted once in each process of a run for all tests that only read or
 * add: who moves its clock or the twelve people starts one of their own. It ends with the last of them.
 */
public final class TryOut implements AutoCloseable {

    /** Started by the first who asks. */
    private static final class Running {
        private static final TryOut IT = new TryOut();
    }

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Distribution distribution = Distribution.unpackedFor(TryOut.class);

    private TryOut() {
        mail.start();
        distribution.write(
                "fr.sejour.channel.email.cfg", """
                host = 127.0.0.1
                port = %d
                security = NONE
                from = ne-pas-repondre@sejour.example
                """.formatted(mail.getSmtp().getPort()));
        distribution
                .with("sejour-demonstration", "sejour-channel-email")
                .start()
                .awaitReady();
    }

    /** The platform, ready, its twelve people at the day of the demonstration. */
    public static Distribution distribution() {
        return Running.IT.distribution;
    }

    /** The mail server that it sends by. */
    public static GreenMail mail() {
        return Running.IT.mail;
    }

    @Override
    public void close() {
        distribution.close();
        mail.stop();
    }

    /** Ends it after the last test of the process. */
    public static final class ForTests implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(TryOut.class))
                    .getOrComputeIfAbsent(TryOut.class, key -> Running.IT, TryOut.class);
        }
    }
}
