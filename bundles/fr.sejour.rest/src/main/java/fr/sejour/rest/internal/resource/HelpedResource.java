package fr.sejour.rest.internal.resource;

import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.rest.internal.answer.HelpedAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Whom a helper helps. */
@Component(service = HelpedResource.class)
@JakartarsResource
@Closed
@Path("mandates")
@Produces(MediaType.APPLICATION_JSON)
public final class HelpedResource {

    private final Mandates mandates;

    @Activate
    public HelpedResource(@Reference Mandates mandates) {
        this.mandates = mandates;
    }

    @GET
    public HelpedAnswer readHelped(@Context SecurityContext security, @QueryParam("after") @Nullable String after) {
        return HelpedAnswer.of(mandates.own(
                Asking.of(security).caller(), Input.optional("after", Rule.MANDATE_NUMBER, after, MandateNumber::new)));
    }
}
