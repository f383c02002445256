package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.bulk.BulkAct.State;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.bulk.BulkActs;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.bulk.Selection.TickedCase;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.port.BulkRecord;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Acts on many cases, as the store keeps them. */
@Component
public final class StoredBulkActs implements BulkActs {

    private static final int PAGE = 200;
    private static final int CHUNK = 100;
    private static final Duration KEPT = Duration.ofDays(90);

    private final Store store;
    private final NationalCaseReview review;
    private final BulkRunner runner;
    private final Clock clock;

    @Activate
    public StoredBulkActs(
            @Reference Store store,
            @Reference NationalCaseReview review,
            @Reference BulkRunner runner,
            @Reference Clock clock) {
        this.store = store;
        this.review = review;
        this.runner = runner;
        this.clock = clock;
    }

    @Override
    public BulkAct prepare(Caller caller, Selection selection, Act act) {
        ActRules.refuseThePerson(caller);
        if (!BulkAct.KINDS.contains(act.kind())) {
            throw new CaseException(ErrorCode.NOT_ON_MANY_CASES, Map.of("act", ActTraces.code(act.kind())));
        }
        List<TickedCase> wanted = selection instanceof Selection.Ticked ticked
                ? ticked.cases()
                : inTheQueue(caller, ((Selection.Filtered) selection).filter());
        refuseACardWithoutItsNumber(act, wanted);
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<TickedCase> some = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
            lines.addAll(store.read(records -> lookAt(records, caller, some, act)));
        }
        BulkRecord fresh = new BulkRecord(
                new BulkActId(UUID.randomUUID().toString().replace("-", "")),
                caller.account(),
                act,
                State.PREPARED,
                clock.instant());
        return store.write(records -> {
            records.bulk().sweep(clock.instant().minus(KEPT));
            records.bulk().add(fresh, lines);
            return shown(fresh, lines);
        });
    }

    /** Each card has a number of its own: no two cases ever get the same. */
    private static void refuseACardWithoutItsNumber(Act act, List<TickedCase> wanted) {
        boolean named = act.kind() == ActKind.CARD_READY;
        if (wanted.stream().anyMatch(it -> it.cardNumber().isPresent() != named)) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "cases.cardNumber"));
        }
    }

    private List<TickedCase> inTheQueue(Caller caller, QueueFilter filter) {
        // a case that falls back in the queue meanwhile stands on two pages
        Set<TickedCase> found = new LinkedHashSet<>();
        Optional<String> after = Optional.empty();
        do {
            QueuePage page = review.queue(caller, new QueueQuery(filter, after, PAGE));
            page.rows().forEach(row -> found.add(new TickedCase(row.number(), OptionalLong.empty())));
            after = page.next();
        } while (after.isPresent() && found.size() <= Selection.MOST);
        if (found.isEmpty() || found.size() > Selection.MOST) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "filter", "most", Selection.MOST));
        }
        return List.copyOf(found);
    }

    private List<Line> lookAt(Records records, Caller caller, List<TickedCase> some, Act act) {
        Map<CaseNumber, CaseRecord> found =
                records
                        .cases()
                        .find(caller, some.stream().map(TickedCase::number).toList())
                        .stream()
                        .collect(Collectors.toMap(CaseRecord::number, Function.identity()));
        return some.stream()
                .map(it -> Optional.ofNullable(found.get(it.number()))
                        .map(record -> lookAt(records, caller, record, it, act))
                        .orElseGet(() ->
                                new Line(it.number(), 0, Outcome.EXCLUDED, Optional.of(ErrorCode.NOT_FOUND), Map.of())))
                .toList();
    }

    private Line lookAt(Records records, Caller caller, CaseRecord record, TickedCase ticked, Act act) {
        Line ready = new Line(
                record.number(), record.version(), Outcome.READY, Optional.empty(), Map.of(), ticked.cardNumber());
        try {
            review.foresee(records, caller, record, ticked.version(), ticked.own(act));
            return ready;
        } catch (CaseException refused) {
            return ready.with(Outcome.EXCLUDED, Optional.of(refused.code()), BulkRunner.details(refused));
        }
    }

    @Override
    public BulkAct find(Caller caller, BulkActId id) {
        return store.read(records -> shown(records, known(records, caller, id)));
    }

    @Override
    public BulkAct run(Caller caller, BulkActId id) {
        BulkAct running = store.write(records -> {
            known(records, caller, id);
            records.bulk().move(id, State.PREPARED, State.RUNNING);
            return shown(records, known(records, caller, id));
        });
        runner.wake();
        return running;
    }

    @Override
    public BulkAct cancel(Caller caller, BulkActId id) {
        return store.write(records -> {
            known(records, caller, id);
            if (!records.bulk().move(id, State.PREPARED, State.CANCELLED)) {
                records.bulk().move(id, State.RUNNING, State.CANCELLED);
            }
            return shown(records, known(records, caller, id));
        });
    }

    private static BulkRecord known(Records records, Caller caller, BulkActId id) {
        return records.bulk()
                .find(id)
                .filter(it -> caller.role() == Role.NATIONAL || it.by().equals(caller.account()))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    private static BulkAct shown(Records records, BulkRecord record) {
        return shown(record, records.bulk().lines(record.id()));
    }

    private static BulkAct shown(BulkRecord record, List<Line> lines) {
        return new BulkAct(record.id(), record.act(), record.state(), record.preparedAt(), lines);
    }
}
