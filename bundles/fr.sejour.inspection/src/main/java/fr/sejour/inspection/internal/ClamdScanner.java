package fr.sejour.inspection.internal;

import fr.sejour.core.port.MalwareScanner;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends files to ClamAV's daemon over its socket (INSTREAM). There is one where {@code etc} says where the daemon listens. */
@Component(configurationPid = ClamdScanner.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ClamdScanner.Config.class)
public final class ClamdScanner implements MalwareScanner {

    /** The PID of the scanner; without a configuration there is none. */
    public static final String PID = "fr.sejour.scan.clamd";

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final int PART = 64 * 1024;

    /** Where the daemon listens. */
    @ObjectClassDefinition(name = "Séjour: malware scanner")
    public @interface Config {

        @AttributeDefinition(name = "Unix socket of clamd", description = "empty: over TCP")
        String socket() default "";

        @AttributeDefinition(name = "Host of clamd")
        String host() default "127.0.0.1";

        @AttributeDefinition(name = "Port of clamd")
        int port() default 3310;

        @AttributeDefinition(name = "Seconds that a scan may take", description = "1 to 300")
        int seconds() default 60;
    }

    private final SocketAddress clamd;
    private final Duration longest;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-clamd");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ClamdScanner(Config config) {
        this(
                config.socket().isBlank()
                        ? new InetSocketAddress(config.host(), config.port())
                        : UnixDomainSocketAddress.of(config.socket()),
                seconds(config.seconds()));
    }

    ClamdScanner(SocketAddress clamd, Duration longest) {
        this.clamd = clamd;
        this.longest = longest;
    }

    private static Duration seconds(int configured) {
        if (configured < 1 || configured > 300) {
            throw new IllegalArgumentException(PID + ": seconds is 1 to 300, not " + configured);
        }
        return Duration.ofSeconds(configured);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    @Override
    public Verdict scan(InputStream content) {
        try (SocketChannel daemon = SocketChannel.open(clamd)) {
            ScheduledFuture<?> end = timer.schedule(() -> hangUp(daemon), longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return verdict(asked(daemon, content));
            } finally {
                end.cancel(false);
            }
        } catch (IOException away) {
            LOG.warn("clamd does not answer: files are kept, and scanned once it does");
            return Verdict.UNREACHABLE;
        }
    }

    private static String asked(SocketChannel daemon, InputStream content) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(daemon), PART + 4));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] part = new byte[PART];
        for (int got = content.read(part); got >= 0; got = content.read(part)) {
            if (got > 0) {
                out.writeInt(got);
                out.write(part, 0, got);
            }
        }
        out.writeInt(0);
        out.flush();
        InputStream in = Channels.newInputStream(daemon);
        return new String(in.readNBytes(1024), StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
    }

    private static Verdict verdict(String said) {
        if (said.endsWith(" FOUND")) {
            return Verdict.INFECTED;
        }
        if (said.endsWith(": OK")) {
            return Verdict.CLEAN;
        }
        LOG.warn("clamd could not look at a file; see its log, and StreamMaxLength in its configuration");
        return Verdict.UNDECIDED;
    }

    private static void hangUp(SocketChannel daemon) {
        try {
            daemon.close();
        } catch (IOException closed) {
            LOG.debug("The socket of clamd was closed already");
        }
    }
}
