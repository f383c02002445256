package fr.sejour.distribution.container;

import fr.sejour.distribution.container.inside.MethodInvoker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The bundle through which test methods are called inside the container. */
final class InvokerBundle {
    /** The name under which Pax Exam finds it. */
    static final String DRIVER = "jupiter";

    private static final Map<String, String> HEADERS = Map.of(
            "Manifest-Version", "1.0",
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "fr.sejour.distribution.invoker",
            "Bundle-Activator", MethodInvoker.class.getName(),
            "Import-Package", "jakarta.inject;version=\"[2,3)\",org.ops4j.pax.exam,org.osgi.framework");

    private InvokerBundle() {}

    static URI writtenTo(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        HEADERS.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        String code = MethodInvoker.class.getName().replace('.', '/') + ".class";
        Path file = folder.resolve("invoker.jar");
        try (OutputStream content = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(content, manifest);
                InputStream bytes = Optional.ofNullable(
                                InvokerBundle.class.getClassLoader().getResourceAsStream(code))
                        .orElseThrow()) {
            jar.putNextEntry(new JarEntry(code));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
        return file.toUri();
    }
}
