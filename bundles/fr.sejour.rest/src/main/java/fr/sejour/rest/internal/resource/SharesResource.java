package fr.sejour.rest.internal.resource;

import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.attestation.Shares;
import fr.sejour.api.person.PersonId;
import fr.sejour.rest.internal.answer.ShareAnswer;
import fr.sejour.rest.internal.answer.SharesAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.ShareBody;
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

/** The codes by which people share what they may do. */
@Component(service = SharesResource.class)
@JakartarsResource
@Closed
@Path("people/{id}/shares")
@Produces(MediaType.APPLICATION_JSON)
public final class SharesResource {

    private final Shares shares;

    @Activate
    public SharesResource(@Reference Shares shares) {
        this.shares = shares;
    }

    @GET
    public SharesAnswer readShares(@Context SecurityContext security, @PathParam("id") String id) {
        return SharesAnswer.of(shares.ofPerson(Asking.of(security).caller(), person(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response giveShare(@Context SecurityContext security, @PathParam("id") String id, @Nullable ShareBody sent) {
        ShareBody body = Input.required("", sent);
        ShareAnswer answer = ShareAnswer.of(shares.give(
                Asking.of(security).caller(),
                person(id),
                Input.code("purpose", body.purpose(), Purpose.class),
                Input.day("lastDay", body.lastDay())));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    @DELETE
    @Path("{code}")
    public void endShare(
            @Context SecurityContext security, @PathParam("id") String id, @PathParam("code") String code) {
        shares.end(
                Asking.of(security).caller(), person(id), Input.value("code", Rule.SHARE_CODE, code, ShareCode::new));
    }

    private static PersonId person(String id) {
        return Input.value("id", Rule.PERSON_ID, id, PersonId::new);
    }
}
