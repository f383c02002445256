package fr.sejour.lives;

import fr.sejour.lives.house.OpenHouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A house in a process of its own, asked over its pipes. */
final class ForkedHouse implements MortalHouse, AutoCloseable {

    private static final long MOST_SECONDS_TO_END = 60;

    private final List<String> command;
    private final Path log;
    private Process process;
    private OutputStream asks;
    private BufferedReader answers;

    /** @param arguments of {@link OpenHouse} */
    ForkedHouse(Path log, String... arguments) {
        this(log, List.of("-XX:TieredStopAtLevel=1"), arguments);
    }

    /** @param options of its process */
    ForkedHouse(Path log, List<String> options, String... arguments) {
        this.log = log;
        this.command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dderby.stream.error.file=" + log.resolveSibling("derby.log"),
                "-Dderby.language.statementCache.size=2000",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                OpenHouse.class.getName()));
        command.addAll(List.of(arguments));
        start();
    }

    private void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asks = process.getOutputStream();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (answer().isEmpty()) {
            throw new IllegalStateException("The house does not open: see " + log);
        }
    }

    @Override
    public Answer ask(String line) {
        send(line);
        return answer().orElseThrow(() -> new IllegalStateException("The house fell at " + line + ": see " + log));
    }

    @Override
    public Optional<Answer> askUntilItFalls(String line) {
        send(line);
        return answer();
    }

    /** Asks, and kills it so long afterwards; the answer, when it came out before. */
    Optional<Answer> askAndKill(String line, long nanos) {
        send(line);
        long from = System.nanoTime();
        while (System.nanoTime() - from < nanos) {
            LockSupport.parkNanos(nanos - (System.nanoTime() - from));
        }
        process.destroyForcibly();
        return answer();
    }

    @Override
    public void standAgain() {
        awaitEnd();
        start();
    }

    private void send(String line) {
        try {
            asks.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            asks.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the process ends before the answer does. */
    private Optional<Answer> answer() {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                lines.add(line);
                if (Answer.ends(line)) {
                    return Optional.of(Answer.of(lines));
                }
            }
            return Optional.empty();
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            asks.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitEnd();
    }
}
