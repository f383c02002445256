package fr.sejour.lives.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The house in a process of its own: a line in, an answer out, until it is killed or nobody asks any more. */
public final class OpenHouse {

    /** Where its clock stands until it is moved. */
    public static final Instant FIRST_INSTANT = Instant.parse("2026-06-01T07:00:00Z");

    private OpenHouse() {}

    /** @param arguments the database, the folder of the files */
    public static void main(String... arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        try (Ground ground = new Ground(arguments[0], Path.of(arguments[1]))) {
            Fall fall = new Fall(() -> Runtime.getRuntime().halt(1));
            Counter counter = Counter.on(ground, Mutant.NONE, fall);
            BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            say(answers, List.of("ok\tready"));
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                say(answers, counter.serve(line));
            }
        }
    }

    private static void say(PrintStream answers, List<String> lines) {
        answers.writeBytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        answers.flush();
    }
}
