package fr.sejour.core.internal.report;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.ReportRecord;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
 * Opens the substitute channel to those whose report of something that blocks was not answered by its day. Immediate, because
 * nobody calls it: the clock does.
 */
@Component(service = LateReportRound.class, immediate = true)
public final class LateReportRound {

    private static final Logger LOG = LoggerFactory.getLogger(LateReportRound.class);
    private static final int CHUNK = 100;
    private static final long SECONDS_BETWEEN_LOOKS = 60;

    /** Where a day begins last: what is late there is late everywhere. */
    private static final ZoneId LAST_TO_BEGIN_A_DAY = ZoneId.of("Pacific/Marquesas");

    private final Store store;
    private final Clock clock;
    private final SubstituteChannel channel;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-reports");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public LateReportRound(@Reference Store store, @Reference Signatures signatures, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
        this.channel = new SubstituteChannel(signatures);
    }

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    void keepLooking() {
        timer.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void round() {
        try {
            openLate();
        } catch (CaseException unavailable) {
            LOG.debug("The late reports wait: {}", unavailable.code());
        } catch (RuntimeException e) {
            LOG.error("The late reports cannot be looked at", Silenced.of(e));
        }
    }

    /** @return to how many it has opened the channel */
    public int openLate() {
        int opened = 0;
        LocalDate today = clock.instant().atZone(LAST_TO_BEGIN_A_DAY).toLocalDate();
        List<ReportNumber> late;
        do {
            late = store.read(records -> records.reports().unanswered(today, CHUNK));
            for (ReportNumber number : late) {
                opened += store.write(records -> open(records, number)) ? 1 : 0;
            }
        } while (late.size() == CHUNK);
        return opened;
    }

    /** @return whether it was still to be opened */
    private boolean open(Records records, ReportNumber number) {
        records.reports().hold(number);
        ReportRecord record = records.reports().find(Upkeep.READS_ALL, number).orElseThrow();
        Report report = record.report();
        if (report.state() == Report.State.ANSWERED || report.substitute().isPresent()) {
            return false;
        }
        records.reports().change(record.with(channel.unanswered(records, report, clock.instant())));
        return true;
    }
}
