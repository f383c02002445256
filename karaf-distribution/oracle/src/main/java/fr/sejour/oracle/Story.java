package fr.sejour.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What people and agents did, one line each, in the order in which it was done: the instant, the person, a verb and its words,
 * separated by tabs. Only what was accepted stands here, and what was refused to somebody who came to file.
 */
public final class Story {

    /** Whom a line is about that is about nobody: the nightly pass. */
    public static final String NOBODY = "-";

    final Map<String, List<Event>> people = new LinkedHashMap<>();
    final NavigableSet<Instant> passes = new TreeSet<>();

    private Story() {}

    /** One line. */
    record Event(Instant at, String verb, List<String> words) {

        Event {
            words = List.copyOf(words);
        }

        String word(int at) {
            return words.get(at);
        }

        @Override
        public String toString() {
            return at + " " + verb + " " + String.join(" ", words);
        }
    }

    public static Story read(Path file) {
        Story story = new Story();
        try (var lines = Files.lines(file)) {
            lines.forEach(story::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return story;
    }

    private void take(String line) {
        List<String> words = Arrays.asList(line.split("\t", -1));
        Instant at = Instant.parse(words.get(0));
        if (words.get(1).equals(NOBODY)) {
            passes.add(at);
        } else {
            people.computeIfAbsent(words.get(1), person -> new ArrayList<>())
                    .add(new Event(at, words.get(2), words.subList(3, words.size())));
        }
    }
}
