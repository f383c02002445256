package fr.sejour.rest.internal.operate;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Whether the process answers at all. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/live")
public final class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PlainAnswer.write(response, HttpServletResponse.SC_OK, "application/json", "{\"status\":\"live\"}");
    }
}
