package fr.sejour.lives;

import fr.sejour.api.cases.CaseStatus;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What stands at an instant, as the tables have it. */
final class View {

    final LocalDate today;
    final Map<String, Row> cases = new TreeMap<>();
    final Map<String, Set<String>> clocks = new TreeMap<>();
    final Map<String, Paper> papers = new TreeMap<>();
    final Map<String, String> names = new TreeMap<>();
    final List<Correction> corrections = new ArrayList<>();
    final List<Mandate> mandates = new ArrayList<>();

    /** The cases with a correction to answer. */
    final List<String> toAnswer = new ArrayList<>();

    View(Answer look) {
        today = LocalDate.parse(look.words().get(0));
        for (List<String> row : look.rows()) {
            switch (row.get(0)) {
                case "case" -> cases.put(row.get(1), new Row(row));
                case "clock" ->
                    clocks.computeIfAbsent(row.get(1), number -> new TreeSet<>())
                            .add(row.get(2) + " " + row.get(3));
                case "paper" -> papers.put(row.get(1), new Paper(row));
                case "person" -> names.put(row.get(1), row.get(2));
                case "correction" -> corrections.add(new Correction(row));
                case "to-answer" -> toAnswer.add(row.get(1));
                case "mandate" -> mandates.add(new Mandate(row));
                default -> throw new IllegalArgumentException(row.toString());
            }
        }
    }

    /** What the papers of a person that stand today say. */
    Set<String> rights(String person) {
        Set<String> rights = new HashSet<>();
        papers.values().stream()
                .filter(paper -> paper.person().equals(person))
                .filter(paper -> !paper.first().isAfter(today)
                        && (paper.last().equals("-")
                                || !LocalDate.parse(paper.last()).isBefore(today)))
                .forEach(paper -> rights.addAll(paper.rights()));
        return rights;
    }

    Stream<Row> of(String person) {
        return cases.values().stream().filter(row -> row.person().equals(person));
    }

    /** Whether a person lets a helper do that today. */
    boolean lends(String person, String helper, String permission) {
        return mandates.stream()
                .filter(it -> it.person().equals(person) && it.account().equals("helper-" + helper.substring(1)))
                .anyMatch(it -> it.allows(permission)
                        && it.endedAt().equals("-")
                        && !today.isBefore(it.first())
                        && !today.isAfter(it.last()));
    }

    /** Everything that an act changes, to tell whether one was done. */
    Set<String> marks() {
        Set<String> marks = new TreeSet<>();
        cases.values().forEach(row -> marks.add(row.all.toString()));
        papers.keySet().forEach(marks::add);
        names.forEach((person, name) -> marks.add(person + " " + name));
        corrections.forEach(it -> marks.add(it.all.toString()));
        mandates.forEach(it -> marks.add(it.all.toString()));
        return marks;
    }

    /** A row of {@code permit_case}; an absent value is {@code -}. */
    record Row(List<String> all) {

        String number() {
            return all.get(1);
        }

        String person() {
            return all.get(2);
        }

        String permit() {
            return all.get(3);
        }

        CaseStatus status() {
            return CaseStatus.valueOf(all.get(4));
        }

        String prefecture() {
            return all.get(5);
        }

        long version() {
            return Long.parseLong(all.get(6));
        }

        Instant filedAt() {
            return instant(all.get(7));
        }

        String filedOn() {
            return all.get(8);
        }

        String nextWhat() {
            return all.get(9);
        }

        String nextBy() {
            return all.get(10);
        }

        String nextOwner() {
            return all.get(11);
        }

        String queueKey() {
            return all.get(12);
        }

        String wakeAt() {
            return all.get(13);
        }

        String offeredTo() {
            return all.get(14);
        }

        String completesOn() {
            return all.get(15);
        }

        long lines() {
            return Long.parseLong(all.get(16));
        }

        String digest() {
            return all.get(17);
        }

        String related() {
            return all.get(18);
        }

        String assignee() {
            return all.get(19);
        }

        boolean owed() {
            return !nextWhat().equals("-");
        }
    }

    /** A row of {@code correction}. */
    record Correction(List<String> all) {

        String person() {
            return all.get(2);
        }

        String state() {
            return all.get(3);
        }

        String name() {
            return all.get(4);
        }
    }

    /** A row of {@code mandate}. */
    record Mandate(List<String> all) {

        private static final List<String> PERMISSIONS = List.of("FILE", "COMPLETE", "READ");

        String person() {
            return all.get(2);
        }

        String account() {
            return all.get(3);
        }

        boolean allows(String permission) {
            return all.get(4 + PERMISSIONS.indexOf(permission)).startsWith("t");
        }

        LocalDate first() {
            return LocalDate.parse(all.get(7));
        }

        LocalDate last() {
            return LocalDate.parse(all.get(8));
        }

        String endedAt() {
            return all.get(9);
        }
    }

    /** A paper that has not ended. */
    record Paper(List<String> all) {

        private static final Set<String> NO_RIGHT = Set.of("-", "NONE", "NOT_PROVEN");

        String person() {
            return all.get(2);
        }

        LocalDate first() {
            return LocalDate.parse(all.get(4));
        }

        String last() {
            return all.get(5);
        }

        Set<String> rights() {
            Set<String> rights = new HashSet<>();
            for (int at = 6; at < all.size(); at++) {
                if (!NO_RIGHT.contains(all.get(at))) {
                    rights.add(at + " " + all.get(at));
                }
            }
            return rights;
        }
    }

    static Instant instant(String column) {
        return Timestamp.valueOf(column.replace("+00", "")).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
