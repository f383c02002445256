package fr.sejour.rest.internal.resource;

import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.rest.internal.answer.CatalogueAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What the law knows on a day. */
@Component(service = CatalogueResource.class)
@JakartarsResource
@Closed
@Path("catalogue/permits")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogueResource {

    private final Catalogue catalogue;
    private final Clock clock;

    @Activate
    public CatalogueResource(@Reference Catalogue catalogue, @Reference Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GET
    @OpenToAll
    public Response readPermits(@Context SecurityContext security, @QueryParam("on") @Nullable String on) {
        LocalDate day = Input.optionalDay("on", on).orElseGet(() -> Prefecture.nationalDay(clock.instant()));
        CatalogueAnswer answer = CatalogueAnswer.of(
                day,
                catalogue.edition(day),
                catalogue.permits(day),
                Asking.of(security).wording());
        return Response.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
