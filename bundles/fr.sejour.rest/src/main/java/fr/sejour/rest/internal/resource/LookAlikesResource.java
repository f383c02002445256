package fr.sejour.rest.internal.resource;

import fr.sejour.api.person.LookAlikes;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.TwoPeople;
import fr.sejour.rest.internal.answer.LookAlikeAnswer;
import fr.sejour.rest.internal.answer.LookAlikesAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.TwoPeopleBody;
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

/** Those who look like a person, and what agents say of it. */
@Component(service = LookAlikesResource.class)
@JakartarsResource
@Closed
@Path("people/{id}/look-alikes")
@Produces(MediaType.APPLICATION_JSON)
public final class LookAlikesResource {

    private final LookAlikes lookAlikes;

    @Activate
    public LookAlikesResource(@Reference LookAlikes lookAlikes) {
        this.lookAlikes = lookAlikes;
    }

    @GET
    public LookAlikesAnswer readLookAlikes(@Context SecurityContext security, @PathParam("id") String id) {
        return LookAlikesAnswer.of(lookAlikes.of(Asking.of(security).caller(), person("id", id)));
    }

    @PUT
    @Path("{other}")
    @Consumes(MediaType.APPLICATION_JSON)
    public LookAlikeAnswer keepApart(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("other") String other,
            @Nullable TwoPeopleBody sent) {
        PersonId one = person("id", id);
        PersonId two = person("other", other);
        TwoPeople said = Input.required("", sent).toTwoPeople();
        return LookAlikeAnswer.of(lookAlikes.keepApart(Asking.of(security).caller(), one, two, said));
    }

    @DELETE
    @Path("{other}")
    public void takeBackKeptApart(
            @Context SecurityContext security, @PathParam("id") String id, @PathParam("other") String other) {
        lookAlikes.takeBack(Asking.of(security).caller(), person("id", id), person("other", other));
    }

    private static PersonId person(String field, String id) {
        return Input.value(field, Rule.PERSON_ID, id, PersonId::new);
    }
}
