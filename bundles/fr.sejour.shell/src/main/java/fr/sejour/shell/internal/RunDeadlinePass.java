package fr.sejour.shell.internal;

import fr.sejour.api.operation.DeadlinePass;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:deadline-pass}: does at once what the clock has made due. */
@Service
@Command(scope = "sejour", name = "deadline-pass", description = "Does what the clock has made due; safe at any time")
public final class RunDeadlinePass extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    DeadlinePass pass;

    @Override
    void run() throws Exception {
        DeadlinePass.Report report = present(pass, "the deadline pass").run();
        out.println(report.examined() + " cases examined: " + report.papers() + " papers issued, "
                + report.silentRefusals() + " silent refusals, " + report.tasks() + " tasks raised, "
                + report.transfers() + " transfers completed");
        if (report.failed() > 0) {
            throw refusal(report.failed() + " cases could not be served; they are tried again, and the log says why");
        }
    }
}
