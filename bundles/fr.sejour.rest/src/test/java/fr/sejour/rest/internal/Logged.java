package fr.sejour.rest.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** What is logged while it is open, by our logger and by those of the libraries. */
final class Logged implements AutoCloseable {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Handler handler = new StreamHandler(text, new SimpleFormatter());
    private final Logger root = LogManager.getLogManager().getLogger("");

    Logged() {
        System.setErr(new PrintStream(text, true, UTF_8));
        root.addHandler(handler);
    }

    String text() {
        handler.flush();
        return text.toString(UTF_8);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        System.setErr(before);
    }
}
