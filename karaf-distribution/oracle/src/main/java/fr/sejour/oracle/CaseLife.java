package fr.sejour.oracle;

import fr.sejour.oracle.Story.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One case from its filing on: what stood at each instant, as the story tells it. */
final class CaseLife {

    /** After how many working days a silent receiver has the case: a promise of the platform, no law. */
    private static final int WORKING_DAYS_TO_RECEIVE = 5;

    private static final int MONTHS_OF_THE_EXTENSION = 3;

    private final Catalogue catalogue;
    final Filed filed;
    final List<State> states = new ArrayList<>();
    final List<Ordered> orders = new ArrayList<>();
    final List<Instant> corrections = new ArrayList<>();
    private Set<String> missing;

    /** The préfecture of where the person lives: what is over does not follow them until it goes on. */
    private String home;

    /** The day on which silence has to be counted from; empty once something made that doubtful. */
    Optional<LocalDate> completeOn = Optional.empty();

    boolean silenceDisturbed;
    Optional<Instant> takenUpAt = Optional.empty();
    Optional<LocalDate> refusedOn = Optional.empty();

    CaseLife(Catalogue catalogue, Filed filed) {
        this.catalogue = catalogue;
        this.filed = filed;
        this.missing = filed.blocking(catalogue);
        this.home = filed.prefecture();
        states.add(new State(
                filed.at(),
                missing.isEmpty(),
                !filed.restsOnAWord(),
                true,
                true,
                false,
                Optional.empty(),
                filed.prefecture(),
                Optional.empty(),
                Optional.empty()));
        completeSince(filed.at());
    }

    /** What a favourable decision gave. */
    record Grant(Instant at, LocalDate decidedOn, LocalDate from, LocalDate until) {}

    /** An offer to another préfecture. */
    record Offer(String to, LocalDate completesOn) {}

    /** A paper that a judge ordered. */
    record Ordered(Instant at, String kind, LocalDate last, boolean work) {}

    /**
     * What stands from an instant on.
     *
     * @param undecided until a decision, or until the person knows of one against them
     * @param open whether anybody still works on it
     * @param heard whether the préfet seized the commission, and was not asked anew since
     * @param end why it is over
     */
    record State(
            Instant since,
            boolean complete,
            boolean seen,
            boolean undecided,
            boolean open,
            boolean heard,
            Optional<Grant> grant,
            String prefecture,
            Optional<Offer> offer,
            Optional<String> end) {

        State at(Instant instant) {
            return new State(instant, complete, seen, undecided, open, heard, grant, prefecture, offer, end);
        }

        State complete(boolean is) {
            return new State(since, is, seen, undecided, open, heard, grant, prefecture, offer, end);
        }

        State looked() {
            return new State(since, complete, true, undecided, open, heard, grant, prefecture, offer, end);
        }

        State heard(boolean is) {
            return new State(since, complete, seen, undecided, open, is, grant, prefecture, offer, end);
        }

        /** What is over is no longer on offer to anybody. */
        State decided(boolean goesOn, boolean stillOpen, Optional<Grant> granted, Optional<String> over) {
            Optional<Offer> stands = stillOpen ? offer : Optional.empty();
            return new State(since, complete, seen, goesOn, stillOpen, heard, granted, prefecture, stands, over);
        }

        State in(String place, Optional<Offer> next) {
            return new State(since, complete, seen, undecided, open, heard, grant, place, next, end);
        }
    }

    State last() {
        return states.get(states.size() - 1);
    }

    State at(Instant instant) {
        State found = states.get(0);
        for (State state : states) {
            if (state.since().isAfter(instant)) {
                break;
            }
            found = state;
        }
        return found;
    }

    /** The préfecture in charge: the receiver that was silent for five working days has the case. */
    String prefecture(Instant instant) {
        State state = at(instant);
        return state.offer()
                .filter(it -> !instant.isBefore(silentSince(state, it)))
                .map(Offer::to)
                .orElse(state.prefecture());
    }

    /** Once its last day is over where the filing came to, where the case is and where it goes. */
    private Instant silentSince(State state, Offer offer) {
        ZoneId between = Places.laterToEnd(Places.zone(state.prefecture()), Places.zone(offer.to()));
        return offer.completesOn()
                .plusDays(1)
                .atStartOfDay(Places.laterToEnd(filed.zone(), between))
                .toInstant();
    }

    /** The first pass after a silent receiver got the case moves it: until then both are right. */
    boolean changesHands(Instant instant) {
        State state = at(instant);
        return state.offer()
                .map(it -> silentSince(state, it))
                .filter(since -> !instant.isBefore(since))
                .isPresent();
    }

    void take(Event event) {
        State before = last();
        if (before.offer().isPresent()) {
            String place = prefecture(event.at());
            if (!place.equals(before.prefecture())) {
                before = before.in(place, Optional.empty());
            }
        }
        State next = before.at(event.at());
        switch (event.verb()) {
            case "given", "waived" -> missing.remove(event.word(1));
            case "asked", "refused-piece" -> {
                if (filed.blocking(catalogue).contains(event.word(1))) {
                    missing.add(event.word(1));
                    silenceDisturbed = true;
                }
            }
            case "moved" -> next = moved(next, event);
            case "corrected" -> corrections.add(event.at());
            case "act" -> next = acted(next, event);
            default -> throw new IllegalArgumentException(event.toString());
        }
        if (next.undecided()) {
            next = next.complete(missing.isEmpty());
        }
        states.add(next);
        completeSince(event.at());
    }

    /** What an agent saw on one case counts for every case that rests on it. */
    void permitSeen(String number, Instant at) {
        boolean restsOnIt =
                filed.held().filter(it -> it.number().equals(number)).isPresent();
        if (restsOnIt && last().undecided() && !filed.restsOnAnotherWord()) {
            states.add(last().at(at).looked());
        }
    }

    private void completeSince(Instant instant) {
        if (last().undecided() && last().complete() && completeOn.isEmpty()) {
            completeOn = Optional.of(today(last(), instant));
        }
    }

    private State moved(State state, Event event) {
        home = Places.prefectureOf(event.word(0));
        return state.open() ? offered(state, home, event.at()) : state;
    }

    private State offered(State state, String to, Instant at) {
        if (to.equals(state.prefecture())) {
            return state.in(to, Optional.empty());
        }
        boolean already = state.offer().filter(it -> it.to().equals(to)).isPresent();
        return already
                ? state
                : state.in(
                        state.prefecture(),
                        Optional.of(new Offer(to, WorkingDays.after(today(state, at), WORKING_DAYS_TO_RECEIVE))));
    }

    private static LocalDate today(State state, Instant at) {
        return at.atZone(Places.zone(state.prefecture())).toLocalDate();
    }

    private State acted(State state, Event event) {
        return switch (event.word(1)) {
            case "TAKE_UP" -> {
                takenUpAt = Optional.of(event.at());
                yield state;
            }
            case "SEE_FACTS" -> state.looked();
            case "SEIZE_COMMISSION" -> state.heard(true);
            case "GRANT" ->
                state.decided(
                        false,
                        true,
                        Optional.of(new Grant(
                                event.at(),
                                today(state, event.at()),
                                LocalDate.parse(event.word(2)),
                                LocalDate.parse(event.word(3)))),
                        Optional.empty());
            case "REFUSE", "REFUSE_REGISTRATION" -> {
                refusedOn = Optional.of(today(state, event.at()));
                yield state.decided(true, false, Optional.empty(), Optional.empty());
            }
            case "NOTIFY" -> state.decided(false, false, Optional.empty(), Optional.of("refused"));
            case "HAND_OVER" -> state.decided(false, false, state.grant(), Optional.of("card-handed-over"));
            case "DELIVER" -> state.decided(false, false, state.grant(), Optional.of("delivered"));
            case "WITHDRAW" -> state.decided(false, false, state.grant(), Optional.of("withdrawn"));
            case "CLOSE_AS_MOOT" -> state.decided(false, false, state.grant(), Optional.of("moot"));
            case "REOPEN" -> reopened(state, event.at());
            case "RECORD_COURT_ORDER" -> {
                orders.add(new Ordered(
                        event.at(),
                        event.word(3),
                        LocalDate.parse(event.word(4)),
                        Boolean.parseBoolean(event.word(5))));
                yield event.word(2).equals("ISSUE_PAPER") ? state : reopened(state, event.at());
            }
            case "OFFER_TRANSFER" -> offered(state, event.word(2), event.at());
            case "RECEIVE_TRANSFER" -> state.in(state.offer().orElseThrow().to(), Optional.empty());
            default -> state;
        };
    }

    /** What was granted is granted still while it lasts; otherwise the préfet is asked anew, and silence counts from that day. */
    private State reopened(State state, Instant at) {
        boolean still = state.grant()
                .filter(it -> !today(state, at).isAfter(it.until()))
                .isPresent();
        silenceDisturbed |= !still;
        refusedOn = Optional.empty();
        State again = still
                ? state.decided(false, true, state.grant(), Optional.empty())
                : state.decided(true, true, Optional.empty(), Optional.empty()).heard(false);
        return offered(again, home, at);
    }

    /** R. 432-9: a paper from the day on which the commission is seized until the préfet has ruled. */
    boolean hears(State state) {
        return state.heard() && state.undecided() && state.seen() && filed.ofATitle();
    }

    /** The paper that the law renews until it has ruled. */
    enum Chain {
        NONE,
        PROTECTION,
        PROLONGATION,
        RECEPISSE
    }

    Chain chain(State state, Instant instant) {
        boolean waitsForTheCard =
                state.open() && state.grant().isPresent() && !filed.online() && !permitOver(state, instant);
        // whoever was granted the permit was admitted with what was known and given (R. 431-12)
        if (!(waitsForTheCard || (state.undecided() && state.seen()))) {
            return Chain.NONE;
        }
        if (filed.ofProtection()) {
            return Chain.PROTECTION;
        }
        if (!(waitsForTheCard || state.complete()) || !filed.ofATitle()) {
            return Chain.NONE;
        }
        if (!filed.online()) {
            return Chain.RECEPISSE;
        }
        boolean inTime = filed.nature() == Filed.Nature.FIRST
                ? WindowLaw.youngAdultInTime(filed)
                : WindowLaw.renewsInTime(filed);
        return inTime ? Chain.PROLONGATION : Chain.NONE;
    }

    /** R. 431-15-1 al. 4: from the decision until the card is in the hand, and not longer than the permit itself. */
    boolean favourable(State state, Instant instant) {
        return state.open()
                && state.grant().isPresent()
                && filed.online()
                && filed.ofATitle()
                && !permitOver(state, instant);
    }

    boolean permitOver(State state, Instant instant) {
        return state.grant().map(it -> !instant.isBefore(permitEnds(it))).orElse(false);
    }

    /** Of where the filing came to and where the case is at an instant, the zone where a day ends last. */
    ZoneId whereDaysEnd(Instant instant) {
        return Places.laterToEnd(filed.zone(), Places.zone(prefecture(instant)));
    }

    /** Where the day ends last: in the préfecture that the filing reached, or in the one in charge. */
    Instant permitEnds(Grant grant) {
        return dayBegins(grant.until().plusDays(1));
    }

    Instant cardBegins(Grant grant) {
        return dayBegins(grant.from());
    }

    private Instant dayBegins(LocalDate day) {
        Instant there = day.atStartOfDay(filed.zone()).toInstant();
        return day.atStartOfDay(whereDaysEnd(there)).toInstant();
    }

    /** L. 433-3: a four-year card, a resident card, a bilateral permit over one year, asked to be renewed before its end. */
    boolean extended() {
        if (filed.nature() != Filed.Nature.RENEWAL) {
            return false;
        }
        Held held = filed.held().orElseThrow();
        boolean fourYears =
                held.is("CSP") && !held.until().plusDays(1).isBefore(held.from().plusMonths(48));
        boolean bilateral = held.permit().family().equals("bilateral")
                && held.until().isAfter(held.from().plusMonths(12));
        return !filed.on().isAfter(held.until()) && (held.is("CR") || fourYears || bilateral);
    }

    LocalDate extensionLast() {
        return filed.held().orElseThrow().until().plusMonths(MONTHS_OF_THE_EXTENSION);
    }

    /** Whether the law owes this person a paper of this case at that instant, beside the permit they hold. */
    boolean owed(State state, Instant instant) {
        if (favourable(state, instant)) {
            return true;
        }
        Optional<Instant> heldEnds = filed.held().map(it -> it.ends(filed.zone()));
        boolean heldOver = heldEnds.map(it -> !instant.isBefore(it)).orElse(true);
        boolean inExtension = extended()
                && state.seen()
                && state.end().isEmpty()
                && !permitOver(state, instant)
                && heldOver
                && instant.isBefore(dayBegins(extensionLast().plusDays(1)));
        return inExtension
                || hears(state)
                || switch (chain(state, instant)) {
                    case NONE -> false;
                    case PROLONGATION -> heldOver;
                    case PROTECTION -> true;
                    case RECEPISSE -> heldOver || (state.seen() && state.complete());
                };
    }

    /** The spans in which a paper is owed, up to an instant. */
    Spans owed(Instant until) {
        TreeSet<Instant> turns = new TreeSet<>();
        for (State state : states) {
            turns.add(state.since());
            state.grant().ifPresent(it -> turns.add(permitEnds(it)));
        }
        filed.held().ifPresent(it -> {
            turns.add(it.ends(filed.zone()));
            turns.add(dayBegins(extensionLast().plusDays(1)));
        });
        turns.add(until);
        Spans spans = new Spans();
        for (Instant from : turns.subSet(filed.at(), true, until, false)) {
            if (owed(at(from), from)) {
                spans.add(from, turns.higher(from));
            }
        }
        return spans;
    }
}
