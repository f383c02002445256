package fr.sejour.core.internal.pieces;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.MalwareScanner;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.WrappedKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has files looked at that came while the scanner was away, and sweeps what nothing refers to. Immediate, because nobody calls
 * it: the clock does.
 */
@Component(service = EvidenceRound.class, immediate = true)
public final class EvidenceRound {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceRound.class);
    private static final int MOST_AT_ONCE = 100;
    private static final int SECONDS_BETWEEN = 20;
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    /** A file is written just before the transaction that refers to it: none that waits for its own is as old. */
    private static final Duration OLDEST_UNREFERRED = Duration.ofDays(1);

    /** No upload may be resumed after so long. */
    private static final Duration OLDEST_UPLOAD = Duration.ofDays(8);

    private final Store store;
    private final Upkeep upkeep;
    private final PieceVault vault;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-evidence");
        thread.setDaemon(true);
        return thread;
    });
    private long sweptAt;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MalwareScanner scanner;

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    public EvidenceRound(
            @Reference Store store, @Reference Upkeep upkeep, @Reference PieceVault vault, @Reference Clock clock) {
        this(store, upkeep, vault, clock, null);
        timer.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** A round that runs when it is asked to. */
    public EvidenceRound(Store store, Upkeep upkeep, PieceVault vault, Clock clock, @Nullable MalwareScanner scanner) {
        this.store = store;
        this.upkeep = upkeep;
        this.vault = vault;
        this.clock = clock;
        this.scanner = scanner;
        this.sweptAt = System.nanoTime();
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void round() {
        try {
            scanWaiting();
            if (System.nanoTime() - sweptAt > BETWEEN_SWEEPS.toNanos()) {
                sweptAt = System.nanoTime();
                sweep();
            }
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The round over the files stopped and will run again: {}",
                    Silenced.of(unavailable).getMessage());
        }
    }

    /**
     * Has the files looked at that wait for it, until the scanner is away again. One that cannot be looked at waits on, and holds up
     * no other.
     *
     * @return how many it has looked at
     */
    public int scanWaiting() {
        MalwareScanner with = scanner;
        if (with == null) {
            return 0;
        }
        int looked = 0;
        for (EvidenceRecord waiting : store.read(records -> records.evidence().waiting(MOST_AT_ONCE))) {
            Optional<ScanState> verdict = scan(with, waiting);
            if (verdict.isEmpty()) {
                return looked;
            }
            if (verdict.get() == ScanState.WAITING) {
                continue;
            }
            store.write(records -> {
                records.people().hold(waiting.person());
                settle(records, waiting, verdict.get());
                return waiting;
            });
            looked++;
        }
        return looked;
    }

    /** Removes what nothing refers to, once no upload can be about to. */
    public int sweep() {
        // the files carry the time of the machine, whatever the platform's clock says
        Instant now = Clock.systemUTC().instant();
        store.write(records -> {
            records.evidence().sweepUploads(clock.instant());
            return now;
        });
        return vault.sweep(
                now.minus(OLDEST_UNREFERRED),
                now.minus(OLDEST_UPLOAD),
                names -> store.read(records -> {
                    Set<String> known = new HashSet<>(records.evidence().known(names));
                    known.addAll(records.copies().known(names));
                    return known;
                }));
    }

    /** Empty when the scanner is away; a file that cannot be read any more is left as it is, for a person's key may be erased. */
    private Optional<ScanState> scan(MalwareScanner with, EvidenceRecord waiting) {
        Optional<WrappedKey> key = store.read(records -> records.evidence().key(waiting.person()));
        if (key.isEmpty()) {
            return Optional.of(ScanState.NONE);
        }
        try (InputStream content = vault.open(waiting.name(), key.get())) {
            return switch (with.scan(content)) {
                case CLEAN -> Optional.of(ScanState.CLEAN);
                case INFECTED -> Optional.of(ScanState.INFECTED);
                case UNDECIDED -> Optional.of(ScanState.WAITING);
                case UNREACHABLE -> Optional.empty();
            };
        } catch (CaseException gone) {
            if (gone.code() != ErrorCode.NOT_FOUND) {
                throw gone;
            }
            LOG.warn("The file {} waits for a scan and is not in the vault", waiting.name());
            return Optional.of(ScanState.WAITING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settle(Records records, EvidenceRecord evidence, ScanState verdict) {
        if (verdict == ScanState.INFECTED) {
            records.evidence().uses(evidence.id()).forEach(number -> takeAway(records, number, evidence));
        }
        records.evidence().judge(evidence.id(), verdict);
    }

    /** Who gave it is told to give another one; a case that was decided on it stands as it is. */
    private void takeAway(Records records, CaseNumber number, EvidenceRecord evidence) {
        Instant now = clock.instant();
        CaseRecord record = records.cases().find(Upkeep.READS_ALL, number).orElseThrow();
        if (!(PermitCase.of(record) instanceof PermitCase.Undecided)) {
            return;
        }
        List<PieceVersion> standing = records.evidence().versions(number).stream()
                .filter(version -> version.evidence().equals(evidence.id())
                        && version.end().isEmpty())
                .toList();
        for (PieceVersion piece : standing) {
            records.evidence()
                    .endVersion(
                            number,
                            piece.type(),
                            piece.version(),
                            new PieceVersion.End(now, PieceVersion.How.INFECTED));
            CaseRecord present = records.cases().find(Upkeep.READS_ALL, number).orElseThrow();
            JournalEntry line = new JournalEntry(
                    now, Upkeep.PLATFORM, "piece-infected", piece.type().value(), Optional.empty());
            upkeep.keep(
                    records,
                    new Upkeep.Deed(
                            CasePieces.removed(present, piece.type()),
                            List.of(line),
                            List.of(NoticeWriter.pieceInfected(piece.type()))),
                    now);
        }
    }
}
