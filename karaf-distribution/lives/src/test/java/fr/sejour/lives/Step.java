package fr.sejour.lives;

import java.util.List;

/**
 * One step of a life, in words that mean the same when steps before it are left out: {@code #2} is the case that was filed under
 * the second key, {@code #2!} its version, {@code ^2} the upload begun second. A step that speaks of what is not there is passed
 * over.
 */
record Step(String verb, List<String> words) {

    Step {
        words = List.copyOf(words);
    }

    static Step of(String verb, Object... words) {
        return new Step(verb, List.of(words).stream().map(String::valueOf).toList());
    }

    String word(int at) {
        return words.get(at);
    }

    @Override
    public String toString() {
        return verb + " " + String.join(" ", words);
    }
}
