package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.Transfers;
import fr.sejour.rest.internal.answer.TransfersAnswer;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What other préfectures offer; each case is received by an act on it. */
@Component(service = TransfersResource.class)
@JakartarsResource
@Closed
@Path("transfers")
@Produces(MediaType.APPLICATION_JSON)
public final class TransfersResource {

    private final Transfers transfers;

    @Activate
    public TransfersResource(@Reference Transfers transfers) {
        this.transfers = transfers;
    }

    @GET
    public TransfersAnswer readTransfers(@Context SecurityContext security) {
        return TransfersAnswer.of(transfers.incoming(Asking.of(security).caller()));
    }
}
