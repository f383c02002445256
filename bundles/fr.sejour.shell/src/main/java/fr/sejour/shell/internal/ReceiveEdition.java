package fr.sejour.shell.internal;

import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.EditionDesk;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;

/** {@code sejour:edition-receive}: takes in a signed edition of the law. */
@Service
@Command(
        scope = "sejour",
        name = "edition-receive",
        description = "Takes in an edition of the law from a signed jar; nobody judges by it yet")
public final class ReceiveEdition extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    EditionDesk editions;

    @Argument(name = "file", description = "The signed jar", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Override
    void run() throws Exception {
        EditionDesk desk = present(editions, "the desk of editions");
        Path path = read(() -> Path.of(file));
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw refusal("There is no file to read at " + path.toAbsolutePath());
        }
        byte[] jar;
        try (InputStream from = Files.newInputStream(path)) {
            jar = from.readNBytes(EditionDesk.LARGEST + 1);
        }

        ArrivedEdition received = desk.receive(operator(), jar);

        out.println("Edition " + received.stamp().name() + ", in force from "
                + received.stamp().inForceFrom() + ", signed by " + received.signer() + ", is here and not applied");
    }
}
