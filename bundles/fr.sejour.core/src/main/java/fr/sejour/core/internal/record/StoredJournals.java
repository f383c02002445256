package fr.sejour.core.internal.record;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.record.Journals;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.desk.Links;
import fr.sejour.core.port.JournalChain;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.JournalHead;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Statement;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.WrittenLine;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies and seals the journals that the store keeps. Immediate, because nobody calls for a seal: the hour does. */
@Component(service = Journals.class, immediate = true, configurationPid = StoredJournals.PID)
@Designate(ocd = StoredJournals.Config.class)
public final class StoredJournals implements Journals {

    /** The PID of the sealing of journals. */
    public static final String PID = "fr.sejour.journal";

    private static final Logger LOG = LoggerFactory.getLogger(StoredJournals.class);

    /** What the signature says it is: no other statement of the platform is taken for a root. */
    private static final String ROOT = "journal-root";

    private static final int HEADS_OF_A_ROOT = 2_000;
    private static final int CHUNK = 500;
    private static final int MOST = 1_000;

    /** How often journals are sealed. */
    @ObjectClassDefinition(name = "Séjour: sealing of journals")
    public @interface Config {
        @AttributeDefinition(name = "Minutes between two seals", description = "1 to 1440")
        int sealEveryMinutes() default 60;
    }

    private final Store store;
    private final Signatures signatures;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-journal");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    public StoredJournals(
            @Reference Store store, @Reference Signatures signatures, @Reference Clock clock, Config config) {
        this(store, signatures, clock);
        int every = config.sealEveryMinutes();
        if (every < 1 || every > 1440) {
            throw new IllegalArgumentException(PID + ": sealEveryMinutes is 1 to 1440, not " + every);
        }
        timer.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MINUTES);
    }

    /** Journals that are sealed when somebody asks. */
    public StoredJournals(Store store, Signatures signatures, Clock clock) {
        this.store = store;
        this.signatures = signatures;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void round() {
        try {
            int sealed = seal();
            LOG.debug("{} journals sealed", sealed);
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "Journals could not be sealed and will be: {}",
                    Silenced.of(unavailable).getMessage());
        }
    }

    @Override
    public Verdict verify(Caller caller, CaseNumber number) {
        return store.read(records -> {
            if (records.cases().find(caller, number).isEmpty()) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            return verify(records, records.journals().head(number).orElseThrow());
        });
    }

    private static Verdict verify(Records records, JournalHead head) {
        var lines = records.journals().lines(head.number());
        var sealed = records.journals().sealed(head.number());
        return new Verdict(head.number(), lines.size(), ChainCheck.of(head.number(), lines, head, sealed));
    }

    @Override
    public Evidence takeOut(Caller caller, CaseNumber number) {
        store.write(records -> {
            if (records.cases().find(caller, number).isEmpty()) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            // a file that cannot be sealed now does not leave: no line says it did
            signatures.requireKey();
            records.cases()
                    .write(
                            number,
                            new JournalEntry(
                                    clock.instant(), caller.account().value(), "taken-out", "", Optional.empty()));
            return records;
        });
        seal();
        return store.read(records -> {
            List<Line> lines = records.journals().lines(number).stream()
                    .map(line -> line(caller, line))
                    .toList();
            List<Proof> proofs = new ArrayList<>();
            for (long root : records.journals().sealing(number)) {
                records.journals().roots(root - 1, 1).forEach(it -> proofs.add(proof(records, it, number)));
            }
            return new Evidence(lines, proofs);
        });
    }

    private static Line line(Caller caller, WrittenLine line) {
        boolean shows = Links.showsDetail(caller, line.what(), line.detail());
        Optional<Statement> said = line.statement().filter(it -> shows);
        return new Line(
                line.sequence(),
                line.at(),
                line.actor(),
                line.what(),
                shows ? line.detail() : "",
                line.basis(),
                line.digest(),
                said.map(Statement::words),
                said.map(Statement::salt));
    }

    private static Proof proof(Records records, Root root, CaseNumber number) {
        List<JournalHead> leaves = records.journals().leaves(root.number());
        int leaf = 0;
        while (!leaves.get(leaf).number().equals(number)) {
            leaf++;
        }
        return new Proof(root, leaves.get(leaf).lines(), leaf, HeadTree.path(leaves, leaf));
    }

    @Override
    public Audit audit() {
        Optional<Long> brokenRoot = brokenRoot();
        List<Verdict> altered = new ArrayList<>();
        long cases = 0;
        Optional<CaseNumber> last = Optional.empty();
        List<Verdict> chunk;
        do {
            Optional<CaseNumber> after = last;
            chunk = store.read(records -> records.journals().heads(after, CHUNK).stream()
                    .map(head -> verify(records, head))
                    .toList());
            cases += chunk.size();
            for (Verdict verdict : chunk) {
                last = Optional.of(verdict.number());
                if (verdict.alteration().isPresent() && altered.size() < MOST) {
                    altered.add(verdict);
                }
            }
        } while (chunk.size() == CHUNK);
        long roots = store.read(
                records -> records.journals().lastRoot().map(Root::number).orElse(0L));
        return new Audit(cases, roots, altered, brokenRoot);
    }

    /** The roots are a chain of their own: each says what it seals and what the one before was, under the platform's signature. */
    private Optional<Long> brokenRoot() {
        String previous = JournalChain.START;
        long expected = 1;
        List<Root> chunk;
        do {
            chunk = roots(expected - 1);
            for (Root root : chunk) {
                boolean stands = root.number() == expected
                        && root.previous().equals(previous)
                        && signatures.verify(ROOT, root.signed()).equals(Optional.of(statement(root)))
                        && seals(root);
                if (!stands) {
                    return Optional.of(expected);
                }
                previous = root.digest();
                expected++;
            }
        } while (!chunk.isEmpty());
        return Optional.empty();
    }

    private boolean seals(Root root) {
        List<JournalHead> leaves = store.read(records -> records.journals().leaves(root.number()));
        return leaves.size() == root.heads() && HeadTree.root(leaves).equals(root.digest());
    }

    @Override
    public synchronized int seal() {
        int sealed = 0;
        OptionalInt heads = sealSome();
        while (heads.isPresent()) {
            sealed += heads.getAsInt();
            heads = sealSome();
        }
        return sealed;
    }

    /**
     * The signature is made before the transaction opens; a root that another node took meanwhile makes this one void.
     *
     * @return how many heads it has sealed; empty when nothing is unsealed
     */
    private OptionalInt sealSome() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Draft draft = store.read(records ->
                new Draft(records.journals().lastRoot(), records.journals().unsealed(HEADS_OF_A_ROOT)));
        if (draft.heads().isEmpty()) {
            return OptionalInt.empty();
        }
        Root root = sign(draft, now);
        boolean kept = store.write(records -> {
            if (!records.journals().lastRoot().equals(draft.last())) {
                return false;
            }
            records.journals().keep(root, draft.heads());
            return true;
        });
        return OptionalInt.of(kept ? draft.heads().size() : 0);
    }

    private record Draft(Optional<Root> last, List<JournalHead> heads) {

        Draft {
            heads = List.copyOf(heads);
        }
    }

    private Root sign(Draft draft, Instant now) {
        Root unsigned = new Root(
                draft.last().map(Root::number).orElse(0L) + 1,
                now,
                draft.heads().size(),
                HeadTree.root(draft.heads()),
                draft.last().map(Root::digest).orElse(JournalChain.START),
                "");
        return new Root(
                unsigned.number(),
                now,
                unsigned.heads(),
                unsigned.digest(),
                unsigned.previous(),
                signatures.sign(ROOT, statement(unsigned)));
    }

    private static Map<String, String> statement(Root root) {
        Map<String, String> statement = new LinkedHashMap<>();
        statement.put("number", Long.toString(root.number()));
        statement.put("takenAt", root.takenAt().toString());
        statement.put("heads", Integer.toString(root.heads()));
        statement.put("digest", root.digest());
        statement.put("previous", root.previous());
        return statement;
    }

    @Override
    public List<Root> roots(long after) {
        return store.read(records -> records.journals().roots(after, MOST));
    }
}
