package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.NextAct.Who;
import fr.sejour.api.cases.Task;
import fr.sejour.core.internal.cases.CaseClocks;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.law.Edition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose turn it is on a case, by when, and on which days the clock has to look at it again. */
final class Outlook {

    private static final int TAKE_UP_WORKING_DAYS = 10;
    private static final int ORDER_WORKING_DAYS = 5;
    private static final int NOTIFY_WORKING_DAYS = 5;
    private static final int CLOSE_WORKING_DAYS = 5;
    private static final int PRODUCTION_DAYS = 30;
    private static final int COLLECTION_MONTHS = 2;
    private static final int DECISION_MONTHS = 4;

    private final CaseRecord record;
    private final LocalDate today;
    private final Edition edition;
    private final boolean byCard;

    /** @param byCard whether what was granted comes as a card, as far as anybody knows */
    Outlook(CaseRecord record, LocalDate today, Edition edition, boolean byCard) {
        this.record = record;
        this.today = today;
        this.edition = edition;
        this.byCard = byCard;
    }

    /** The next act; empty once nobody owes one. */
    Optional<NextAct> next() {
        if (courtOrderToObey().isPresent()) {
            return prefecture("obey-court", courtOrderToObey().get());
        }
        if (receiptToConfirm().isPresent()) {
            return prefecture("confirm-receipt", receiptToConfirm().get());
        }
        if (record.standing().status().isOpen() && grantOver().isPresent()) {
            return prefecture("close", workingDays(grantOver().get(), CLOSE_WORKING_DAYS));
        }
        LocalDate filedOn = record.filed().filedOn();
        return switch (record.standing().status()) {
            case FILED -> prefecture("take-up", workingDays(filedOn, TAKE_UP_WORKING_DAYS));
            case AWAITING_PIECES -> Optional.of(new NextAct(Who.PERSON, "answer-pieces", answerBy(), owner()));
            case UNDER_REVIEW, SILENTLY_REFUSED -> prefecture("decide", decisionDay());
            case GRANTED -> prefecture(byCard ? "order-card" : "deliver", workingDays(decidedOn(), ORDER_WORKING_DAYS));
            case CARD_IN_PRODUCTION ->
                Optional.of(
                        new NextAct(Who.CARD_MAKER, "produce-card", decidedOn().plusDays(PRODUCTION_DAYS), owner()));
            case CARD_READY ->
                Optional.of(new NextAct(Who.PERSON, "collect-card", readyOn().plusMonths(COLLECTION_MONTHS), owner()));
            case REFUSED, REGISTRATION_REFUSED ->
                record.decision().flatMap(DecisionFile::notification).isEmpty()
                        ? prefecture("notify", workingDays(decidedOn(), NOTIFY_WORKING_DAYS))
                        : Optional.empty();
            case HANDED_OVER, DELIVERED, WITHDRAWN, MOOT -> Optional.empty();
        };
    }

    /** By when the most urgent of a judge's orders has to be obeyed; empty when none is owed. */
    Optional<LocalDate> courtOrderToObey() {
        return record.orders().stream()
                .filter(order -> record.standing().status().isOpen())
                .filter(order -> order.doneOn().isEmpty())
                .map(CourtOrder::dueOn)
                .min(Comparator.naturalOrder());
    }

    /** By when somebody has to confirm what the person says of their card; empty when they say nothing. */
    Optional<LocalDate> receiptToConfirm() {
        return record.collection()
                .filter(card -> record.standing().status().isOpen())
                .flatMap(CollectionFile::declared)
                .flatMap(said -> edition.clocks().declaredFact(said.saidOn()).endsOn());
    }

    /** What somebody has to do, or has to see to, and has not done by its day. */
    Optional<Overdue> overdue() {
        return next().filter(act -> today.isAfter(act.by()))
                .flatMap(act -> owed(act.what()).map(kind -> new Overdue(kind, act.by())));
    }

    /** The task that an act becomes once its day is over; empty where another task or the clock sees to it. */
    private static Optional<Task.Kind> owed(String what) {
        return switch (what) {
            case "take-up" -> Optional.of(Task.Kind.TAKE_UP);
            case "decide" -> Optional.of(Task.Kind.DECIDE);
            case "order-card" -> Optional.of(Task.Kind.ORDER_CARD);
            case "produce-card" -> Optional.of(Task.Kind.CHASE_CARD);
            case "collect-card" -> Optional.of(Task.Kind.REMIND_HOLDER);
            case "deliver" -> Optional.of(Task.Kind.DELIVER);
            case "notify" -> Optional.of(Task.Kind.NOTIFY);
            case "close" -> Optional.of(Task.Kind.CLOSE);
            default -> Optional.empty();
        };
    }

    /** An act that was owed by a day. */
    record Overdue(Task.Kind kind, LocalDate by) {}

    /** The days, past ones included, at whose start where the case is something of it changes by itself. */
    List<LocalDate> wakeDays() {
        List<LocalDate> days = new ArrayList<>();
        next().map(act -> act.by().plusDays(1)).ifPresent(days::add);
        record.standing().answerBy().map(day -> day.plusDays(1)).ifPresent(days::add);
        CasePieces.noticesRunning(record).forEach(day -> days.add(day.plusDays(1)));
        record.clocks().stream()
                .filter(clock -> clock.state() == ClockFile.State.RUNNING)
                .flatMap(clock -> clock.endsOn().stream())
                .forEach(end -> days.add(end.plusDays(1)));
        for (Task task : record.tasks()) {
            days.add(task.dueOn().plusDays(1));
            days.add(workingDays(task.dueOn(), 2).plusDays(1));
        }
        return days;
    }

    /** The last day of the permit granted, once it is past. */
    private Optional<LocalDate> grantOver() {
        return record.decision().flatMap(DecisionFile::validUntil).filter(today::isAfter);
    }

    private LocalDate answerBy() {
        return record.standing().answerBy().orElse(today);
    }

    private LocalDate decisionDay() {
        return CaseClocks.silenceEnd(record).orElse(record.filed().filedOn().plusMonths(DECISION_MONTHS));
    }

    private LocalDate decidedOn() {
        return record.decision().map(DecisionFile::decidedOn).orElse(today);
    }

    private LocalDate readyOn() {
        return record.collection().flatMap(CollectionFile::readyOn).orElse(today);
    }

    private LocalDate workingDays(LocalDate from, int days) {
        return edition.clocks().workingDaysAfter(from, days);
    }

    private Optional<NextAct> prefecture(String what, LocalDate by) {
        return Optional.of(new NextAct(Who.PREFECTURE, what, by, owner()));
    }

    private Optional<String> owner() {
        return Optional.of(record.standing().prefecture().value());
    }
}
