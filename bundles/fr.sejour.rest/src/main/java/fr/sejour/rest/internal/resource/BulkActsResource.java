package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Caller;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.bulk.BulkActs;
import fr.sejour.api.bulk.Selection;
import fr.sejour.rest.internal.answer.BulkActAnswer;
import fr.sejour.rest.internal.body.BulkActBody;
import fr.sejour.rest.internal.body.BulkStepBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.QueueParameters;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.LargestBody;
import fr.sejour.rest.internal.wire.StrictJson;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** One act on many cases: looked at first, then run, with a result for each. */
@Component(service = BulkActsResource.class)
@JakartarsResource
@Closed
@Path("bulk-acts")
@Produces(MediaType.APPLICATION_JSON)
public final class BulkActsResource {

    private final BulkActs acts;

    @Activate
    public BulkActsResource(@Reference BulkActs acts) {
        this.acts = acts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @LargestBody(StrictJson.LARGEST_EVER)
    public Response prepareBulkAct(
            @Context SecurityContext security,
            @Context UriInfo address,
            @BeanParam QueueParameters wanted,
            @Nullable BulkActBody sent) {
        Caller caller = Asking.of(security).caller();
        BulkActBody body = Input.required("", sent);
        Selection selection = body.toTicked().orElseGet(() -> new Selection.Filtered(wanted.toFilter()));
        BulkAct prepared = acts.prepare(caller, selection, body.toAct());
        String location = address.getBaseUriBuilder()
                .path("bulk-acts/{id}")
                .build(prepared.id().value())
                .getRawPath();
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, location)
                .entity(BulkActAnswer.of(prepared))
                .build();
    }

    @GET
    @Path("{id}")
    public BulkActAnswer readBulkAct(@Context SecurityContext security, @PathParam("id") String id) {
        return BulkActAnswer.of(acts.find(Asking.of(security).caller(), id(id)));
    }

    @POST
    @Path("{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    public BulkActAnswer stepOnBulkAct(
            @Context SecurityContext security, @PathParam("id") String id, @Nullable BulkStepBody sent) {
        Caller caller = Asking.of(security).caller();
        BulkActId which = id(id);
        boolean runs = Input.required("", sent).runs();
        return BulkActAnswer.of(runs ? acts.run(caller, which) : acts.cancel(caller, which));
    }

    private static BulkActId id(String id) {
        return Input.value("id", Rule.BULK_ACT, id, BulkActId::new);
    }
}
