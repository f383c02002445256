package fr.sejour.lives;

import fr.sejour.lives.house.OpenHouse;
import fr.sejour.oracle.Story;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Where long lives are played: people do things when their time comes, each night the pass runs, and every line that the house
 * accepted is written down. Nothing happens on the days on which nothing happens.
 */
final class Stage {

    static final LocalDate FIRST_DAY =
            OpenHouse.FIRST_INSTANT.atZone(ZoneOffset.UTC).toLocalDate();
    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final Set<String> MAY_BE_KILLED = Set.of("ask", "do", "give", "pass", "move");
    private static final int DAYS_BETWEEN_LOOKS = 30;
    private static final int LONGEST_MILLIS = 8;

    private final MortalHouse house;
    private final Path story;
    private final int days;
    private final Random random;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private final Set<Integer> killDays = new TreeSet<>();
    private final Set<Integer> outages = new TreeSet<>();
    private final BufferedWriter lines;
    private final Judgement judgement = new Judgement();
    private final Spent spent = new Spent();
    private int daysBetweenChecks = 10;
    private Optional<String> lookedFor = Optional.empty();
    private long order;
    private Instant clock = OpenHouse.FIRST_INSTANT;
    private Instant stands = Instant.EPOCH;
    private boolean killSoon;
    private int kills;

    private record Due(Instant at, long order, Runnable what) {}

    Stage(MortalHouse house, Path story, int days, long seed) {
        this.house = house;
        this.story = story;
        this.days = days;
        this.random = new Random(seed);
        try {
            this.lines = Files.newBufferedWriter(story, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weeks in each year on which no pass runs, and days on which the process is killed in the midst of something. */
    Stage withFaults(int killed) {
        for (int year = 0; year * 365 < days; year++) {
            int begins = year * 365 + 120 + random.nextInt(60);
            int weeks = 2 + random.nextInt(2);
            for (int day = begins; day < begins + 7 * weeks && day < days; day++) {
                outages.add(day);
            }
        }
        while (killDays.size() < Math.min(killed, days - outages.size() - 2)) {
            int day = 1 + random.nextInt(days - 2);
            if (!outages.contains(day)) {
                killDays.add(day);
            }
        }
        return this;
    }

    Instant now() {
        return clock;
    }

    int kills() {
        return kills;
    }

    /** Where the time went so far. */
    Spent spent() {
        return spent;
    }

    Instant last() {
        return FIRST_DAY.plusDays(days).atTime(NIGHT).toInstant(ZoneOffset.UTC);
    }

    void at(Instant at, Runnable what) {
        if (at.isBefore(last())) {
            due.add(new Due(at.isBefore(clock) ? clock : at, order++, what));
        }
    }

    /** How often the oracle looks at what is owed: it reads the whole story each time. */
    Stage checkedEvery(int some) {
        daysBetweenChecks = some;
        return this;
    }

    /** Ends as soon as that fault is found. */
    Stage lookingFor(String fault) {
        lookedFor = Optional.of(fault);
        return this;
    }

    /** Lives them all, and has the oracle look at the end and now and then before. */
    Judgement play(LongStream seeds) {
        seeds.forEach(seed -> new OneLife(this, seed).begin());
        for (int day = 1; day <= days && !found(); day++) {
            Instant night = FIRST_DAY.plusDays(day).atTime(NIGHT).toInstant(ZoneOffset.UTC);
            until(night);
            killSoon |= killDays.contains(day);
            if (!outages.contains(day)) {
                night(night);
                look(day);
            }
        }
        if (lookedFor.isEmpty()) {
            judged("judge\t" + story + "\t" + OpenHouse.FIRST_INSTANT);
        }
        return judgement;
    }

    private void look(int day) {
        if (day % daysBetweenChecks == 0 || day == days) {
            judged("tasks\t" + story);
        }
        if (lookedFor.isPresent() && (day % DAYS_BETWEEN_LOOKS == 0 || day == days)) {
            judged("judge\t" + story + "\t" + OpenHouse.FIRST_INSTANT);
        }
    }

    private boolean found() {
        return judgement.findings.stream().anyMatch(it -> lookedFor.equals(Optional.of(it.fault())));
    }

    private void night(Instant night) {
        Answer passed = asked(night, "pass");
        if (!passed.ok()) {
            throw new AssertionError("pass at " + night + ": " + passed);
        }
        tell(night, Story.NOBODY, "pass");
    }

    private void until(Instant night) {
        while (!due.isEmpty() && due.peek().at().isBefore(night)) {
            Due next = due.poll();
            clock = next.at();
            next.what().run();
        }
        clock = night;
    }

    /** Has the house do a line at an instant; once, however often it falls over it. */
    Answer asked(Instant at, String line) {
        move(at);
        if (!killSoon || !MAY_BE_KILLED.contains(verb(line))) {
            return ask(line);
        }
        killSoon = false;
        kills++;
        Optional<Answer> answered = house instanceof ForkedHouse forked
                ? forked.askAndKill(line, (long) (random.nextDouble() * LONGEST_MILLIS * 1_000_000))
                : Optional.empty();
        spent.on("start", () -> {
            house.standAgain();
            return house;
        });
        stands = Instant.EPOCH;
        move(at);
        // what came out counts; what did not is asked again, under the same key
        return answered.orElseGet(() -> ask(line));
    }

    private void move(Instant at) {
        if (!at.equals(stands)) {
            ask("at\t" + at);
            stands = at;
        }
    }

    private Answer ask(String line) {
        return spent.on(verb(line), () -> house.ask(line));
    }

    private static String verb(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? line : line.substring(0, tab);
    }

    void tell(Instant at, String person, Object... words) {
        StringBuilder line = new StringBuilder(at.toString()).append('\t').append(person);
        for (Object word : words) {
            line.append('\t').append(word);
        }
        try {
            lines.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judged(String line) {
        try {
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        move(clock);
        Answer answer = ask(line);
        if (!answer.ok()) {
            throw new AssertionError(line + ": " + answer);
        }
        judgement.add(answer);
    }

    /** What somebody lived, and the papers found. */
    String lived(String person) {
        try (var told = Files.lines(story)) {
            List<String> papers = house.ask("papers\t" + person).rows().stream()
                    .map(row -> "  paper " + String.join(" ", row))
                    .toList();
            return told.filter(line -> line.contains("\t" + person + "\t"))
                            .map(line -> "  " + line.replace("\t" + person, "").replace('\t', ' '))
                            .collect(Collectors.joining("\n"))
                    + "\n" + String.join("\n", papers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the oracle said, all its looks together. */
    static final class Judgement {

        /** One fault: which, whose, how. */
        record Finding(String fault, String person, String how) {}

        final TreeMap<String, Long> figures = new TreeMap<>();
        final ArrayList<Finding> findings = new ArrayList<>();

        void add(Answer answer) {
            answer.words().forEach(word -> {
                int is = word.indexOf('=');
                figures.merge(word.substring(0, is), Long.parseLong(word.substring(is + 1)), Long::sum);
            });
            answer.rows().forEach(row -> findings.add(new Finding(row.get(0), row.get(1), row.get(2))));
        }

        void add(Judgement other) {
            other.figures.forEach((name, count) -> figures.merge(name, count, Long::sum));
            findings.addAll(other.findings);
        }

        long figure(String name) {
            return figures.getOrDefault(name, 0L);
        }
    }
}
