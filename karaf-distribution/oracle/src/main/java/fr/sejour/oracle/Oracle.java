package fr.sejour.oracle;

import fr.sejour.oracle.TaskJudge.Row;
import fr.sejour.oracle.TaskJudge.Task;
import fr.sejour.oracle.Verdict.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what the law owed the people of a story, and whether the tables show it. Times come from the story: what was refused,
 * done late or not done by the people themselves costs nobody anything here.
 */
public final class Oracle {

    private static final Catalogue CATALOGUE = Catalogue.read();

    private final Story story;
    private final Map<String, PersonLife> lives = new HashMap<>();

    public Oracle(Path story) {
        this.story = Story.read(story);
        this.story.people.forEach((id, events) -> lives.put(id, new PersonLife(CATALOGUE, id, events)));
    }

    /** Every paper there ever was, and every instant from the first to now. */
    public Verdict ofPapers(Connection connection, Instant from, Instant now) throws SQLException {
        Verdict verdict = new Verdict();
        Map<String, List<Paper>> papers =
                rows(connection, Paper.SELECT, Paper::of).stream().collect(Collectors.groupingBy(Paper::caseNumber));
        verdict.people = lives.size();
        verdict.days = lives.size() * Duration.between(from, now).toDays();
        for (PersonLife person : lives.values()) {
            Spans owed = new Spans();
            Spans held = new Spans();
            for (CaseLife life : person.cases.values()) {
                List<Paper> ofIt =
                        Optional.ofNullable(papers.remove(life.filed.number())).orElse(List.of());
                verdict.papers += ofIt.size();
                new PaperJudge(person, life, ofIt, story.passes, now, verdict).judge();
                owed.addAll(life.owed(now));
                held.addAll(person.inForce(life));
            }
            count(person, owed, held, from, now, verdict);
            person.lockedOut.forEach(how -> verdict.find(person.id, Fault.LOCKED_OUT, 1, how));
        }
        papers.values()
                .forEach(ofNobody -> ofNobody.forEach(paper ->
                        verdict.find(paper.person(), Fault.WRONG_PAPERS, 1, paper + " of a case that nobody filed")));
        return verdict;
    }

    private static void count(PersonLife person, Spans owed, Spans held, Instant from, Instant now, Verdict verdict) {
        ZoneId zone = person.cases.values().stream()
                .findFirst()
                .map(life -> life.filed.zone())
                .orElse(ZoneId.of("Europe/Paris"));
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = now.atZone(zone).toLocalDate();
        Set<LocalDate> days = owed.days(zone);
        verdict.onAPaper += days.size();
        Set<LocalDate> inForce = new HashSet<>(held.days(zone));
        inForce.removeAll(days);
        inForce.removeIf(day -> day.isBefore(first) || day.isAfter(last));
        verdict.entitledDays += days.size() + inForce.size();
    }

    /** Who has each open case, and what is owed on it, right after a pass. */
    public Verdict ofTasks(Connection connection, Instant now) throws SQLException {
        Verdict verdict = new Verdict();
        Map<String, Row> cases = rows(
                        connection,
                        "SELECT case_number, status, prefecture, next_what, next_by, next_owner, queue_key FROM permit_case",
                        row -> new Row(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Optional.ofNullable(row.getString(4)),
                                Optional.ofNullable(row.getString(5)),
                                Optional.ofNullable(row.getString(6)),
                                Optional.ofNullable(row.getString(7))))
                .stream()
                .collect(Collectors.toMap(Row::number, Function.identity()));
        Map<String, List<Task>> tasks = rows(
                        connection,
                        "SELECT case_number, kind, owner, due_on, escalation FROM task",
                        row -> new Task(
                                row.getString(1),
                                row.getString(2),
                                Optional.ofNullable(row.getString(3)),
                                LocalDate.parse(row.getString(4)),
                                row.getString(5)))
                .stream()
                .collect(Collectors.groupingBy(Task::caseNumber));
        for (PersonLife person : lives.values()) {
            for (CaseLife life : person.cases.values()) {
                String number = life.filed.number();
                new TaskJudge(
                                person,
                                life,
                                Optional.ofNullable(cases.get(number)),
                                tasks.getOrDefault(number, List.of()),
                                now,
                                verdict)
                        .judge();
            }
        }
        rows(
                        connection,
                        "SELECT case_number, faults FROM stray_case",
                        row -> row.getString(1) + ": " + row.getString(2))
                .forEach(stray -> verdict.find("-", Fault.OWNERLESS, 1, "astray: " + stray));
        return verdict;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reading.read(found));
            }
            return rows;
        }
    }
}
