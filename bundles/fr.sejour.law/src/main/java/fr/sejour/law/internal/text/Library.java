package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.EditionStamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads every edition of a shelf, the oldest first, then those that arrived later, and refuses the whole when one of them
 * contradicts itself or another.
 */
public final class Library {

    private final Shelf shelf;
    private final List<String> arrived;

    public Library(Shelf shelf) {
        this(shelf, List.of());
    }

    /** @param arrived the editions of the shelf that its list does not name, each after those it may extend */
    public Library(Shelf shelf, List<String> arrived) {
        this.shelf = shelf;
        this.arrived = List.copyOf(arrived);
    }

    /** @throws InconsistentEdition when an edition contradicts itself or another */
    public List<EditionText> editions() {
        Entry index = Entry.parse("The list of editions", shelf.read("editions.yaml"));
        Map<String, EditionReader> readers = new LinkedHashMap<>();
        List<EditionText> editions = new ArrayList<>();
        List<String> folders = new ArrayList<>(index.texts("editions"));
        folders.addAll(arrived);
        for (String folder : folders) {
            Entry head = Entry.parse("Edition " + folder, shelf.read(folder + "/edition.yaml"));
            Optional<EditionReader> parent = head.optionalText("extends")
                    .map(name -> Optional.ofNullable(readers.get(name))
                            .orElseThrow(() ->
                                    head.refuse("extends the edition " + name + ", which is not listed before it")));
            EditionReader reader = new EditionReader(shelf, folder, head, parent);
            EditionText edition = reader.read();
            for (EditionText other : editions) {
                refuseOverlap(head, edition.stamp(), other.stamp());
            }
            if (readers.put(folder, reader) != null) {
                throw index.refuse("names the edition " + folder + " twice");
            }
            editions.add(edition);
        }
        index.done();
        if (editions.isEmpty()) {
            throw index.refuse("is empty");
        }
        return List.copyOf(editions);
    }

    /** Two texts for the same days, learnt on the same day, leave no way to choose. */
    private static void refuseOverlap(Entry head, EditionStamp edition, EditionStamp other) {
        if (edition.inForceFrom().equals(other.inForceFrom())
                && edition.recordedOn().equals(other.recordedOn())) {
            throw head.refuse("overlaps the edition " + other.name() + ": both are in force from " + other.inForceFrom()
                    + " and recorded on " + other.recordedOn());
        }
    }
}
