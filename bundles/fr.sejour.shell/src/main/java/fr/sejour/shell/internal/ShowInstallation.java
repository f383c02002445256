package fr.sejour.shell.internal;

import fr.sejour.api.operation.Installation;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:installation}: which installation this is, and which one the database belongs to. */
@Service
@Command(
        scope = "sejour",
        name = "installation",
        description = "Says which installation this is and which one the database belongs to")
public final class ShowInstallation extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Installation installation;

    @Override
    void run() throws Exception {
        out.println(present(installation, "the store").describe());
    }
}
