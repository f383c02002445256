package fr.sejour.shell.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.record.Journals;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:journal-verify}: whether journals still say what was written. */
@Service
@Command(
        scope = "sejour",
        name = "journal-verify",
        description = "Verifies the journal of a case, or every journal and every root")
public final class VerifyJournals extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Journals journals;

    @Argument(name = "number", description = "The case number, nineteen digits; left out to verify everything")
    String number = "";

    @Override
    void run() throws Exception {
        if (number.isEmpty()) {
            everything();
        } else {
            one(read(() -> new CaseNumber(number)));
        }
    }

    private void one(CaseNumber wanted) throws Exception {
        Journals.Verdict verdict = present(journals, "the verifier of journals").verify(SHELL, wanted);
        if (verdict.alteration().isPresent()) {
            throw refusal(sentence(verdict));
        }
        out.println("Case " + wanted + ": " + verdict.lines() + " lines say what was written");
    }

    private void everything() throws Exception {
        Journals.Audit audit = present(journals, "the verifier of journals").audit();
        audit.altered().forEach(verdict -> out.println(sentence(verdict)));
        audit.brokenRoot().ifPresent(root -> out.println("Root " + root + " is not what was signed, or is missing"));
        String looked = audit.cases() + " journals and " + audit.roots() + " roots verified";
        if (!audit.intact()) {
            throw refusal(looked + ": the record was altered");
        }
        out.println(looked + ": every line says what was written");
    }

    private static String sentence(Journals.Verdict verdict) {
        return verdict.alteration()
                .map(it -> "Case " + verdict.number() + ": " + word(it.kind()) + " at line " + it.line())
                .orElse("Case " + verdict.number() + ": intact");
    }
}
