package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.EntryDesk;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.rest.internal.answer.ReceiptAnswer;
import fr.sejour.rest.internal.body.FilingBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Where a filing becomes a case. */
@Component(service = FilingsResource.class)
@JakartarsResource
@Closed
@Path("filings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class FilingsResource {

    private static final String KEY = "Idempotency-Key";

    private final FilingDesk desk;
    private final EntryDesk entries;

    @Activate
    public FilingsResource(@Reference FilingDesk desk, @Reference EntryDesk entries) {
        this.desk = desk;
        this.entries = entries;
    }

    @POST
    public Response file(
            @Context SecurityContext security,
            @Context UriInfo address,
            @HeaderParam(KEY) @Nullable String key,
            @Nullable FilingBody sent) {
        Asking asking = Asking.of(security);
        Caller caller = asking.caller();
        if (key == null || key.isBlank()) {
            throw new CaseException(ErrorCode.IDEMPOTENCY_KEY_MISSING);
        }
        IdempotencyKey once = Input.value(KEY, Rule.IDEMPOTENCY_KEY, key, IdempotencyKey::new);
        FilingBody body = Input.required("", sent);
        FilingReceipt receipt = body.isEntry(caller)
                ? entries.enter(caller, once, body.toEntry())
                : desk.file(caller, once, body.toFiling(caller));
        // a path alone: behind a proxy this process does not know the name it is reached by
        String location = address.getBaseUriBuilder()
                .path("cases/{caseNumber}")
                .build(receipt.caseFile().number().value())
                .getRawPath();
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, location)
                .entity(ReceiptAnswer.of(receipt, caller, asking.wording()))
                .build();
    }
}
