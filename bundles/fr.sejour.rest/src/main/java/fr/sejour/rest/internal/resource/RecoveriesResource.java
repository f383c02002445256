package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.SignIn;
import fr.sejour.rest.internal.answer.SessionAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.RecoveryClaimBody;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Lets people in with an access code. */
@Component(service = RecoveriesResource.class)
@JakartarsResource
@Closed
@Path("recoveries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RecoveriesResource {

    private final SignIn signIn;

    @Activate
    public RecoveriesResource(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    @POST
    @OpenToAll
    public Response recoverAccess(@Nullable RecoveryClaimBody sent) {
        RecoveryClaimBody body = Input.required("", sent);
        SessionAnswer answer = SessionAnswer.of(signIn.recover(body.toClaim(), body.toPassword()));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }
}
