package fr.sejour.portal.internal;

import fr.sejour.web.page.Section;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Platform;
import java.util.List;

/** The portal on its own with invented people, to be looked at in a browser: run it and open the address it prints. */
public final class PortalPreview {

    private PortalPreview() {}

    static Section section(Platform platform) {
        return new PortalSection(new Desks(
                platform.signIn,
                platform.people,
                platform.coverage,
                platform.catalogue,
                platform.cases,
                platform.counterCodes,
                platform.cases,
                platform.pieces,
                platform.papers,
                platform.inbox,
                platform.prefectures,
                platform.communes,
                platform.residences,
                platform.mandates,
                platform.checks,
                platform.copies));
    }

    /** @param arguments port, then given names and family name of the person */
    public static void main(String[] arguments) throws InterruptedException {
        Platform platform = arguments.length > 2 ? new Platform(arguments[1], arguments[2]) : new Platform();
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        try (PageServer server = new PageServer(port, platform.signIn, platform.clock, List.of(section(platform)))) {
            System.out.println("http://127.0.0.1:" + server.port() + "/portal");
            Thread.currentThread().join();
        }
    }
}
