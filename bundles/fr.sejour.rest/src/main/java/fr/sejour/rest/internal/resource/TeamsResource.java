package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Caller;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.TeamCode;
import fr.sejour.api.team.Teams;
import fr.sejour.rest.internal.answer.TeamsAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.TeamBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** The teams of a préfecture and its agents. */
@Component(service = TeamsResource.class)
@JakartarsResource
@Closed
@Path("prefectures/{code}/teams")
@Produces(MediaType.APPLICATION_JSON)
public final class TeamsResource {

    private final Teams teams;

    @Activate
    public TeamsResource(@Reference Teams teams) {
        this.teams = teams;
    }

    @GET
    public TeamsAnswer readTeams(@Context SecurityContext security, @PathParam("code") String code) {
        return TeamsAnswer.of(teams.roster(caller(security), prefecture(code)));
    }

    @PUT
    @Path("{team}")
    @Consumes(MediaType.APPLICATION_JSON)
    public TeamsAnswer keepTeam(
            @Context SecurityContext security,
            @PathParam("code") String code,
            @PathParam("team") String team,
            @Nullable TeamBody sent) {
        TeamBody body = Input.required("", sent);
        return TeamsAnswer.of(teams.keep(caller(security), body.toTeam(prefecture(code), team(team))));
    }

    @DELETE
    @Path("{team}")
    public TeamsAnswer dissolveTeam(
            @Context SecurityContext security, @PathParam("code") String code, @PathParam("team") String team) {
        return TeamsAnswer.of(teams.dissolve(caller(security), prefecture(code), team(team)));
    }

    private static Caller caller(SecurityContext security) {
        return Asking.of(security).caller();
    }

    private static PrefectureCode prefecture(String code) {
        return Input.value("code", Rule.PREFECTURE, code, PrefectureCode::new);
    }

    private static TeamCode team(String code) {
        return Input.value("team", Rule.TEAM, code, TeamCode::new);
    }
}
