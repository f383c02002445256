package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.rest.internal.archive.CaseArchives;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Whole files, to be taken out. */
@Component(service = ArchivesResource.class)
@JakartarsResource
@Closed
@Path("cases/{caseNumber}/archive")
public final class ArchivesResource {

    private final CaseArchives archives;

    @Activate
    public ArchivesResource(@Reference CaseArchives archives) {
        this.archives = archives;
    }

    @GET
    @Produces("application/zip")
    public Response takeOut(@Context SecurityContext security, @PathParam("caseNumber") String caseNumber) {
        Asking asking = Asking.of(security);
        CaseNumber number = Input.value("caseNumber", Rule.CASE_NUMBER, caseNumber, CaseNumber::new);
        CaseArchives.Archive archive = archives.open(asking.caller(), number, asking.wording());
        StreamingOutput content = archive::writeTo;
        return Response.ok(content)
                .type("application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + archive.fileName() + "\"")
                .build();
    }
}
