package fr.sejour.inspection.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own: its memory is bounded by its heap, its time by whoever asks it. */
final class WorkerProcess {

    private static final int HEAP_MEGABYTES = 256;

    private final Process process;
    private final DataOutputStream files;
    private final DataInputStream answers;
    private int looked;

    private WorkerProcess(Process process) {
        this.process = process;
        this.files = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 64 * 1024));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    static WorkerProcess start(String classPath, Path folder) throws IOException {
        ProcessBuilder worker = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                classPath,
                "fr.sejour.inspection.worker.Worker"));
        worker.environment().clear();
        worker.directory(folder.toFile());
        worker.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new WorkerProcess(worker.start());
    }

    /**
     * What the worker says of a file.
     *
     * @throws IOException when it has died over it, or was ended because it took too long
     * @throws UncheckedIOException when the file itself cannot be read: the worker has nothing to do with it
     */
    String look(InputStream content, long size, int mostPages, Duration longest, ScheduledExecutorService timer)
            throws IOException {
        ScheduledFuture<?> end = timer.schedule(this::end, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            looked++;
            files.writeInt(mostPages);
            files.writeInt(Math.toIntExact(size));
            send(content, size);
            files.flush();
            return answers.readUTF();
        } finally {
            end.cancel(false);
        }
    }

    private void send(InputStream content, long size) throws IOException {
        byte[] part = new byte[64 * 1024];
        long left = size;
        while (left > 0) {
            int got = read(content, part, (int) Math.min(part.length, left));
            files.write(part, 0, got);
            left -= got;
        }
    }

    private static int read(InputStream content, byte[] part, int most) {
        try {
            int got = content.read(part, 0, most);
            if (got < 0) {
                throw new EOFException("The file is shorter than it was said to be");
            }
            return got;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether it can be asked again. */
    boolean serves(int mostLooks) {
        return process.isAlive() && looked < mostLooks;
    }

    void end() {
        process.destroyForcibly();
    }
}
