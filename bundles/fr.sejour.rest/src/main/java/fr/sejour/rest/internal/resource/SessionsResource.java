package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.rest.internal.answer.SessionAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.SessionBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Opens sessions. */
@Component(service = SessionsResource.class)
@JakartarsResource
@Closed
@Path("sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {

    private final SignIn signIn;

    @Activate
    public SessionsResource(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    @POST
    @OpenToAll
    public Response openSession(@Nullable SessionBody sent) {
        SessionBody body = Input.required("", sent);
        Login login = Input.value("login", Rule.LOGIN, body.login(), Login::new);
        String password = Input.required("password", body.password());
        SessionAnswer answer = SessionAnswer.of(signIn.signIn(login, password, Optional.ofNullable(body.totp())));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }
}
