package fr.sejour.checker;

import fr.sejour.api.seal.OfflineAnswer;
import fr.sejour.api.seal.OfflineAnswer.Trust;
import fr.sejour.api.text.Texts;
import fr.sejour.text.internal.PropertiesTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Checks a paper from the command line. Ends with 0 when the paper may be relied on, 1 when it may not, 2 when that cannot be told
 * here, 3 when it was asked wrongly or cannot read what it was given.
 */
public final class Checker {

    static final int RELIED_ON = 0;
    static final int NOT_RELIED_ON = 1;
    static final int IN_DOUBT = 2;
    static final int UNUSABLE = 3;

    private final Texts texts;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream complaints;

    Checker(Texts texts, InputStream in, PrintStream out, PrintStream complaints) {
        this.texts = texts;
        this.in = in;
        this.out = out;
        this.complaints = complaints;
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream complaints = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int end = UNUSABLE;
        try {
            end = new Checker(PropertiesTexts.onClassPath(), System.in, out, complaints)
                    .run(arguments, Clock.system(ZoneId.systemDefault()));
        } catch (RuntimeException | Error broken) {
            // no memory left, or a part missing: it says nothing of the paper, and Java by itself would end with 1
            broken.printStackTrace(complaints);
        }
        System.exit(end);
    }

    int run(String[] arguments, Clock clock) throws InterruptedException {
        Asked asked;
        try {
            asked = Asked.of(arguments, clock);
        } catch (IllegalArgumentException wrong) {
            complaints.println(texts.say(Asked.spoken(), "checker.usage"));
            return UNUSABLE;
        }
        Known known = new Known(asked.known());
        try {
            if (asked.fetch().isPresent()) {
                known.fetch(asked.fetch().get(), asked.clock().instant());
                out.println(texts.say(asked.language(), "checker.fetched") + " " + asked.known());
                return RELIED_ON;
            }
            return check(asked, known);
        } catch (IOException | IllegalArgumentException unusable) {
            complaints.println(texts.say(asked.language(), "checker.unusable") + " " + unusable.getMessage());
            return UNUSABLE;
        }
    }

    private int check(Asked asked, Known known) throws IOException {
        Report report = new Report(texts, asked.language(), asked.clock());
        Shown shown = shown(asked.what().orElseThrow());
        Optional<PageSignature> signature = Optional.empty();
        if (shown.pdf().isPresent()) {
            signature = Optional.of(PageSignature.of(
                    shown.pdf().get().bytes(),
                    known.authority(),
                    known.revoked(),
                    asked.clock().instant()));
        }
        Optional<PageSignature> refused = signature.filter(PageSignature::refuses);
        if (refused.isPresent() || shown.seals().size() > 1) {
            report.refuse(refused.map(PageSignature::key).orElse("checker.two-seals"));
            out.print(report);
            return NOT_RELIED_ON;
        }
        if (shown.seals().isEmpty()) {
            report.notFound();
            signature.ifPresent(report::add);
            out.print(report);
            return IN_DOUBT;
        }
        OfflineAnswer answer = known.check().check(shown.seals().get(0), asked.clock());
        report.add(answer);
        signature.ifPresent(report::add);
        out.print(report);
        return end(answer.trust());
    }

    /** A file of that name, or what was typed. */
    private Shown shown(String what) throws IOException {
        if (what.equals("-")) {
            return Shown.of(in.readAllBytes());
        }
        if (what.strip().startsWith("DC0")) {
            return Shown.of(what.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Shown.of(Files.readAllBytes(Path.of(what)));
        } catch (InvalidPathException noFile) {
            throw new IOException(what, noFile);
        }
    }

    private static int end(Trust trust) {
        return switch (trust) {
            case RELIED_ON -> RELIED_ON;
            case NOT_RELIED_ON -> NOT_RELIED_ON;
            case IN_DOUBT -> IN_DOUBT;
        };
    }
}
