package fr.sejour.rest.internal.resource;

import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.person.PersonId;
import fr.sejour.rest.internal.answer.MandateAnswer;
import fr.sejour.rest.internal.answer.MandatesAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.MandateBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The mandates that a person gives. */
@Component(service = MandatesResource.class)
@JakartarsResource
@Closed
@Path("people/{id}/mandates")
@Produces(MediaType.APPLICATION_JSON)
public final class MandatesResource {

    private final Mandates mandates;

    @Activate
    public MandatesResource(@Reference Mandates mandates) {
        this.mandates = mandates;
    }

    @GET
    public MandatesAnswer readMandates(@Context SecurityContext security, @PathParam("id") String id) {
        return MandatesAnswer.of(mandates.ofPerson(Asking.of(security).caller(), person(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response giveMandate(
            @Context SecurityContext security, @PathParam("id") String id, @Nullable MandateBody sent) {
        MandateBody body = Input.required("", sent);
        MandateAnswer answer =
                MandateAnswer.of(mandates.give(Asking.of(security).caller(), person(id), body.toMandate()));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    @DELETE
    @Path("{number}")
    public void endMandate(
            @Context SecurityContext security, @PathParam("id") String id, @PathParam("number") String number) {
        mandates.end(
                Asking.of(security).caller(),
                person(id),
                Input.value("number", Rule.MANDATE_NUMBER, number, MandateNumber::new));
    }

    private static PersonId person(String id) {
        return Input.value("id", Rule.PERSON_ID, id, PersonId::new);
    }
}
