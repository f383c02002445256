package fr.sejour.shell.internal;

import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** {@code sejour:queue}: the cases of a préfecture, those whose proof of right ends first at the top. */
@Service
@Command(scope = "sejour", name = "queue", description = "Lists the open cases of a préfecture, the most urgent first")
public final class ShowQueue extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    CaseReview cases;

    @Argument(name = "prefecture", description = "The code of the préfecture, such as 38 or 2A", required = true)
    String prefecture = "";

    @Option(name = "--status", description = "Only cases in that status, such as under-review")
    @Nullable
    String status;

    @Option(name = "--limit", description = "How many rows, 1 to 200")
    int limit = 50;

    @Override
    void run() throws Exception {
        PrefectureCode wanted = read(() -> new PrefectureCode(prefecture));
        Optional<CaseStatus> only = status == null ? Optional.empty() : Optional.of(code(CaseStatus.class, status));
        QueueQuery query = read(() -> new QueueQuery(Optional.of(wanted), only, Optional.empty(), limit));

        QueuePage page = present(cases, "the case desk").queue(SHELL, query);

        ShellTable table = new ShellTable().emptyTableText("No case is waiting there");
        for (String column :
                new String[] {"Case", "Status", "Permit", "Filed", "Complete", "Right ends", "Next", "By"}) {
            table.column(column);
        }
        for (QueuePage.Row row : page.rows()) {
            table.addRow()
                    .addContent(
                            row.number(),
                            word(row.status()),
                            row.permit(),
                            row.filedOn(),
                            row.complete() ? "yes" : "no",
                            row.rightEndsOn().map(LocalDate::toString).orElse("-"),
                            word(row.next().who()) + ": " + row.next().what(),
                            row.next().by());
        }
        table.print(out);
        if (page.next().isPresent()) {
            out.println("There are more; --limit shows up to 200");
        }
    }
}
