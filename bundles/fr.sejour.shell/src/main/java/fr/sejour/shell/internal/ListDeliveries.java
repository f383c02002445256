package fr.sejour.shell.internal;

import fr.sejour.api.operation.Deliveries;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** {@code sejour:deliveries}: the messages that have not left yet. */
@Service
@Command(scope = "sejour", name = "deliveries", description = "Lists the messages that have not left yet, oldest first")
public final class ListDeliveries extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Deliveries deliveries;

    @Option(name = "--limit", description = "How many rows, 1 to 1000")
    int limit = 50;

    @Override
    void run() throws Exception {
        if (limit < 1 || limit > 1000) {
            throw refusal("A list has 1 to 1000 rows");
        }

        List<Deliveries.Delivery> waiting =
                present(deliveries, "the delivery desk").waiting(limit);

        ShellTable table = new ShellTable().emptyTableText("Every message has left");
        for (String column :
                new String[] {"Delivery", "Channel", "Notice", "Case", "Owed since", "Due", "Failed", "Why"}) {
            table.column(column);
        }
        for (Deliveries.Delivery delivery : waiting) {
            table.addRow()
                    .addContent(
                            delivery.id(),
                            delivery.consumer(),
                            delivery.noticeKind(),
                            delivery.caseNumber(),
                            delivery.owedSince(),
                            delivery.dueAt(),
                            delivery.failures(),
                            delivery.lastFault().orElse("-"));
        }
        table.print(out);
    }
}
