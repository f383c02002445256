package fr.sejour.oracle;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When silence refuses: R.* 432-1 and R. 432-2, counted from the complete file. */
final class SilenceLaw {

    /** Permits of several articles of which one has a delay of its own; null-free: empty is "as the other permit". */
    private static final Map<String, Map<String, String>> BY_ARTICLE = Map.of(
            "talent_famille", Map.of("L. 421-22", "", "L. 421-23", "P90D"),
            "stagiaire_ict", Map.of("L. 421-31", "P90D"));

    private SilenceLaw() {}

    /** The day on which the refusal is born; empty where the texts leave the delay open. */
    static Optional<LocalDate> endsOn(Filed filed, LocalDate completeOn) {
        String usual = filed.permit().silence().orElse("");
        Set<String> delays = filed.articles().stream()
                .map(article ->
                        BY_ARTICLE.getOrDefault(filed.permit().code(), Map.of()).getOrDefault(article, usual))
                .collect(Collectors.toSet());
        return delays.size() == 1 && !delays.contains("")
                ? delays.stream().map(Period::parse).map(completeOn::plus).findFirst()
                : Optional.empty();
    }
}
