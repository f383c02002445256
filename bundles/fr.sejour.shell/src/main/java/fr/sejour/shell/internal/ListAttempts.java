package fr.sejour.shell.internal;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.Attempts;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** {@code sejour:attempts}: the receipts of what failed that wait in this node's file for the database. */
@Service
@Command(
        scope = "sejour",
        name = "attempts",
        description = "Lists the receipts of what failed that wait on this node for the database, oldest first")
public final class ListAttempts extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Attempts attempts;

    @Override
    void run() throws Exception {
        ShellTable table = new ShellTable().emptyTableText("Nothing waits for the database");
        for (String column : new String[] {"Number", "At", "Attempted", "Why"}) {
            table.column(column);
        }
        for (Attempt attempt : present(attempts, "the desk of attempts").waiting()) {
            table.addRow()
                    .addContent(
                            attempt.number(), attempt.at(), attempt.operation().slug(), attempt.code());
        }
        table.print(out);
    }
}
