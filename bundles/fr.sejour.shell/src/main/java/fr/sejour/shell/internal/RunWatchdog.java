package fr.sejour.shell.internal;

import fr.sejour.api.operation.Watchdog;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:watchdog}: looks at once for cases that have fallen out of everybody's sight. */
@Service
@Command(
        scope = "sejour",
        name = "watchdog",
        description = "Looks for cases that have fallen out of sight and mends them; safe at any time")
public final class RunWatchdog extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Watchdog watchdog;

    @Override
    void run() throws Exception {
        Watchdog.Round round = present(watchdog, "the watchdog").look();
        round.ofNobody()
                .forEach(team -> out.println("Nobody works in team " + team.team() + " of préfecture "
                        + team.prefecture() + ": the general team has what it would take"));
        String found = round.found() + " cases astray, " + round.mended() + " mended; " + round.waiting()
                + " wait in the queue of strays";
        if (round.waiting() > 0) {
            throw refusal(found + ": sejour:strays lists them, and the log says why they could not be mended");
        }
        out.println(found);
    }
}
