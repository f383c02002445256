package fr.sejour.shell.internal;

import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.operation.DelayCount;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:delays}: counts at once how long decisions took, as each night does. */
@Service
@Command(
        scope = "sejour",
        name = "delays",
        description = "Counts anew how long decisions took, for the delays that people are shown; safe at any time")
public final class CountDelays extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    DelayCount delays;

    @Override
    void run() throws Exception {
        DelayCount.Round round = present(delays, "the delay count").count();
        out.println(round.cases() + " decisions of the last " + LocalDelay.DAYS + " days on " + round.grounds()
                + " grounds; " + round.enough() + " of these have enough cases to be shown");
    }
}
