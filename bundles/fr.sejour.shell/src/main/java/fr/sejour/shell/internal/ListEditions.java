package fr.sejour.shell.internal;

import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.EditionDesk;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** {@code sejour:editions}: the editions of the law that arrived. */
@Service
@Command(
        scope = "sejour",
        name = "editions",
        description = "Lists the editions of the law that arrived, the last one first")
public final class ListEditions extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    EditionDesk editions;

    @Override
    void run() throws Exception {
        ShellTable table = new ShellTable().emptyTableText("The law is that of this version; no edition has arrived");
        for (String column : new String[] {
            "Edition", "In force from", "Recorded on", "State", "Looked at", "More", "Fewer", "Other", "Signer"
        }) {
            table.column(column);
        }
        for (ArrivedEdition edition : present(editions, "the desk of editions").arrived(operator())) {
            Optional<Rehearsal> found = edition.rehearsal();
            table.addRow()
                    .addContent(
                            edition.stamp().name(),
                            edition.stamp().inForceFrom(),
                            edition.stamp().recordedOn(),
                            word(edition.state()),
                            said(found, Rehearsal::looked),
                            said(found, Rehearsal::more),
                            said(found, Rehearsal::fewer),
                            said(found, Rehearsal::other),
                            edition.signer());
        }
        table.print(out);
    }

    private static String said(Optional<Rehearsal> found, ToIntFunction<Rehearsal> count) {
        return found.map(it -> Integer.toString(count.applyAsInt(it))).orElse("");
    }
}
