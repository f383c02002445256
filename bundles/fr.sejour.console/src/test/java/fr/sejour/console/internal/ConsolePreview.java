package fr.sejour.console.internal;

import fr.sejour.web.page.Section;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Platform;
import java.util.List;

/** The console on its own with invented cases, to be looked at in a browser: run it and open the address it prints. */
public final class ConsolePreview {

    private ConsolePreview() {}

    static Section section(Platform platform) {
        return new ConsoleSection(new Desks(
                platform.signIn,
                platform.people,
                platform.coverage,
                platform.papers,
                platform.catalogue,
                platform.cases,
                platform.pieces,
                platform.prefectures,
                platform.transfers,
                platform.residences,
                platform.teams,
                platform.teams,
                platform.gaps,
                platform.editions));
    }

    /** @param arguments port, then given names and family name of the person */
    public static void main(String[] arguments) throws InterruptedException {
        Platform platform = arguments.length > 2 ? new Platform(arguments[1], arguments[2]) : new Platform();
        platform.cases.fill(60);
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        try (PageServer server = new PageServer(port, platform.signIn, platform.clock, List.of(section(platform)))) {
            System.out.println("http://127.0.0.1:" + server.port() + "/console");
            Thread.currentThread().join();
        }
    }
}
