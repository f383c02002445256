package fr.sejour.console.internal;

import java.util.List;
import java.util.Optional;

/**
 * One edition of the law that arrived, and what it would change.
 *
 * @param rehearsal what its last rehearsal found; empty before the first
 * @param stale whether the law has changed since that rehearsal began
 * @param mayRehearse whether a rehearsal may begin now
 * @param activates whether the reader may make it the law now
 * @param sentByReader whether that is for somebody else, as the reader sent it
 * @param effects a page of the cases whose next paper would be another
 * @param only the change that these are of
 * @param next the page of effects after this one
 * @param problem why it does not go with the law, in English
 */
public record EditionView(
        EditionsView.Row row,
        String digest,
        List<Deed> deeds,
        Optional<Found> rehearsal,
        boolean stale,
        boolean rehearsing,
        boolean mayRehearse,
        boolean activates,
        boolean sentByReader,
        boolean applies,
        List<Effect> effects,
        Optional<String> only,
        Optional<String> next,
        Optional<String> problem,
        Optional<String> done) {

    public EditionView {
        deeds = List.copyOf(deeds);
        effects = List.copyOf(effects);
    }

    /** What was done with it. */
    public record Deed(String what, String by, String at) {}

    /** What a rehearsal found so far. */
    public record Found(int looked, int more, int fewer, int other, String at) {}

    /** What would change for one case. */
    public record Effect(
            String number, String path, String prefecture, String change, String tone, Paper before, Paper after) {}

    /**
     * The next paper that comes by itself.
     *
     * @param rights those that are others with the edition
     */
    public record Paper(String kind, Optional<String> until, List<String> rights) {

        public Paper {
            rights = List.copyOf(rights);
        }
    }
}
