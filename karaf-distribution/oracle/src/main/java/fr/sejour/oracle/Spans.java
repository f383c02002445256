package fr.sejour.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Stretches of time, each from its first instant to the one at which it is over. */
final class Spans {

    private final List<Span> all = new ArrayList<>();

    /** One stretch. */
    record Span(Instant from, Instant until) {}

    void add(Instant from, @Nullable Instant until) {
        Objects.requireNonNull(until);
        if (from.isBefore(until)) {
            all.add(new Span(from, until));
        }
    }

    void addAll(Spans more) {
        all.addAll(more.all);
    }

    /** What of these none of the others covers. */
    List<Span> without(Spans covers) {
        List<Span> sorted = new ArrayList<>(covers.all);
        sorted.sort(Comparator.comparing(Span::from));
        List<Span> left = new ArrayList<>();
        for (Span span : all) {
            Instant from = span.from();
            for (Span cover : sorted) {
                if (!cover.from().isBefore(span.until())) {
                    break;
                }
                if (cover.from().isAfter(from)) {
                    left.add(new Span(from, cover.from()));
                }
                from = cover.until().isAfter(from) ? cover.until() : from;
            }
            if (from.isBefore(span.until())) {
                left.add(new Span(from, span.until()));
            }
        }
        return left;
    }

    /** The days that any of these touches. */
    Set<LocalDate> days(ZoneId zone) {
        Set<LocalDate> days = new TreeSet<>();
        all.forEach(span -> days.addAll(days(span, zone)));
        return days;
    }

    static List<LocalDate> days(Span span, ZoneId zone) {
        LocalDate first = span.from().atZone(zone).toLocalDate();
        LocalDate last = span.until().minusNanos(1).atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
