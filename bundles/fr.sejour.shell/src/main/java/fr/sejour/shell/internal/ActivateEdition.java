package fr.sejour.shell.internal;

import fr.sejour.api.edition.EditionDesk;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:edition-activate}: makes a rehearsed edition the law. */
@Service
@Command(
        scope = "sejour",
        name = "edition-activate",
        description = "Makes a rehearsed edition the law, on every node within a minute; papers in the hand stand")
public final class ActivateEdition extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    EditionDesk editions;

    @Argument(name = "name", description = "The name of the edition", required = true)
    String name = "";

    @Override
    void run() throws Exception {
        present(editions, "the desk of editions").activate(operator(), name);
        out.println("Edition " + name + " applies; open cases are looked at again from the next minute on");
    }
}
