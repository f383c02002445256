package fr.sejour.web.preview;

import fr.sejour.api.access.SignIn;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.text.internal.PropertiesTexts;
import fr.sejour.web.internal.PageHost;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Upload;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The page host on a real server with the real texts, without a framework: for tests, and to look at pages in a browser. */
public final class PageServer implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /** @param port 0 for any free one */
    public PageServer(int port, SignIn signIn, Clock clock, List<Section> sections) {
        this(port, new PageHost(signIn, PropertiesTexts.onClassPath(), clock, false, sections));
    }

    /** The same on any free port, with receipts for what fails. */
    public PageServer(SignIn signIn, Clock clock, List<Section> sections, Attempts attempts) {
        this(0, new PageHost(signIn, PropertiesTexts.onClassPath(), clock, false, sections, attempts));
    }

    private PageServer(int port, PageHost host) {
        ServletHolder servlet = new ServletHolder(host);
        servlet.getRegistration()
                .setMultipartConfig(
                        new MultipartConfigElement("", Upload.LARGEST, Upload.LARGEST + 64L * 1024, Upload.LARGEST));
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(servlet, "/*");
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
