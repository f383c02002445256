package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.JournalLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened on a case, oldest first. */
public record JournalAnswer(List<LineAnswer> lines) {

    /** One line of the journal. */
    public record LineAnswer(
            long sequence,
            Instant at,
            String actor,
            String what,
            String detail,
            @Nullable String basis,
            String digest,
            @Nullable String statement) {}

    public static JournalAnswer of(List<JournalLine> lines) {
        return new JournalAnswer(lines.stream()
                .map(it -> new LineAnswer(
                        it.sequence(),
                        it.at(),
                        it.actor(),
                        it.what(),
                        it.detail(),
                        it.basis().orElse(null),
                        it.digest(),
                        it.statement().orElse(null)))
                .toList());
    }
}
