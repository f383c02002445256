package fr.sejour.rest.internal.resource;

import fr.sejour.api.filing.CounterCodes;
import fr.sejour.api.person.PersonId;
import fr.sejour.rest.internal.answer.CounterCodeAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What people show at the counter, so that what they ask for there stands in their account. */
@Component(service = CounterCodesResource.class)
@JakartarsResource
@Closed
@Path("people/{id}/counter-code")
@Produces(MediaType.APPLICATION_JSON)
public final class CounterCodesResource {

    private final CounterCodes codes;

    @Activate
    public CounterCodesResource(@Reference CounterCodes codes) {
        this.codes = codes;
    }

    @POST
    public Response drawCounterCode(@Context SecurityContext security, @PathParam("id") String id) {
        PersonId person = Input.value("id", Rule.PERSON_ID, id, PersonId::new);
        CounterCodeAnswer answer =
                CounterCodeAnswer.of(codes.draw(Asking.of(security).caller(), person));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }
}
