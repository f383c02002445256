package fr.sejour.rest.internal.resource;

import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.api.report.ReportDesk;
import fr.sejour.api.report.ReportDesk.Opened;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.rest.internal.answer.ReportAnswer;
import fr.sejour.rest.internal.answer.ReportsAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.ReportActBody;
import fr.sejour.rest.internal.body.ReportBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What people report to be wrong. Whoever has no account shows the secret of their report in a header. */
@Component(service = ReportsResource.class)
@JakartarsResource
@Closed
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportsResource {

    private static final String SECRET = "Report-Secret";

    private final ReportDesk desk;

    @Activate
    public ReportsResource(@Reference ReportDesk desk) {
        this.desk = desk;
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response openReport(
            @Context SecurityContext security,
            @Context UriInfo address,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Nullable ReportBody sent) {
        ReportBody body = Input.required("", sent);
        Opened opened = desk.open(Asking.of(security).signedIn(), body.toReport(languages));
        String location = address.getBaseUriBuilder()
                .path("reports/{number}")
                .build(opened.report().number().value())
                .getRawPath();
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, location)
                .entity(ReportAnswer.of(opened.report(), opened.secret()))
                .build();
    }

    @GET
    public ReportsAnswer readReports(@Context SecurityContext security) {
        return ReportsAnswer.of(desk.list(Asking.of(security).caller()));
    }

    @GET
    @Path("{number}")
    @OpenToAll
    public ReportAnswer readReport(
            @Context SecurityContext security,
            @PathParam("number") String number,
            @HeaderParam(SECRET) @Nullable String secret) {
        Asking asking = Asking.of(security);
        ReportNumber printed = Input.value("number", Rule.REPORT_NUMBER, number, ReportNumber::new);
        Report report = secret != null ? desk.find(printed, secret) : desk.find(asking.caller(), printed);
        return ReportAnswer.of(report, Optional.empty());
    }

    @POST
    @Path("{number}/steps")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    public ReportAnswer stepOnReport(
            @Context SecurityContext security,
            @PathParam("number") String number,
            @HeaderParam(SECRET) @Nullable String secret,
            @Nullable ReportActBody sent) {
        Asking asking = Asking.of(security);
        ReportNumber printed = Input.value("number", Rule.REPORT_NUMBER, number, ReportNumber::new);
        ReportAct act = Input.required("", sent).toAct();
        Report report = secret != null ? desk.act(printed, secret, act) : desk.act(asking.caller(), printed, act);
        return ReportAnswer.of(report, Optional.empty());
    }
}
