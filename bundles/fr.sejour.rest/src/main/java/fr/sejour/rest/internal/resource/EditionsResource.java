package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.EditionDesk;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.rest.internal.answer.ArrivedEditionAnswer;
import fr.sejour.rest.internal.answer.ArrivedEditionsAnswer;
import fr.sejour.rest.internal.answer.EditionEffectsAnswer;
import fr.sejour.rest.internal.body.EditionStepBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.LargestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The editions of the law that arrive while the platform runs. */
@Component(service = EditionsResource.class)
@JakartarsResource
@Closed
@Path("editions")
@Produces(MediaType.APPLICATION_JSON)
public final class EditionsResource {

    private final EditionDesk desk;

    @Activate
    public EditionsResource(@Reference EditionDesk desk) {
        this.desk = desk;
    }

    @GET
    public ArrivedEditionsAnswer readEditions(@Context SecurityContext security) {
        return ArrivedEditionsAnswer.of(desk.arrived(Asking.of(security).caller()));
    }

    @POST
    @Consumes("application/java-archive")
    @LargestBody(EditionDesk.LARGEST)
    public Response receiveEdition(@Context SecurityContext security, InputStream jar) throws IOException {
        ArrivedEdition received = desk.receive(Asking.of(security).caller(), jar.readAllBytes());
        return Response.status(Response.Status.CREATED)
                .entity(ArrivedEditionAnswer.of(received))
                .build();
    }

    @POST
    @Path("{name}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    public ArrivedEditionAnswer stepOnEdition(
            @Context SecurityContext security, @PathParam("name") String name, @Nullable EditionStepBody sent) {
        Caller caller = Asking.of(security).caller();
        return ArrivedEditionAnswer.of(
                switch (Input.required("", sent).toWhat()) {
                    case REHEARSE -> desk.rehearse(caller, name);
                    case ACTIVATE -> desk.activate(caller, name);
                    case ROLL_BACK -> desk.rollBack(caller, name);
                });
    }

    @GET
    @Path("{name}/effects")
    public EditionEffectsAnswer readEditionEffects(
            @Context SecurityContext security,
            @PathParam("name") String name,
            @QueryParam("change") @Nullable String change,
            @QueryParam("after") @Nullable String after) {
        return EditionEffectsAnswer.of(
                desk.effects(
                        Asking.of(security).caller(),
                        name,
                        Input.optionalCode("change", change, Change.class),
                        Input.optional("after", Rule.CASE_NUMBER, after, CaseNumber::new)),
                EditionDesk.PAGE);
    }
}
