package fr.sejour.lives;

import static fr.sejour.lives.Broken.Promise.ACKNOWLEDGED_IS_KEPT;
import static fr.sejour.lives.Broken.Promise.A_REFUSAL_CHANGES_NOTHING;
import static fr.sejour.lives.Broken.Promise.EVERYBODY_MAY_FILE;
import static fr.sejour.lives.Broken.Promise.FILES_AND_ROWS;
import static fr.sejour.lives.Broken.Promise.NEXT_ACT_AND_DATE;
import static fr.sejour.lives.Broken.Promise.NOTHING_FAULTS;
import static fr.sejour.lives.Broken.Promise.ONCE;
import static fr.sejour.lives.Broken.Promise.SCOPE;
import static fr.sejour.lives.Broken.Promise.THE_JOURNAL_VERIFIES;
import static fr.sejour.lives.Broken.Promise.THE_STATE_THE_LAW_KNOWS;
import static fr.sejour.lives.Broken.unless;
import static java.util.stream.Collectors.joining;

import fr.sejour.api.cases.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One life in a house: every step is asked for, what stands afterwards is looked at, and the model judges. */
final class Trial {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FIRST_INSTANT = Instant.parse("2026-06-01T07:00:00Z");
    private static final int STEPS_BETWEEN_QUEUES = 5;

    private final AskedHouse house;
    private final Kills kills;
    private final Model model = new Model();
    private final Map<Integer, String> numbers = new TreeMap<>();
    private final Map<Integer, List<String>> pieces = new TreeMap<>();
    private final Map<Integer, String> uploads = new TreeMap<>();
    private final List<Step> done = new ArrayList<>();
    private Instant now = FIRST_INSTANT;
    private View view;
    private Optional<Sent> last = Optional.empty();

    /** To whom acts on several cases, that may not have been done yet, hand them. */
    private final Set<String> handedTo = new TreeSet<>();

    /** A line that can be sent again: it names the version that it was decided on, or a key. */
    private record Sent(Step step, String line) {}

    private Trial(AskedHouse house, Kills kills) {
        this.house = house;
        this.kills = kills;
        asked("wipe");
        asked("at\t" + now);
        asked("staff\t"
                + Drawn.PREFECTURES.stream()
                        .map(it -> "a" + it)
                        .collect(joining(",", "n," + String.join(",", Drawn.HELPERS) + ",", "")));
        view = look();
    }

    /** Draws a life from a seed and lives it. */
    static void live(AskedHouse house, long seed, int steps) {
        live(house, seed, steps, Kills.NONE);
    }

    /** Lives it in a house that is killed now and then. */
    static void live(AskedHouse house, long seed, int steps, Kills kills) {
        Trial trial = new Trial(house, kills);
        try {
            Drawn drawn = new Drawn(seed);
            drawn.people().forEach(trial::take);
            for (int step = 0; step < steps; step++) {
                trial.take(drawn.next(trial.view, trial));
            }
            trial.end(drawn);
        } catch (Broken broken) {
            throw new BrokenLife(seed, trial.done, broken);
        } catch (RuntimeException fault) {
            throw new IllegalStateException("seed " + seed + ", after " + trial.done, fault);
        }
    }

    /** Lives these steps; answers with what stands at the end. */
    static View live(AskedHouse house, List<Step> steps, Kills kills) {
        Trial trial = new Trial(house, kills);
        steps.forEach(trial::take);
        trial.queues();
        return trial.view;
    }

    /** The keys under which a case was filed. */
    List<Integer> filed() {
        return List.copyOf(numbers.keySet());
    }

    String number(int key) {
        return numbers.get(key);
    }

    List<String> pieces(int key) {
        return pieces.get(key);
    }

    private void end(Drawn drawn) {
        for (String person : drawn.people) {
            List<String> permits =
                    view.of(person).map(View.Row::permit).distinct().toList();
            take(drawn.filing(person));
            permits.stream().limit(1).forEach(permit -> take(drawn.filing(person, permit)));
        }
        take(Step.of("sweep"));
        take(Step.of("verify"));
        take(Step.of("watch"));
    }

    private void take(Step step) {
        done.add(step);
        if (step.verb().equals("days")) {
            move(step);
        } else if (step.verb().equals("again")) {
            last.ifPresent(this::again);
        } else {
            if (step.verb().equals("watch")
                    || step.verb().equals("file")
                    || step.verb().equals("answer")) {
                // what the clock has made due meanwhile is no fault of a case, and nothing that a filing or an answer
                // takes
                take(Step.of("pass"));
            }
            line(step).ifPresent(line -> take(step, line));
        }
        if (done.size() % STEPS_BETWEEN_QUEUES == 0
                || (step.verb().equals("act") && step.word(3).contains("TRANSFER"))) {
            queues();
        }
    }

    private void queues() {
        model.queues(view, house.ask("queues\t" + String.join(",", Drawn.PREFECTURES)));
    }

    private void move(Step step) {
        LocalDate day = now.atZone(PARIS).toLocalDate().plusDays(Long.parseLong(step.word(0)));
        now = day.atTime(9, 0).atZone(PARIS).toInstant().plus(Duration.ofMinutes(Long.parseLong(step.word(1))));
        asked("at\t" + now);
        view = look();
        model.stands(view);
    }

    private void take(Step step, String line) {
        View before = view;
        if (kills.next(step)) {
            takeUnderAKill(step, line, before);
            return;
        }
        Answer answer = house.ask(line);
        view = look();
        judge(step, line, answer, before, view);
    }

    /** What was answered stands; what was not has happened whole or not at all, and asking again makes it happen once. */
    private void takeUnderAKill(Step step, String line, View before) {
        Optional<Answer> answer = kills.kill(line);
        asked("at\t" + now);
        view = look();
        before.cases.values().forEach(this::stillWritten);
        queues();
        if (answer.isPresent()) {
            judge(step, line, answer.get(), before, view);
            return;
        }
        boolean received = is(step, ActKind.RECEIVE_TRANSFER);
        model.goesOn(before, view, is(step, ActKind.ABSORB));
        model.owners(before, view, received ? Set.of(number(step, 1)) : Set.of());
        model.stands(view);
        if (step.verb().equals("file")) {
            judge(step, line, againAfterAKill(line), before, view);
        } else if (!step.verb().equals("act")) {
            View after = view;
            judge(step, line, againAfterAKill(line), after, view);
        } else if (!step.word(2).equals("-")) {
            actUnderAKill(step, line, before);
        }
    }

    private void actUnderAKill(Step step, String line, View before) {
        View after = view;
        boolean done = !after.marks().equals(before.marks());
        Answer again = againAfterAKill(line);
        if (done) {
            String number = number(step, 1);
            unless(again.refused("CASE_CHANGED"), ONCE, step + " was done before the kill, then: " + again);
            // a transfer that silence has completed meanwhile is a change of its own
            boolean arrived = !is(step, ActKind.RECEIVE_TRANSFER)
                    && !view.cases
                            .get(number)
                            .prefecture()
                            .equals(before.cases.get(number).prefecture());
            unless(
                    view.cases.get(number).version() == before.cases.get(number).version() + (arrived ? 2 : 1),
                    ONCE,
                    step + " was done more than once");
            judge(step, line, new Answer("ok", List.of(), List.of()), before, view);
        } else {
            judge(step, line, again, after, view);
        }
    }

    private Answer againAfterAKill(String line) {
        Answer again = house.ask(line);
        view = look();
        return again;
    }

    /** The journal that was read has its last line still. */
    private void stillWritten(View.Row was) {
        boolean written = asked("journal\t" + was.number()).rows().stream()
                .anyMatch(row -> row.get(0).equals(String.valueOf(was.lines()))
                        && row.get(3).equals(was.digest()));
        unless(written, ACKNOWLEDGED_IS_KEPT, was.number() + " has lost line " + was.lines());
    }

    private void judge(Step step, String line, Answer answer, View before, View after) {
        unless(!answer.outcome().equals("fault"), NOTHING_FAULTS, step + ": " + answer.words());
        boolean transfer = is(step, ActKind.RECEIVE_TRANSFER);
        model.goesOn(before, after, is(step, ActKind.ABSORB));
        model.owners(before, after, transfer && answer.ok() ? Set.of(number(step, 1)) : Set.of());
        model.stands(after);
        switch (step.verb()) {
            case "file" -> judgeFiling(step, line, answer, before, after);
            case "act" -> judgeAct(step, line, answer, before, after);
            case "pass" -> model.passed(after, now);
            case "watch" ->
                unless(answer.words().equals(List.of("0", "0", "0")), NEXT_ACT_AND_DATE, "astray: " + answer.words());
            case "sweep" ->
                unless(answer.rows().isEmpty(), FILES_AND_ROWS, answer.rows().toString());
            case "verify" ->
                answer.rows().forEach(row -> unless(row.get(2).equals("-"), THE_JOURNAL_VERIFIES, row.toString()));
            case "upload" -> judgeUpload(step, answer, before, after);
            case "give", "remove", "reuse" -> judgePiece(step, answer, before, after);
            case "work" -> {
                unless(answer.rows().isEmpty(), ONCE, "left by an act on several cases: " + answer.rows());
                model.worked(before, after, handedTo);
                handedTo.clear();
            }
            case "propose" -> judgeProposal(step, answer, before, after);
            case "answer" -> judgeAnswer(step, answer, before, after);
            case "lend", "take-back" -> judgeMandate(step, answer, before, after);
            case "bulk", "move", "part" -> {
                if (!answer.ok()) {
                    model.refused("n", "", answer, before, after);
                } else if (step.verb().equals("bulk")) {
                    handedTo.addAll(Model.takers(step.word(0), step.word(1)));
                }
                unless(
                        !step.verb().equals("bulk") || before.marks().equals(after.marks()),
                        THE_STATE_THE_LAW_KNOWS,
                        "an act on several cases was done when it was only asked for");
            }
            default -> unless(answer.ok(), NOTHING_FAULTS, step + ": " + answer);
        }
    }

    private void judgeProposal(Step step, Answer answer, View before, View after) {
        if (answer.ok()) {
            model.scopeOfPerson(step.word(0), step.word(1), before);
            model.proposed(step.word(1), step.word(2), before, after);
        } else {
            model.refused(step.word(0), "", answer, before, after);
        }
    }

    private void judgeAnswer(Step step, Answer answer, View before, View after) {
        if (answer.words().equals(List.of("nothing"))) {
            unless(before.marks().equals(after.marks()), THE_STATE_THE_LAW_KNOWS, step + " had nothing to answer");
        } else if (answer.ok()) {
            model.scopeOfPerson(step.word(0), step.word(1), before);
            model.answered(step.word(0), step.word(1), step.word(2), before, after);
        } else {
            model.refused(step.word(0), "", answer, before, after);
        }
    }

    private void judgeMandate(Step step, Answer answer, View before, View after) {
        if (answer.words().equals(List.of("nothing"))) {
            unless(before.marks().equals(after.marks()), THE_STATE_THE_LAW_KNOWS, step + " had nothing to end");
        } else if (answer.ok()) {
            model.scopeOfPerson(step.word(0), step.word(1), before);
            List<String> allows =
                    step.verb().equals("lend") ? List.of(step.word(3).split(",", -1)) : List.of();
            model.lent(step.word(1), step.word(2), allows, after);
        } else {
            model.refused(step.word(0), "", answer, before, after);
        }
    }

    private void judgeFiling(Step step, String line, Answer answer, View before, View after) {
        String filer = step.word(0);
        if (filer.startsWith("h") && !before.lends(step.word(2), filer, "FILE")) {
            unless(answer.refused("NOT_FOUND"), SCOPE, step + " without a mandate: " + answer);
            unless(before.marks().equals(after.marks()), A_REFUSAL_CHANGES_NOTHING, step + " without a mandate");
            return;
        }
        unless(answer.ok(), EVERYBODY_MAY_FILE, step + " was refused: " + answer.words());
        String number = answer.words().get(0);
        model.filed(step.word(2), number, before, after);
        int key = Integer.parseInt(step.word(1));
        numbers.put(key, number);
        pieces.put(key, List.of(answer.words().get(1).split(",")));
        // the receipt of a helper is given again only while the mandate stands
        last = filer.startsWith("h") ? Optional.empty() : Optional.of(new Sent(step, line));
    }

    private void judgeAct(Step step, String line, Answer answer, View before, View after) {
        String number = number(step, 1);
        if (answer.ok()) {
            model.scope(step.word(0), number, answer, before);
            List<String> arguments = step.words().subList(4, step.words().size()).stream()
                    .map(word -> word.startsWith("#") ? numbers.get(Integer.parseInt(word.substring(1))) : word)
                    .toList();
            unless(
                    !step.word(0).startsWith("h") || is(step, ActKind.ANSWER),
                    SCOPE,
                    "no mandate allows " + step.word(3));
            model.acted(ActKind.valueOf(step.word(3)), arguments, number, before, after);
        } else {
            model.refused(step.word(0), number, answer, before, after);
        }
        // what was refused may be done later, when the clock has changed what it was refused for
        last = answer.ok() && !step.word(2).equals("-") ? Optional.of(new Sent(step, line)) : Optional.empty();
    }

    private void judgeUpload(Step step, Answer answer, View before, View after) {
        if (answer.ok()) {
            uploads.put(Integer.parseInt(step.word(0)), answer.words().get(0));
        } else {
            model.refused(step.word(1), number(step, 2), answer, before, after);
        }
    }

    private void judgePiece(Step step, Answer answer, View before, View after) {
        if (answer.words().equals(List.of("nothing"))) {
            unless(before.marks().equals(after.marks()), THE_STATE_THE_LAW_KNOWS, step + " had nothing to give");
        } else if (answer.ok()) {
            model.scope(step.word(0), number(step, 1), answer, before);
        } else {
            model.refused(step.word(0), number(step, 1), answer, before, after);
        }
    }

    /** The same line again: it was answered, and must not be done twice. */
    private void again(Sent sent) {
        View before = view;
        Answer answer = house.ask(sent.line());
        view = look();
        if (sent.step().verb().equals("file")) {
            model.filedAgain(numbers.get(Integer.parseInt(sent.step().word(1))), answer, before, view);
        } else {
            unless(!answer.ok(), ONCE, sent.step() + " was done again");
            model.refused(sent.step().word(0), number(sent.step(), 1), answer, before, view);
        }
    }

    private static boolean is(Step step, ActKind kind) {
        return step.verb().equals("act") && step.word(3).equals(kind.name());
    }

    private String number(Step step, int at) {
        return numbers.get(Integer.parseInt(step.word(at).substring(1)));
    }

    /** The step as the house is asked; empty when it speaks of what is not there. */
    private Optional<String> line(Step step) {
        List<String> words = new ArrayList<>();
        words.add(step.verb());
        boolean upload = step.verb().equals("upload");
        for (String word : upload ? step.words().subList(1, step.words().size()) : step.words()) {
            Optional<String> said = said(word);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            words.add(said.get());
        }
        if (step.verb().equals("file")) {
            words.set(2, "filing-of-key-" + step.word(1));
        }
        if (step.verb().equals("part")) {
            words.add(3, step.word(1).substring(1));
        }
        return Optional.of(String.join("\t", words));
    }

    private Optional<String> said(String word) {
        if (word.startsWith("^")) {
            return Optional.ofNullable(uploads.get(Integer.parseInt(word.substring(1))));
        }
        if (!word.startsWith("#")) {
            return Optional.of(word);
        }
        boolean version = word.endsWith("!");
        Optional<String> number = Optional.ofNullable(
                numbers.get(Integer.parseInt(word.substring(1, word.length() - (version ? 1 : 0)))));
        return version ? number.map(it -> String.valueOf(view.cases.get(it).version())) : number;
    }

    private View look() {
        return new View(asked("look"));
    }

    private Answer asked(String line) {
        Answer answer = house.ask(line);
        unless(answer.ok(), NOTHING_FAULTS, line + ": " + answer);
        return answer;
    }
}
