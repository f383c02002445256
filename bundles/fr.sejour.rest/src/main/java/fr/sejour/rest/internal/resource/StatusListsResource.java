package fr.sejour.rest.internal.resource;

import fr.sejour.api.attestation.StatusLists;
import fr.sejour.rest.internal.answer.StatusListsAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The signed lists of states, for whoever checks papers where there is no network. */
@Component(service = StatusListsResource.class)
@JakartarsResource
@Closed
@Path("status-lists")
public final class StatusListsResource {

    private final StatusLists lists;

    @Activate
    public StatusListsResource(@Reference StatusLists lists) {
        this.lists = lists;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.APPLICATION_JSON)
    public StatusListsAnswer readStatusLists() {
        return new StatusListsAnswer(IntStream.range(0, lists.count())
                .mapToObj(number -> "/api/v1/status-lists/" + number)
                .toList());
    }

    @GET
    @Path("{number}")
    @OpenToAll
    @Produces(StatusLists.MEDIA_TYPE)
    public String readStatusList(@PathParam("number") String number) {
        return lists.list(Input.value("number", Rule.LIST_NUMBER, number, Integer::parseInt));
    }
}
