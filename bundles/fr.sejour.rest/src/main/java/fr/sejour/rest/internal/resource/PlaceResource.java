package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.team.Teams;
import fr.sejour.rest.internal.answer.PlaceAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Where a case waits within its préfecture. */
@Component(service = PlaceResource.class)
@JakartarsResource
@Closed
@Path("cases/{caseNumber}/place")
@Produces(MediaType.APPLICATION_JSON)
public final class PlaceResource {

    private final Teams teams;

    @Activate
    public PlaceResource(@Reference Teams teams) {
        this.teams = teams;
    }

    @GET
    public PlaceAnswer readPlace(@Context SecurityContext security, @PathParam("caseNumber") String caseNumber) {
        CaseNumber number = Input.value("caseNumber", Rule.CASE_NUMBER, caseNumber, CaseNumber::new);
        return PlaceAnswer.of(teams.place(Asking.of(security).caller(), number));
    }
}
