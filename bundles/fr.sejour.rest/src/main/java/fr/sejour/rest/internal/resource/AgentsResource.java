package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.team.Teams;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.LeaveBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** An agent's account, as others have to do with it. */
@Component(service = AgentsResource.class)
@JakartarsResource
@Closed
@Path("agents/{account}")
@Produces(MediaType.APPLICATION_JSON)
public final class AgentsResource {

    private final Teams teams;

    @Activate
    public AgentsResource(@Reference Teams teams) {
        this.teams = teams;
    }

    @PUT
    @Path("leave")
    @Consumes(MediaType.APPLICATION_JSON)
    public void writeLeave(
            @Context SecurityContext security, @PathParam("account") String account, @Nullable LeaveBody sent) {
        LeaveBody body = Input.required("", sent);
        teams.writeLeave(Asking.of(security).caller(), account(account), body.toLeave());
    }

    @DELETE
    public void closeAgent(@Context SecurityContext security, @PathParam("account") String account) {
        teams.close(Asking.of(security).caller(), account(account));
    }

    private static AccountId account(String account) {
        return Input.value("account", Rule.ACCOUNT, account, AccountId::new);
    }
}
