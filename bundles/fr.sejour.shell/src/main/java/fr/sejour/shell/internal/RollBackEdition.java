package fr.sejour.shell.internal;

import fr.sejour.api.edition.EditionDesk;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:edition-roll-back}: takes an edition of the law back. */
@Service
@Command(
        scope = "sejour",
        name = "edition-roll-back",
        description = "Takes an edition back: the law is that without it, and what was issued under it stands")
public final class RollBackEdition extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    EditionDesk editions;

    @Argument(name = "name", description = "The name of the edition", required = true)
    String name = "";

    @Override
    void run() throws Exception {
        present(editions, "the desk of editions").rollBack(operator(), name);
        out.println("Edition " + name + " applies no more; what was issued under it stands");
    }
}
