package fr.sejour.distribution.container;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.overrideJUnitBundles;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.useOwnKarafExamSystemConfiguration;

import fr.sejour.distribution.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** The distribution, running with a way in for the tests of this run. */
public final class Karaf implements AutoCloseable {
    /** What {@code bin/karaf} passes to the JVM; Pax Exam starts it without that script. */
    private static final String[] JVM_OPTIONS = {
        "--add-reads=java.xml=java.logging",
        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
        "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-%s.jar",
        "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-%s.jar",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.net=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
        "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
        "--add-exports=jdk.xml.dom/org.w3c.dom.html=ALL-UNNAMED",
        "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
        "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
        "--add-exports=java.security.sasl/com.sun.security.sasl=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
        "-Djava.security.manager=allow",
    };

    private static final long START_MILLIS = 90_000;

    private final int port = Ports.free();
    private final ExamSystem system;
    private final TestContainer container;

    Karaf() {
        try {
            system = PaxExamRuntime.createTestSystem(options());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        container = PaxExamRuntime.createContainer(system);
        try {
            container.start();
            awaitReady();
        } catch (RuntimeException e) {
            endWhatStarted();
            throw e;
        }
    }

    private void awaitReady() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(uri("/health/ready")).build();
        Awaitility.await("the platform is ready")
                .atMost(Duration.ofMillis(START_MILLIS))
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(() -> client.send(ready, BodyHandlers.discarding()).statusCode() == 200);
    }

    /** Pax Exam leaves behind a container whose start it gave up waiting for. */
    private static void endWhatStarted() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("org.apache.karaf.main.Main"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private Option[] options() throws IOException {
        Path work = Files.createDirectories(Path.of(System.getProperty("sejour.work")));
        Stream<Option> settings = Stream.of(
                karafDistributionConfiguration()
                        .frameworkUrl(Path.of(System.getProperty("sejour.distribution"))
                                .normalize()
                                .toUri()
                                .toString())
                        .name("Séjour")
                        .unpackDirectory(work.resolve("container").toFile())
                        .useDeployFolder(false),
                systemTimeout(START_MILLIS),
                keepRuntimeFolder(),
                doNotModifyLogConfiguration(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                overrideJUnitBundles(),
                useOwnKarafExamSystemConfiguration(InvokerBundle.DRIVER),
                editConfigurationFilePut(
                        "etc/org.apache.felix.http.cfg", "org.osgi.service.http.port", String.valueOf(port)),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", String.valueOf(Ports.free())),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        "${karaf.home.uri}system@id=system@snapshots, file:" + System.getProperty("sejour.repository")
                                + "@id=build@snapshots"),
                mavenBundle("org.assertj", "assertj-core", System.getProperty("sejour.assertj.version")),
                mavenBundle("net.bytebuddy", "byte-buddy", System.getProperty("sejour.byte-buddy.version")),
                bundle(InvokerBundle.writtenTo(work).toString()));
        Stream<Option> jvm = Stream.of(JVM_OPTIONS)
                .map(option -> vmOption(option.replace("%s", System.getProperty("sejour.karaf.version"))));
        return Stream.concat(settings, jvm).toArray(Option[]::new);
    }

    /** Where the container answers, for a path that begins with a slash. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    void call(Class<?> test, Method method) {
        try {
            TestProbeBuilder probe = system.createProbe();
            TestAddress address = probe.addTest(test, method.getName());
            container.install(
                    "probe:" + test.getName() + "." + method.getName(),
                    probe.build().getStream());
            container.call(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
