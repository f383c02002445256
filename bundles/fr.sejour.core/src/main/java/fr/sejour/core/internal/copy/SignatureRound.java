package fr.sejour.core.internal.copy;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.operation.Measures;
import fr.sejour.api.paper.PaperSigner;
import fr.sejour.api.paper.PaperSigner.Level;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import fr.sejour.core.internal.pieces.PersonFiles;
import fr.sejour.core.port.CopyRecord;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds to the signatures of pages what they lacked when they were made: the time stamp, while nobody gave one, and what is needed to
 * validate them years later. A page grows; its words stay.
 */
@Component(
        service = {SignatureRound.class, Measures.class},
        immediate = true)
public final class SignatureRound implements Measures {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureRound.class);
    private static final int MOST_AT_ONCE = 50;
    private static final int SECONDS_BETWEEN = 20;

    /** How long a page that could not be completed is left alone. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Store store;
    private final PersonFiles files;
    private final PaperSigner signer;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-signatures");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    public SignatureRound(
            @Reference Store store,
            @Reference PieceVault vault,
            @Reference PaperSigner signer,
            @Reference Clock clock) {
        this.store = store;
        this.files = new PersonFiles(store, vault);
        this.signer = signer;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void round() {
        try {
            complete();
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The round over the signatures stopped and will run again: {}",
                    Silenced.of(unavailable).getMessage());
        }
    }

    /** @return how many signatures lack nothing any more */
    int complete() {
        Instant now = clock.instant();
        List<CopyRecord> waiting = store.read(records -> records.copies().incomplete(now, MOST_AT_ONCE));
        int done = 0;
        for (CopyRecord copy : waiting) {
            CopyRecord after = completed(copy, now);
            store.write(records -> {
                records.people().hold(copy.person());
                records.copies().change(after);
                return after;
            });
            done += after.level() == Level.LT ? 1 : 0;
        }
        return done;
    }

    private CopyRecord completed(CopyRecord copy, Instant now) {
        try {
            byte[] page = signer.complete(content(copy));
            Level reached = signer.level(page);
            return reached == copy.level()
                    ? copy.waiting(now.plus(AGAIN))
                    : copy.completed(reached, files.keep(copy.person(), page), now);
        } catch (SigningUnavailable | CaseException notNow) {
            return copy.waiting(now.plus(AGAIN));
        }
    }

    private byte[] content(CopyRecord copy) {
        try (InputStream kept = files.open(copy.person(), copy.file().name())) {
            return kept.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Measure> read() {
        long unstamped = store.read(records -> records.copies().unstamped());
        return List.of(new Measure(
                "sejour_papers_without_time_stamp",
                "Pages of papers that are signed and wait for their time stamp",
                Map.of(),
                unstamped));
    }
}
