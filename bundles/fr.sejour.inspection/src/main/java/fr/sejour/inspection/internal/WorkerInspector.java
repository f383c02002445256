package fr.sejour.inspection.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.core.port.PieceInspector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has files looked at by a few workers in processes of their own. A file that is not looked at within its time, or that takes all
 * the memory of its worker, is one that swells; the worker goes with it, and the next file gets a fresh one.
 */
@Component(configurationPid = WorkerInspector.PID)
@Designate(ocd = WorkerInspector.Config.class)
public final class WorkerInspector implements PieceInspector {

    /** The PID of the inspection. */
    public static final String PID = "fr.sejour.inspection";

    private static final Logger LOG = LoggerFactory.getLogger(WorkerInspector.class);

    /** Whatever a library may leave behind goes with the process. */
    private static final int MOST_LOOKS = 1000;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final long RETRY_AFTER_SECONDS = 10;

    /** How many workers there are, and how long they may take. */
    @ObjectClassDefinition(name = "Séjour: inspection of files")
    public @interface Config {

        @AttributeDefinition(name = "Files looked at at once, each by a process of 256 MB", description = "1 to 16")
        int workers() default 2;

        @AttributeDefinition(name = "Seconds that looking at a file may take", description = "1 to 120")
        int seconds() default 20;
    }

    private final String classPath;
    private final Path folder;
    private final Duration longest;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-inspection");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    @Activate
    public WorkerInspector(BundleContext bundle, Config config) {
        this(
                WorkerFiles.layOut(
                        bundle.getBundle(), bundle.getDataFile("worker").toPath()),
                bundle.getDataFile("worker").toPath(),
                within("workers", config.workers(), 16),
                Duration.ofSeconds(within("seconds", config.seconds(), 120)));
    }

    WorkerInspector(String classPath, Path folder, int workers, Duration longest) {
        this.classPath = classPath;
        this.folder = folder;
        this.longest = longest;
        this.places = new Semaphore(workers, true);
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(PID + ": " + name + " is 1 to " + most + ", not " + value);
        }
        return value;
    }

    @Deactivate
    void close() {
        closed = true;
        timer.shutdownNow();
        idle.forEach(WorkerProcess::end);
    }

    @Override
    public String inspect(InputStream content, long size, int mostPages) {
        enter();
        try {
            String answer = asked(content, size, mostPages);
            if (answer.endsWith("!")) {
                throw new CaseException(ErrorCode.valueOf(answer.substring(0, answer.length() - 1)));
            }
            return answer;
        } finally {
            places.release();
        }
    }

    private String asked(InputStream content, long size, int mostPages) {
        WorkerProcess worker = worker();
        boolean answered = false;
        try {
            String answer = worker.look(content, size, mostPages, longest, timer);
            answered = true;
            return answer;
        } catch (IOException died) {
            LOG.warn("A worker was ended over a file: it took all its time or memory, and the file is refused");
            return ErrorCode.FILE_SWELLS.name() + "!";
        } catch (UncheckedIOException unreadable) {
            LOG.warn("A file cannot be looked at, for it cannot be read where it is kept", Silenced.of(unreadable));
            throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
        } finally {
            if (answered && worker.serves(MOST_LOOKS) && !closed) {
                idle.push(worker);
            } else {
                worker.end();
            }
        }
    }

    private WorkerProcess worker() {
        @Nullable WorkerProcess waiting = idle.poll();
        while (waiting != null && !waiting.serves(MOST_LOOKS)) {
            waiting.end();
            waiting = idle.poll();
        }
        if (waiting != null) {
            return waiting;
        }
        try {
            return WorkerProcess.start(classPath, folder);
        } catch (IOException noProcess) {
            LOG.error("No worker can be started to look at files: {}", noProcess.getMessage());
            throw busy();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static CaseException busy() {
        return new CaseException(ErrorCode.TOO_BUSY, Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
    }
}
