package fr.sejour.rest.internal.operate;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The contract of the API, as it is committed. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/openapi.json")
public final class ContractServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String contract = Contract.text();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=300");
        PlainAnswer.write(response, HttpServletResponse.SC_OK, "application/json", contract);
    }
}
