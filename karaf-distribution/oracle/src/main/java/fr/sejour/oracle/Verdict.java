package fr.sejour.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the oracle found. */
public final class Verdict {

    /** What must not be. */
    public enum Fault {
        UNCOVERED_DAYS,
        WRONG_PAPERS,
        DOUBLED_PAPERS,
        UNESCALATED_TASKS,
        LOCKED_OUT,
        OWNERLESS
    }

    /** One fault in the life of one person. */
    public record Finding(String person, Fault fault, String how) {}

    long people;
    long days;
    long entitledDays;
    long onAPaper;
    long lostToOutages;
    long papers;
    long tasks;
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private final List<Finding> findings = new ArrayList<>();

    void find(String person, Fault fault, long count, String how) {
        counts.merge(fault, count, Long::sum);
        findings.add(new Finding(person, fault, how));
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The figures by their names, in the order in which they are printed. */
    public Map<String, Long> figures() {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("people", people);
        figures.put("days", days);
        figures.put("entitled_days", entitledDays);
        figures.put("papers", papers);
        for (Fault fault : Fault.values()) {
            figures.put(fault.name().toLowerCase(Locale.ROOT), counts.getOrDefault(fault, 0L));
        }
        figures.put("days_on_a_paper", onAPaper);
        figures.put("days_lost_to_outages", lostToOutages);
        figures.put("tasks_looked_at", tasks);
        return figures;
    }
}
