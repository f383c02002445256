package fr.sejour.demonstration.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** What the demonstration remembers. It stands beside the database, because Karaf's own data may be cleaned at any start. */
final class Notebook {

    private Notebook() {}

    static Path page(BundleContext context, String name) {
        try {
            return Files.createDirectories(Path.of(context.getProperty("karaf.base"), "demonstration"))
                    .resolve(name);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
