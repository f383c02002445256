package fr.sejour.shell.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.edition.EditionDesk;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.edition.EditionEffect.Next;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** {@code sejour:edition-effects}: what an edition of the law would change. */
@Service
@Command(
        scope = "sejour",
        name = "edition-effects",
        description = "Lists the cases whose next paper an edition of the law would change")
public final class ShowEditionEffects extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    EditionDesk editions;

    @Argument(name = "name", description = "The name of the edition", required = true)
    String name = "";

    @Option(name = "--change", description = "Only more, fewer or other rights")
    @Nullable
    String change;

    @Option(name = "--after", description = "Only cases after that number; a list has fifty rows")
    @Nullable
    String after;

    @Override
    void run() throws Exception {
        Optional<Change> only = change == null ? Optional.empty() : Optional.of(code(Change.class, change));
        String number = after;
        Optional<CaseNumber> from = number == null ? Optional.empty() : Optional.of(read(() -> new CaseNumber(number)));

        List<EditionEffect> effects = present(editions, "the desk of editions").effects(operator(), name, only, from);

        ShellTable table = new ShellTable().emptyTableText("No open case would have another paper");
        for (String column :
                new String[] {"Case", "Préfecture", "Rights", "By the law that applies", "With the edition"}) {
            table.column(column);
        }
        for (EditionEffect effect : effects) {
            table.addRow()
                    .addContent(
                            effect.caseNumber(),
                            effect.prefecture(),
                            word(effect.change()),
                            said(effect.before()),
                            said(effect.after()));
        }
        table.print(out);
    }

    private static String said(Optional<Next> paper) {
        return paper.map(it -> word(it.kind()) + " " + it.rights()
                        + it.lastDay().map(day -> " until " + day).orElse(""))
                .orElse("none by itself");
    }
}
