package fr.sejour.rest.internal.resource;

import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residences;
import fr.sejour.rest.internal.answer.ResidenceAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.ResidenceBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Where a person lives: said at any time, and every open case follows. */
@Component(service = ResidenceResource.class)
@JakartarsResource
@Closed
@Path("people/{id}/residence")
@Produces(MediaType.APPLICATION_JSON)
public final class ResidenceResource {

    private final Residences residences;

    @Activate
    public ResidenceResource(@Reference Residences residences) {
        this.residences = residences;
    }

    @GET
    public ResidenceAnswer readResidence(@Context SecurityContext security, @PathParam("id") String id) {
        return ResidenceAnswer.of(residences.find(Asking.of(security).caller(), person(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ResidenceAnswer declareResidence(
            @Context SecurityContext security, @PathParam("id") String id, @Nullable ResidenceBody sent) {
        PersonId person = person(id);
        ResidenceBody body = Input.required("", sent);
        return ResidenceAnswer.of(residences.declare(Asking.of(security).caller(), person, body.toResidence()));
    }

    private static PersonId person(String id) {
        return Input.value("id", Rule.PERSON_ID, id, PersonId::new);
    }
}
