package fr.sejour.checker;

import fr.sejour.text.internal.PropertiesTexts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One run of the program in French, on the day of the table of cases.
 *
 * @param end what it ends with
 */
record Run(int end, String said, String complained) {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-20T10:30:00+02:00");

    static Run of(Path known, String... arguments) throws InterruptedException {
        return at(AT, known, arguments);
    }

    static Run at(OffsetDateTime at, Path known, String... arguments) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--language", "fr", "--known", known.toString()));
        all.addAll(Arrays.asList(arguments));
        int end = new Checker(
                        PropertiesTexts.onClassPath(),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(complaints, true, StandardCharsets.UTF_8))
                .run(all.toArray(String[]::new), Clock.fixed(at.toInstant(), at.getOffset()));
        return new Run(end, out.toString(StandardCharsets.UTF_8), complaints.toString(StandardCharsets.UTF_8));
    }
}
