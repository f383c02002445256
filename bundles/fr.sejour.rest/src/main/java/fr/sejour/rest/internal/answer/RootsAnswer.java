package fr.sejour.rest.internal.answer;

import fr.sejour.api.record.Journals.Root;
import java.time.Instant;
import java.util.List;

/** The signed digests under which the journals of all cases stand, the oldest first. */
public record RootsAnswer(List<RootAnswer> roots) {

    /** One root. */
    public record RootAnswer(long number, Instant takenAt, int heads, String digest, String previous, String signed) {}

    public static RootsAnswer of(List<Root> roots) {
        return new RootsAnswer(roots.stream()
                .map(it ->
                        new RootAnswer(it.number(), it.takenAt(), it.heads(), it.digest(), it.previous(), it.signed()))
                .toList());
    }
}
