package fr.sejour.shell.internal;

import fr.sejour.api.operation.Installation;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:adopt}: takes over the identity of the database, after a copy or a restore. */
@Service
@Command(
        scope = "sejour",
        name = "adopt",
        description = "Takes over the identity of the database, after a copy or a restore")
public final class AdoptInstallation extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Installation installation;

    @Override
    void run() throws Exception {
        Installation store = present(installation, "the store");
        out.println("Before: " + store.describe());
        store.adopt();
        out.println("After: " + store.describe());
    }
}
