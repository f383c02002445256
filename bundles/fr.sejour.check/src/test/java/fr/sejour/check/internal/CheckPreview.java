package fr.sejour.check.internal;

import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Platform;
import java.util.List;

/** The check on its own with an invented paper, to be looked at in a browser: run it and open the address it prints. */
public final class CheckPreview {

    private CheckPreview() {}

    /** @param arguments the port */
    public static void main(String[] arguments) throws InterruptedException {
        Platform platform = new Platform();
        platform.moreRights = arguments.length > 1;
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        try (PageServer server =
                new PageServer(port, platform.signIn, platform.clock, List.of(new CheckSection(platform.checks)))) {
            System.out.println("http://127.0.0.1:" + server.port() + "/check");
            Thread.currentThread().join();
        }
    }
}
