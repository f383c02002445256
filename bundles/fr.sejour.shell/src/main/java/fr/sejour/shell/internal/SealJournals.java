package fr.sejour.shell.internal;

import fr.sejour.api.record.Journals;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:journal-seal}: seals at once every journal that has grown. */
@Service
@Command(
        scope = "sejour",
        name = "journal-seal",
        description = "Seals every journal that has grown under a signed root; safe at any time")
public final class SealJournals extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Journals journals;

    @Override
    void run() throws Exception {
        out.println(present(journals, "the verifier of journals").seal() + " journals sealed");
    }
}
