package fr.sejour.lives;

import static fr.sejour.api.cases.CaseStatus.AWAITING_PIECES;
import static fr.sejour.api.cases.CaseStatus.CARD_IN_PRODUCTION;
import static fr.sejour.api.cases.CaseStatus.CARD_READY;
import static fr.sejour.api.cases.CaseStatus.DELIVERED;
import static fr.sejour.api.cases.CaseStatus.FILED;
import static fr.sejour.api.cases.CaseStatus.GRANTED;
import static fr.sejour.api.cases.CaseStatus.HANDED_OVER;
import static fr.sejour.api.cases.CaseStatus.MOOT;
import static fr.sejour.api.cases.CaseStatus.REFUSED;
import static fr.sejour.api.cases.CaseStatus.REGISTRATION_REFUSED;
import static fr.sejour.api.cases.CaseStatus.SILENTLY_REFUSED;
import static fr.sejour.api.cases.CaseStatus.UNDER_REVIEW;
import static fr.sejour.api.cases.CaseStatus.WITHDRAWN;
import static fr.sejour.lives.Broken.Promise.ACKNOWLEDGED_IS_KEPT;
import static fr.sejour.lives.Broken.Promise.A_CORRECTION_TAKES_NOTHING;
import static fr.sejour.lives.Broken.Promise.A_GROUND_TAKES_NOTHING;
import static fr.sejour.lives.Broken.Promise.A_REFUSAL_CHANGES_NOTHING;
import static fr.sejour.lives.Broken.Promise.CLOCKS_KEEP_THEIR_START;
import static fr.sejour.lives.Broken.Promise.EVERYBODY_MAY_FILE;
import static fr.sejour.lives.Broken.Promise.NEXT_ACT_AND_DATE;
import static fr.sejour.lives.Broken.Promise.NOTHING_FAULTS;
import static fr.sejour.lives.Broken.Promise.ONCE;
import static fr.sejour.lives.Broken.Promise.ONE_OWNER;
import static fr.sejour.lives.Broken.Promise.ONE_QUEUE;
import static fr.sejour.lives.Broken.Promise.SCOPE;
import static fr.sejour.lives.Broken.Promise.SILENCE_COMPLETES;
import static fr.sejour.lives.Broken.Promise.THE_EARLIEST_DATE_STAYS;
import static fr.sejour.lives.Broken.Promise.THE_STATE_THE_LAW_KNOWS;
import static fr.sejour.lives.Broken.unless;

import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What must hold whatever happens, said without the core: what an acknowledged step may have made of what stood before it, and
 * what stands at any instant.
 */
final class Model {

    private static final Set<CaseStatus> TAKEN_UP_AGAIN = Set.of(UNDER_REVIEW, GRANTED, CARD_IN_PRODUCTION, CARD_READY);

    /** Where an act leads; none here: the case stays where it is. */
    private static final Map<ActKind, Set<CaseStatus>> LEADS_TO = Map.ofEntries(
            Map.entry(ActKind.TAKE_UP, Set.of(UNDER_REVIEW)),
            Map.entry(ActKind.ASK_FOR_PIECES, Set.of(AWAITING_PIECES)),
            Map.entry(ActKind.ANSWER, Set.of(UNDER_REVIEW)),
            Map.entry(ActKind.REFUSE_REGISTRATION, Set.of(REGISTRATION_REFUSED)),
            Map.entry(ActKind.GRANT, Set.of(GRANTED)),
            Map.entry(ActKind.REFUSE, Set.of(REFUSED)),
            Map.entry(ActKind.ORDER_CARD, Set.of(CARD_IN_PRODUCTION)),
            Map.entry(ActKind.CARD_READY, Set.of(CARD_READY)),
            Map.entry(ActKind.HAND_OVER, Set.of(HANDED_OVER)),
            Map.entry(ActKind.CONFIRM_RECEIPT, Set.of(HANDED_OVER)),
            Map.entry(ActKind.DELIVER, Set.of(DELIVERED)),
            Map.entry(ActKind.WITHDRAW, Set.of(WITHDRAWN)),
            Map.entry(ActKind.CLOSE_AS_MOOT, Set.of(MOOT)),
            Map.entry(ActKind.REOPEN, TAKEN_UP_AGAIN));

    /** Acts after which a case that waited for pieces may wait no longer, or a judge has it taken up again. */
    private static final Set<ActKind> MAY_RESUME =
            Set.of(ActKind.WAIVE_PIECE, ActKind.ABSORB, ActKind.RECORD_COURT_ORDER);

    /** Refusals that are about what was asked; any other is none that these steps may meet. */
    private static final Set<String> ABOUT_THE_STEP = Set.of(
            "ACT_NOT_ALLOWED",
            "CONTRADICTORY_INPUT",
            "PIECE_NOT_EXPECTED",
            "TRANSFER_OFFERED",
            "TRANSFER_BOUNCES",
            "MERGE_TAKES_AWAY",
            "NOT_YOURS_TO_DO",
            "NOT_FOUND",
            "CASE_CHANGED",
            "CORRECTION_OPEN",
            "CORRECTION_SETTLED",
            "MANDATE_STANDS",
            "UPLOAD_ELSEWHERE");

    /** Those who have or had a case, by its number. */
    private final Map<String, Set<String>> readers = new TreeMap<>();

    /** What stands at any instant. */
    void stands(View view) {
        view.names.keySet().forEach(person -> correctionStands(person, view));
        for (View.Row row : view.cases.values()) {
            String at = row.number() + " " + row.status() + " at " + row.prefecture();
            boolean adverse = row.status() == REFUSED || row.status() == REGISTRATION_REFUSED;
            unless(!row.status().isOpen() || row.owed(), NEXT_ACT_AND_DATE, at + " is nobody's turn");
            unless(row.status().isOpen() || adverse || !row.owed(), NEXT_ACT_AND_DATE, at + " is a turn after the end");
            if (row.owed()) {
                unless(!row.nextBy().equals("-"), NEXT_ACT_AND_DATE, at + " has no day");
                unless(row.nextOwner().equals(row.prefecture()), ONE_QUEUE, at + " is owed by " + row.nextOwner());
                unless(!row.queueKey().equals("-"), ONE_QUEUE, at + " has no place");
            }
            unless(
                    Set.of("-", "national", "agent-" + row.prefecture()).contains(row.assignee()),
                    ONE_OWNER,
                    at + " is with " + row.assignee());
        }
    }

    /** What is proposed of a person is one task, of the open case filed last, for as long as it waits. */
    private static void correctionStands(String person, View view) {
        long waiting = view.corrections.stream()
                .filter(it -> it.person().equals(person) && it.state().equals("PROPOSED"))
                .count();
        List<View.Row> open =
                view.of(person).filter(row -> row.status().isOpen()).toList();
        List<View.Row> asked = view.of(person)
                .filter(row -> view.toAnswer.contains(row.number()))
                .toList();
        unless(waiting <= 1, ONCE, waiting + " corrections of " + person + " wait");
        unless(
                asked.size() == (open.isEmpty() ? 0 : waiting),
                ONE_QUEUE,
                "a correction of " + person + " is to be answered with " + asked);
        for (View.Row row : asked) {
            unless(
                    open.stream().noneMatch(other -> other.filedAt().isAfter(row.filedAt())),
                    ONE_QUEUE,
                    "a correction is answered with " + row.number() + ", which was not filed last");
        }
    }

    void proposed(String person, String name, View before, View after) {
        unless(after.corrections.size() == before.corrections.size() + 1, ONCE, "one proposal has made others");
        unless(
                after.corrections.stream()
                        .anyMatch(it -> it.person().equals(person)
                                && it.state().equals("PROPOSED")
                                && it.name().equals(name)),
                ACKNOWLEDGED_IS_KEPT,
                name + " is not proposed of " + person);
        unless(after.names.equals(before.names), THE_STATE_THE_LAW_KNOWS, "a proposal has changed a name");
    }

    /** An approval changes the name and takes no right; whatever else ends a proposal changes nothing of who somebody is. */
    void answered(String caller, String person, String answer, View before, View after) {
        boolean approved = answer.equals("APPROVE");
        unless(answer.equals("WITHDRAW") || !caller.startsWith("p"), SCOPE, caller + " answered " + answer);
        String name = before.corrections.stream()
                .filter(it -> it.person().equals(person) && it.state().equals("PROPOSED"))
                .findFirst()
                .map(View.Correction::name)
                .orElse("none");
        Map<String, String> expected = new TreeMap<>(before.names);
        if (approved) {
            expected.put(person, name);
        }
        unless(after.names.equals(expected), THE_STATE_THE_LAW_KNOWS, answer + " of " + name + ": " + after.names);
        unless(
                after.corrections.stream()
                        .noneMatch(
                                it -> it.person().equals(person) && it.state().equals("PROPOSED")),
                ACKNOWLEDGED_IS_KEPT,
                answer + " has left " + name + " waiting");
        Set<String> lost = before.rights(person);
        lost.removeAll(after.rights(person));
        unless(lost.isEmpty(), A_CORRECTION_TAKES_NOTHING, answer + " took " + lost + " from " + person);
    }

    /** @param allows what was given; nothing when it was taken back */
    void lent(String person, String helper, List<String> allows, View after) {
        for (String permission : List.of("FILE", "COMPLETE", "READ")) {
            unless(
                    after.lends(person, helper, permission) == allows.contains(permission),
                    ACKNOWLEDGED_IS_KEPT,
                    helper + " may " + permission + " for " + person + " against what was said: " + allows);
        }
    }

    /** Whoever does something to a person is that person, or has or had one of their cases. */
    void scopeOfPerson(String caller, String person, View before) {
        boolean reads = switch (caller.charAt(0)) {
            case 'n' -> true;
            case 'a' ->
                before.of(person)
                        .anyMatch(row -> readers(row.number()).contains(caller.substring(1))
                                || row.offeredTo().equals(caller.substring(1)));
            case 'p' -> person.equals(caller.substring(1));
            default -> false;
        };
        unless(reads, SCOPE, caller + " did something to " + person);
    }

    /** Whose name an act on several cases may give them. */
    static Set<String> takers(String caller, String act) {
        if (act.startsWith("ASSIGN:")) {
            return Set.of("agent-" + act.substring("ASSIGN:".length()));
        }
        return act.equals("TAKE_UP")
                ? Set.of(caller.equals("n") ? "national" : "agent-" + caller.substring(1))
                : Set.of();
    }

    /** The queues as the agents of every préfecture read them. */
    void queues(View view, Answer queues) {
        unless(queues.ok(), NOTHING_FAULTS, queues.toString());
        Map<String, List<String>> found = queues.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(1), Collectors.mapping(row -> row.get(0), Collectors.toList())));
        for (View.Row row : view.cases.values()) {
            List<String> in = found.getOrDefault(row.number(), List.of());
            List<String> expected = row.owed() ? List.of(row.prefecture()) : List.of();
            unless(
                    in.equals(expected),
                    ONE_QUEUE,
                    row.number() + " " + row.status() + " of " + row.prefecture() + " is in the queues of " + in);
        }
        unless(view.cases.keySet().containsAll(found.keySet()), ONE_QUEUE, "a queue has a case that is not there");
    }

    /** After the pass nothing is late. */
    void passed(View view, Instant now) {
        for (View.Row row : view.cases.values()) {
            unless(
                    row.offeredTo().equals("-")
                            || !LocalDate.parse(row.completesOn()).isBefore(view.today.minusDays(1)),
                    SILENCE_COMPLETES,
                    row.number() + " was to be taken over on " + row.completesOn());
            unless(
                    row.wakeAt().equals("-") || View.instant(row.wakeAt()).isAfter(now),
                    NEXT_ACT_AND_DATE,
                    row.number() + " was to be woken at " + row.wakeAt());
        }
    }

    /**
     * What every step leaves as it was, or may change in one way only.
     *
     * @param together whether two cases were taken together, which makes the dates of either those of one
     */
    void goesOn(View before, View after, boolean together) {
        for (View.Row was : before.cases.values()) {
            View.Row is = after.cases.get(was.number());
            unless(is != null, ACKNOWLEDGED_IS_KEPT, was.number() + " is gone");
            unless(
                    is.version() >= was.version() && is.lines() >= was.lines(),
                    ACKNOWLEDGED_IS_KEPT,
                    was.number() + " has gone back");
            unless(
                    is.lines() > was.lines() || is.digest().equals(was.digest()),
                    ACKNOWLEDGED_IS_KEPT,
                    was.number() + " has another journal of the same length");
            unless(
                    !is.filedAt().isAfter(was.filedAt()) && is.filedOn().compareTo(was.filedOn()) <= 0,
                    THE_EARLIEST_DATE_STAYS,
                    was.number() + " was filed at " + was.filedAt() + ", now at " + is.filedAt());
            if (!together && !is.prefecture().equals(was.prefecture())) {
                unless(
                        is.filedAt().equals(was.filedAt()),
                        THE_EARLIEST_DATE_STAYS,
                        was.number() + " has another date since its transfer");
                unless(
                        starts(after, was.number()).containsAll(starts(before, was.number())),
                        CLOCKS_KEEP_THEIR_START,
                        was.number() + " had " + starts(before, was.number()) + ", now " + starts(after, was.number()));
            }
        }
        after.cases.values().forEach(row -> readers(row.number()).add(row.prefecture()));
    }

    private static Set<String> starts(View view, String number) {
        return view.clocks.getOrDefault(number, Set.of());
    }

    private Set<String> readers(String number) {
        return readers.computeIfAbsent(number, fresh -> new TreeSet<>());
    }

    /** A new préfecture has a case because it received it or because it was silent until the day set. */
    void owners(View before, View after, Set<String> received) {
        for (View.Row was : before.cases.values()) {
            String owner = after.cases.get(was.number()).prefecture();
            boolean silent = owner.equals(was.offeredTo())
                    && LocalDate.parse(was.completesOn()).isBefore(after.today.plusDays(1));
            unless(
                    owner.equals(was.prefecture()) || silent || received.contains(was.number()),
                    ONE_OWNER,
                    was.number() + " went from " + was.prefecture() + " to " + owner + ", offered to "
                            + was.offeredTo());
        }
    }

    /** @param caller who asked, as the wire has it */
    void refused(String caller, String number, Answer answer, View before, View after) {
        unless(!answer.outcome().equals("fault"), NOTHING_FAULTS, answer.words().toString());
        unless(ABOUT_THE_STEP.contains(answer.words().get(0)), NOTHING_FAULTS, "refused with " + answer.words());
        unless(before.marks().equals(after.marks()), A_REFUSAL_CHANGES_NOTHING, answer.words() + " on " + number);
        scope(caller, number, answer, before);
    }

    /** Whoever is out of scope is answered as if there were nothing. */
    void scope(String caller, String number, Answer answer, View before) {
        View.Row row = before.cases.get(number);
        if (row == null) {
            return;
        }
        boolean reads = switch (caller.charAt(0)) {
            case 'n' -> true;
            case 'a' ->
                readers(number).contains(caller.substring(1)) || row.offeredTo().equals(caller.substring(1));
            case 'h' -> before.lends(row.person(), caller, "COMPLETE");
            default -> row.person().equals(caller.substring(1));
        };
        unless(reads || answer.refused("NOT_FOUND"), SCOPE, caller + " was answered " + answer);
        boolean writes = !caller.startsWith("a")
                || row.prefecture().equals(caller.substring(1))
                || row.offeredTo().equals(caller.substring(1));
        unless(writes || !answer.ok(), SCOPE, caller + " acted on a case of " + row.prefecture());
    }

    /** What an act on several cases, of the kinds that are drawn, may have made of each. */
    void worked(View before, View after, Set<String> handedTo) {
        for (View.Row was : before.cases.values()) {
            String with = after.cases.get(was.number()).assignee();
            unless(
                    with.equals(was.assignee()) || with.equals("-") || handedTo.contains(with),
                    THE_STATE_THE_LAW_KNOWS,
                    was.number() + " went from " + was.assignee() + " to " + with);
            CaseStatus is = after.cases.get(was.number()).status();
            unless(
                    is == was.status() || is == UNDER_REVIEW || is == CARD_IN_PRODUCTION || is == SILENTLY_REFUSED,
                    THE_STATE_THE_LAW_KNOWS,
                    "an act on several cases led from " + was.status() + " to " + is);
        }
    }

    void acted(ActKind kind, List<String> arguments, String number, View before, View after) {
        View.Row was = before.cases.get(number);
        View.Row is = after.cases.get(number);
        unless(
                is.version() > was.version() && is.lines() > was.lines(),
                ACKNOWLEDGED_IS_KEPT,
                kind + " on " + number + " left no trace");
        Set<CaseStatus> expected = new HashSet<>(LEADS_TO.getOrDefault(kind, Set.of(was.status())));
        if (MAY_RESUME.contains(kind)) {
            expected.add(UNDER_REVIEW);
        }
        if (kind == ActKind.ABSORB && (was.status() == FILED || was.status() == UNDER_REVIEW)) {
            // whoever was asked for pieces in the other case has as long to answer as they were told
            expected.add(AWAITING_PIECES);
        }
        if (kind == ActKind.RECORD_COURT_ORDER && !was.status().isOpen()) {
            expected.addAll(TAKEN_UP_AGAIN);
        }
        if (expected.contains(UNDER_REVIEW) || expected.contains(FILED)) {
            // the clock had moved on, and what it makes due is done with the next act
            expected.add(SILENTLY_REFUSED);
        }
        if (expected.contains(AWAITING_PIECES)) {
            expected.add(UNDER_REVIEW);
            expected.add(SILENTLY_REFUSED);
        }
        unless(
                expected.contains(is.status()),
                THE_STATE_THE_LAW_KNOWS,
                kind + " on " + was.status() + " led to " + is.status());
        if (kind == ActKind.ASSIGN || kind == ActKind.GIVE_BACK) {
            String with = kind == ActKind.ASSIGN ? "agent-" + arguments.get(0) : "-";
            unless(is.assignee().equals(with), THE_STATE_THE_LAW_KNOWS, number + " is with " + is.assignee());
        }
        if (kind == ActKind.RECEIVE_TRANSFER) {
            unless(
                    is.prefecture().equals(was.offeredTo()) && is.offeredTo().equals("-"),
                    ONE_OWNER,
                    number + " was received by " + was.offeredTo() + " and is of " + is.prefecture());
        }
        if (kind == ActKind.ABSORB) {
            View.Row other = before.cases.get(arguments.get(0));
            Instant earliest = was.filedAt().isBefore(other.filedAt()) ? was.filedAt() : other.filedAt();
            unless(
                    is.filedAt().equals(earliest),
                    THE_EARLIEST_DATE_STAYS,
                    number + " took over " + other.number() + " and is filed at " + is.filedAt() + ", not " + earliest);
            // whoever had the one has had the other from now on
            readers(number).addAll(readers(other.number()));
            unless(
                    after.cases.get(other.number()).status() == MOOT,
                    THE_STATE_THE_LAW_KNOWS,
                    other.number() + " was taken over and is "
                            + after.cases.get(other.number()).status());
        }
    }

    /** A filing is one case more, and what the person's papers gave before it they give after it. */
    void filed(String person, String number, View before, View after) {
        Set<String> fresh = new TreeSet<>(after.cases.keySet());
        fresh.removeAll(before.cases.keySet());
        unless(fresh.equals(Set.of(number)), ONCE, "one filing has made " + fresh);
        unless(after.cases.get(number).status().isOpen(), EVERYBODY_MAY_FILE, number + " is not open");
        Set<String> lost = before.rights(person);
        lost.removeAll(after.rights(person));
        unless(lost.isEmpty(), A_GROUND_TAKES_NOTHING, number + " took " + lost + " from " + person);
    }

    /** The same key again, the same case and nothing else. */
    void filedAgain(String number, Answer answer, View before, View after) {
        unless(answer.ok() && answer.words().get(0).equals(number), ONCE, number + " was filed again: " + answer);
        unless(before.marks().equals(after.marks()), ONCE, "the same key has changed something");
    }
}
