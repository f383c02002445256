package fr.sejour.rest.internal.resource;

import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Associations and lawyers, as the national services close their accounts. */
@Component(service = HelpersResource.class)
@JakartarsResource
@Closed
@Path("helpers/{code}")
@Produces(MediaType.APPLICATION_JSON)
public final class HelpersResource {

    private final Mandates mandates;

    @Activate
    public HelpersResource(@Reference Mandates mandates) {
        this.mandates = mandates;
    }

    @DELETE
    public void closeHelper(@Context SecurityContext security, @PathParam("code") String code) {
        mandates.close(Asking.of(security).caller(), Input.value("code", Rule.HELPER_CODE, code, MandataryCode::new));
    }
}
