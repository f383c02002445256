package fr.sejour.lives;

import java.util.Arrays;
import java.util.List;

/**
 * What the house said.
 *
 * @param outcome {@code ok}, {@code no} or {@code fault}
 * @param words what it added to that
 * @param rows what it listed before
 */
record Answer(String outcome, List<String> words, List<List<String>> rows) {

    static Answer of(List<String> lines) {
        List<List<String>> all =
                lines.stream().map(line -> Arrays.asList(line.split("\t", -1))).toList();
        List<String> last = all.get(all.size() - 1);
        return new Answer(last.get(0), last.subList(1, last.size()), all.subList(0, all.size() - 1));
    }

    static boolean ends(String line) {
        return line.startsWith("ok\t") || line.startsWith("no\t") || line.startsWith("fault\t");
    }

    boolean ok() {
        return outcome.equals("ok");
    }

    boolean refused(String code) {
        return outcome.equals("no") && words.get(0).equals(code);
    }
}
