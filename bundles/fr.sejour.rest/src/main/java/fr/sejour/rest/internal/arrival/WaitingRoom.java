package fr.sejour.rest.internal.arrival;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests wait for bytes of their bodies. Each one that waits keeps a thread of the server, of which there are 200, so
 * the places are far fewer. A body that is there, as nearly all are when they come, needs none.
 */
final class WaitingRoom {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);

    private static final int PLACES = 64;

    private static final long RETRY_AFTER_SECONDS = 30;
    private static final long NANOS_BETWEEN_LINES = TimeUnit.MINUTES.toNanos(1);

    private final Semaphore places = new Semaphore(PLACES);
    private final AtomicLong told = new AtomicLong(System.nanoTime() - NANOS_BETWEEN_LINES);

    /** Takes a place, when there is one within a moment. */
    boolean enter(Duration moment) throws IOException {
        try {
            return places.tryAcquire(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The server stops", stopping);
        }
    }

    void leave() {
        places.release();
    }

    /** What somebody is told who got no place. */
    CaseException full() {
        tell();
        return new CaseException(ErrorCode.TOO_BUSY, Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
    }

    /** Once for many: whoever sends slowly would fill the log too. */
    private void tell() {
        long now = System.nanoTime();
        long before = told.get();
        if (now - before >= NANOS_BETWEEN_LINES && told.compareAndSet(before, now)) {
            LOG.warn(
                    "{} senders are waited for already: others who send slowly are told to try again; a proxy that takes"
                            + " bodies in before it passes them on keeps such senders away",
                    PLACES);
        }
    }
}
