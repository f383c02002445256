package fr.sejour.web.page;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the site that a bundle contributes. Publish it as a service: its pages answer from the next request on, and stop
 * answering when the service goes. Called from request threads, many at a time; none of these methods may block.
 */
@ConsumerType
public interface Section {

    /** The first segment of its addresses, for example {@code portal}: lower-case letters, unique on the site. */
    String name();

    /** What the header calls it, in a language. */
    String title(Words words);

    /** Every page, each below {@code /<name>}. Asked once each time the sections of the site change. */
    List<Page> pages();

    /** Entries for the menu of this section, or of another one that it adds to. */
    default List<MenuEntry> menu() {
        return List.of();
    }

    /** The door to it on the first page of the site; empty for a section that is reached from another one. */
    default Optional<Door> door() {
        return Optional.empty();
    }

    /** Where somebody signs in to see its pages; empty when all of them are open to anyone. */
    default Optional<String> signInPath() {
        return Optional.empty();
    }

    /** Whether its pages use the whole width, for tables, instead of a column to read in. */
    default boolean wide() {
        return false;
    }

    /** A file that its pages use, by name; empty when there is none. */
    default Optional<Asset> asset(String name) {
        return Optional.empty();
    }
}
