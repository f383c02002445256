package fr.sejour.distribution.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code sejour-check.jar}, as somebody runs it who has nothing else. */
public record CheckProgram(Path known) {

    /** What it printed, and what it ended with. */
    public record Said(int end, String words) {}

    public Said run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("sejour.checker"),
                "--language",
                "fr",
                "--known",
                known.toString()));
        command.addAll(Arrays.asList(arguments));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(program.waitFor(), words.replace('\u00a0', ' ').replace('\u202f', ' '));
    }
}
