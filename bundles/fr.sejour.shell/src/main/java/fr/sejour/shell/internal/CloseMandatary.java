package fr.sejour.shell.internal;

import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandates;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:close-helper}: closes the account of an association or a lawyer, and ends its mandates. */
@Service
@Command(
        scope = "sejour",
        name = "close-helper",
        description = "Closes the account of an association or a lawyer, its sessions and its mandates")
public final class CloseMandatary extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Mandates mandates;

    @Argument(name = "code", description = "The code by which people name it", required = true)
    String code = "";

    @Override
    void run() throws Exception {
        MandataryCode named = read(() -> new MandataryCode(code));
        present(mandates, "the mandates").close(SHELL, named);
        out.println("The account of " + named + " is closed, and its mandates have ended");
    }
}
