package fr.sejour.shell.internal;

import fr.sejour.api.operation.Installation;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:initialise}: makes a database without identity the one of this installation. */
@Service
@Command(scope = "sejour", name = "initialise", description = "Gives a new database the identity of this installation")
public final class InitialiseInstallation extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Installation installation;

    @Override
    void run() throws Exception {
        Installation store = present(installation, "the store");
        try {
            store.initialise();
        } catch (IllegalStateException e) {
            throw refusal(e.getMessage() + " (sejour:adopt takes over a copy or a restore)");
        }
        out.println(store.describe());
    }
}
