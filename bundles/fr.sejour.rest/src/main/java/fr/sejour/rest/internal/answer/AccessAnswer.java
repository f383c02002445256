package fr.sejour.rest.internal.answer;

import fr.sejour.api.access.AccessLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the ways into a person's account. */
public record AccessAnswer(List<LineAnswer> lines) {

    /** One thing that happened. */
    public record LineAnswer(
            long sequence,
            Instant at,
            String by,
            String what,
            @Nullable String words) {}

    public static AccessAnswer of(List<AccessLine> lines) {
        return new AccessAnswer(lines.stream()
                .map(line -> new LineAnswer(
                        line.sequence(),
                        line.at(),
                        line.by().value(),
                        Codes.of(line.what()),
                        line.words().orElse(null)))
                .toList());
    }
}
