package fr.sejour.distribution.process;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The distribution with its demonstration and a mail server, booted once for all tests of a run that only read or add: who moves
 * its clock or the twelve people starts one of their own. A test has it with {@code @ExtendWith(TryOut.ForTests.class)}, as a
 * parameter.
 */
public final class TryOut implements AutoCloseable {

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
        distribution.start().awaitReady();
        distribution.shell("feature:install sejour-demonstration sejour-channel-email");
        distribution.await("/demonstration/state", 200);
    }

    /** The platform, ready, its twelve people at the day of the demonstration. */
    public Distribution distribution() {
        return distribution;
    }

    /** The mail server that it sends by. */
    public GreenMail mail() {
        return mail;
    }

    @Override
    public void close() {
        distribution.close();
        mail.stop();
    }

    /** Starts it before the first test that needs it, and ends it after the last of the run. */
    public static final class ForTests implements BeforeAllCallback, ParameterResolver {

        @Override
        public void beforeAll(ExtensionContext context) {
            started(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TryOut.class;
        }

        @Override
        public TryOut resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return started(context);
        }

        private static TryOut started(ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(TryOut.class))
                    .getOrComputeIfAbsent(TryOut.class, key -> new TryOut(), TryOut.class);
        }
    }
}
