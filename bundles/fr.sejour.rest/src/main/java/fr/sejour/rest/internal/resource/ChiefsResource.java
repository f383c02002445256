package fr.sejour.rest.internal.resource;

import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.Teams;
import fr.sejour.rest.internal.answer.TeamsAnswer;
import fr.sejour.rest.internal.body.ChiefsBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.Consumes;
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

/** Who makes the teams of a préfecture. */
@Component(service = ChiefsResource.class)
@JakartarsResource
@Closed
@Path("prefectures/{code}/chiefs")
@Produces(MediaType.APPLICATION_JSON)
public final class ChiefsResource {

    private final Teams teams;

    @Activate
    public ChiefsResource(@Reference Teams teams) {
        this.teams = teams;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public TeamsAnswer appointChiefs(
            @Context SecurityContext security, @PathParam("code") String code, @Nullable ChiefsBody sent) {
        ChiefsBody body = Input.required("", sent);
        return TeamsAnswer.of(teams.appointChiefs(Asking.of(security).caller(), prefecture(code), body.toAccounts()));
    }

    private static PrefectureCode prefecture(String code) {
        return Input.value("code", Rule.PREFECTURE, code, PrefectureCode::new);
    }
}
