package fr.sejour.shell.internal;

import fr.sejour.api.edition.EditionDesk;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:edition-rehearse}: puts every open case before an edition of the law, and changes none. */
@Service
@Command(
        scope = "sejour",
        name = "edition-rehearse",
        description =
                "Puts every open case before the law with that edition and without it, in the background; no case changes")
public final class RehearseEdition extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    EditionDesk editions;

    @Argument(name = "name", description = "The name of the edition", required = true)
    String name = "";

    @Override
    void run() throws Exception {
        present(editions, "the desk of editions").rehearse(operator(), name);
        out.println("Edition " + name + " is being rehearsed; sejour:editions says how far it has come");
    }
}
