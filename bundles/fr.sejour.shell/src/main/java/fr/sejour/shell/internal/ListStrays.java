package fr.sejour.shell.internal;

import fr.sejour.api.operation.Watchdog;
import fr.sejour.api.text.Codes;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** {@code sejour:strays}: the cases that the watchdog could not mend. */
@Service
@Command(
        scope = "sejour",
        name = "strays",
        description = "Lists the cases that the watchdog could not mend, the longest known first")
public final class ListStrays extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Watchdog watchdog;

    @Option(name = "--limit", description = "How many rows, 1 to 1000")
    int limit = 50;

    @Override
    void run() throws Exception {
        if (limit < 1 || limit > 1000) {
            throw refusal("A list has 1 to 1000 rows");
        }

        List<Watchdog.Stray> strays = present(watchdog, "the watchdog").strays(limit);

        ShellTable table = new ShellTable().emptyTableText("Every case is where it should be");
        for (String column : new String[] {"Case", "Since", "What is wrong"}) {
            table.column(column);
        }
        for (Watchdog.Stray stray : strays) {
            table.addRow()
                    .addContent(
                            stray.number(),
                            stray.since(),
                            stray.faults().stream().sorted().map(Codes::of).collect(Collectors.joining(", ")));
        }
        table.print(out);
    }
}
