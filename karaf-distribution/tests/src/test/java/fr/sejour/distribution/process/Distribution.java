package fr.sejour.distribution.process;

import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The distribution as an operator has it: unpacked in a folder of its own, on ports of its own, started and ended as a
 * process. Closing it ends the process and keeps its settings, data and logs.
 */
public final class Distribution implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OPERATOR = "operator";
    private static final String PASSWORD = "operator-password";

    private final Path home;
    private final int port = Ports.free();
    private final int shellPort = Ports.free();
    private final HttpClient client = HttpClient.newHttpClient();
    private List<String> starter = List.of();
    private boolean offline;
    private String javaOptions = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private @Nullable Process process;

    private Distribution(Path home) {
        this.home = home;
    }

    /** A fresh copy, not started, whose name says which test it served. */
    public static Distribution unpackedFor(Class<?> test) {
        Distribution distribution = unpacked(test, System.getProperty("sejour.distribution"));
        distribution.set("org.apache.felix.http.cfg", "org.osgi.service.http.port", distribution.port);
        return distribution;
    }

    /** A fresh copy of the Karaf it is made from, as its authors ship it, but for the port of its shell. */
    public static Distribution bareKaraf(Class<?> test) {
        return unpacked(test, System.getProperty("sejour.bare-karaf")).asShipped();
    }

    private static Distribution unpacked(Class<?> test, String archive) {
        try {
            Path folder = Files.createDirectories(
                    Path.of(System.getProperty("sejour.work")).resolve("distributions"));
            Path home = Files.createTempDirectory(folder, test.getSimpleName() + "-");
            run(List.of(
                    "tar",
                    "--extract",
                    "--gzip",
                    "--file",
                    archive,
                    "--directory",
                    home.toString(),
                    "--strip-components=1"));
            Distribution distribution = new Distribution(home);
            distribution.set("org.apache.karaf.shell.cfg", "sshPort", distribution.shellPort);
            distribution.set("org.apache.karaf.shell.cfg", "sshHost", "127.0.0.1");
            distribution.append("users.properties", OPERATOR + " = " + PASSWORD + ",_g_:admingroup");
            return distribution;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the compiler and collector that an operator gets; tests start faster without. */
    public Distribution asShipped() {
        javaOptions = "";
        return this;
    }

    /** Starts its Java with more options. */
    public Distribution withJavaOptions(String options) {
        javaOptions = (javaOptions + " " + options).strip();
        return this;
    }

    /** Where it is unpacked. */
    public Path home() {
        return home;
    }

    /** Sets a line of a file in etc, in place of the one that has the key, if any. */
    public Distribution set(String file, String key, Object value) {
        Path path = home.resolve("etc").resolve(file);
        try {
            List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
            List<String> kept = new ArrayList<>(lines.stream()
                    .filter(line -> !line.matches("\\s*" + key.replace(".", "\\.") + "\\s*=.*"))
                    .toList());
            kept.add(key + " = " + value);
            Files.write(path, kept);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Boots with these features too. */
    public Distribution with(String... features) {
        Path path = home.resolve("etc/org.apache.karaf.features.cfg");
        try {
            String present = Files.readString(path);
            Files.writeString(
                    path,
                    present.replaceFirst("featuresBoot *= *", "featuresBoot = " + String.join(", ", features) + ", "));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file in etc. */
    public Distribution write(String file, String content) {
        try {
            Files.writeString(home.resolve("etc").resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String file, String line) throws IOException {
        Files.writeString(home.resolve("etc").resolve(file), line + "\n", StandardOpenOption.APPEND);
    }

    /** Keeps its cases in PostgreSQL instead of Derby. */
    public Distribution on(PostgresServer postgres) {
        return onPostgres(postgres.url());
    }

    /** Keeps its cases in a PostgreSQL that may start later, at a port of this machine. */
    public Distribution onPostgresAt(int postgresPort) {
        return onPostgres(PostgresServer.url(postgresPort));
    }

    private Distribution onPostgres(String url) {
        return write("org.ops4j.datasource-sejour.cfg", """
                dataSourceName = sejour
                osgi.jdbc.driver.name = PostgreSQL JDBC Driver
                url = %s
                user = %s
                pool = hikari
                hikari.maximumPoolSize = 16
                hikari.initializationFailTimeout = -1
                hikari.connectionTimeout = 5000
                """.formatted(url, PostgresServer.USER));
    }

    /** Starts it without any network but its own loopback, and with a home that has nothing. Only root may. */
    public Distribution startWithoutNetwork() {
        starter = List.of("unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");
        offline = true;
        return start();
    }

    /** Starts it on the loopback of one that was started without network. */
    public Distribution startBeside(Distribution offlineToo) {
        starter = offlineToo.inItsNetwork();
        offline = true;
        return start();
    }

    /** Starts it in the foreground of a process of its own, as {@code bin/karaf run} does. */
    public Distribution start() {
        if (isRunning()) {
            throw new IllegalStateException("It runs already");
        }
        List<String> command = new ArrayList<>(starter);
        command.addAll(List.of(home.resolve("bin/karaf").toString(), "run"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(console().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KARAF") || name.equals("JAVA_OPTS"));
        environment.put("KARAF_EXEC", "exec");
        environment.put("EXTRA_JAVA_OPTS", javaOptions);
        try {
            environment.put(
                    "HOME", Files.createDirectories(home.resolve("empty-home")).toString());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        return this;
    }

    /** Waits until it says that it is ready. */
    public Distribution awaitReady() {
        return await("/health/ready", 200);
    }

    /** Waits until a path answers with a status. */
    public Distribution await(String path, int status) {
        Awaitility.await("GET " + path + ", see " + console())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("it ended by itself, see " + console(), () -> !isRunning())
                .until(() -> status(path), is(status));
        return this;
    }

    /** Waits until it has printed a word. */
    public Distribution awaitPrinted(String word) {
        Awaitility.await("\"" + word + "\" in " + console())
                .atMost(PATIENCE)
                .failFast("it ended by itself, see " + console(), () -> !isRunning())
                .until(() -> printed().contains(word));
        return this;
    }

    /** Waits until somebody can sign in to its shell. */
    public Distribution awaitShell() {
        Awaitility.await("the shell, see " + console())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("it ended by itself, see " + console(), () -> !isRunning())
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(() -> {
                    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shellPort)) {
                        return socket.getInputStream().read() == 'S';
                    }
                });
        return this;
    }

    private int status(String path) throws IOException, InterruptedException {
        if (offline) {
            return statusInside(path);
        }
        try {
            return get(path).statusCode();
        } catch (ConnectException e) {
            return 0;
        }
    }

    /** How a command begins that is to reach it. */
    private List<String> inItsNetwork() {
        return offline ? new ArrayList<>(List.of("nsenter", "--net=/proc/" + pid() + "/ns/net")) : new ArrayList<>();
    }

    private int statusInside(String path) throws IOException, InterruptedException {
        List<String> command = inItsNetwork();
        command.addAll(List.of(
                "curl",
                "--silent",
                "--output",
                "/dev/null",
                "--write-out",
                "%{http_code}",
                uri(path).toString()));
        Process curl = new ProcessBuilder(command).start();
        String status = new String(curl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        curl.waitFor();
        return Integer.parseInt(status);
    }

    /** What a path answers now. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    /** Where it answers, for a path that begins with a slash. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What a shell command prints, asked by {@code bin/client} as an operator would. */
    public String shell(String command) {
        try {
            List<String> line = inItsNetwork();
            line.addAll(List.of(
                    home.resolve("bin/client").toString(),
                    "-a",
                    String.valueOf(shellPort),
                    "-u",
                    OPERATOR,
                    "-p",
                    PASSWORD,
                    "-r",
                    "20",
                    "-b"));
            ProcessBuilder client = new ProcessBuilder(line).redirectErrorStream(true);
            client.environment().put("EXTRA_JAVA_OPTS", javaOptions);
            Process shell = client.start();
            try (var input = shell.outputWriter(StandardCharsets.UTF_8)) {
                input.write(command + "\n");
            }
            String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            shell.waitFor();
            return printed.replaceAll("\u001B\\[[0-9;?]*[a-zA-Z]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        end(true);
    }

    /** Asks it to end, and waits until it has. */
    public void stop() {
        end(false);
    }

    private void end(boolean atOnce) {
        Optional.ofNullable(process).filter(Process::isAlive).ifPresent(alive -> {
            if (atOnce) {
                alive.destroyForcibly();
            } else {
                alive.destroy();
            }
            try {
                if (!alive.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    alive.destroyForcibly();
                    throw new IllegalStateException("It did not end within " + PATIENCE + "; see " + console());
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        });
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The process of the platform itself. */
    public long pid() {
        return Optional.ofNullable(process).orElseThrow().pid();
    }

    /** All that it printed, over all its starts. */
    public String printed() {
        try {
            return Files.readString(console());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path console() {
        return home.resolve("console.log");
    }

    @Override
    public void close() {
        kill();
        try {
            run(List.of(
                    "rm",
                    "-rf",
                    home.resolve("system").toString(),
                    home.resolve("data/cache").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IOException("Failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
