package fr.sejour.inspection.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/** Lays out of the bundle what a worker runs from: its own classes, and the libraries that only it reads files with. */
final class WorkerFiles {

    private static final String CLASSES = "fr/sejour/inspection/worker";

    private WorkerFiles() {}

    /** The class path of the worker, under that folder. */
    static String layOut(Bundle bundle, Path folder) {
        try {
            List<Path> parts = new ArrayList<>();
            Path classes = folder.resolve("classes");
            for (URL type : entries(bundle, CLASSES, "*.class")) {
                copy(type, classes.resolve(CLASSES).resolve(name(type)));
            }
            parts.add(classes);
            for (URL library : entries(bundle, "lib", "*.jar")) {
                Path jar = folder.resolve(name(library));
                copy(library, jar);
                parts.add(jar);
            }
            return parts.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
        } catch (IOException unusable) {
            throw new IllegalStateException("The worker that looks at files cannot be laid out", unusable);
        }
    }

    private static List<URL> entries(Bundle bundle, String folder, String pattern) {
        var found = bundle.findEntries(folder, pattern, false);
        if (found == null) {
            throw new IllegalStateException("The bundle has no " + folder);
        }
        return Collections.list(found);
    }

    private static String name(URL entry) {
        return entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
    }

    private static void copy(URL entry, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream content = entry.openStream()) {
            Files.copy(content, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
