package fr.sejour.rest.internal.resource;

import fr.sejour.api.paper.Seals;
import fr.sejour.rest.internal.answer.KeysAnswer;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The keys with which anybody verifies the seals of papers, where there is no network later. */
@Component(service = SealKeysResource.class)
@JakartarsResource
@Closed
@Path("seal-keys")
@Produces(MediaType.APPLICATION_JSON)
public final class SealKeysResource {

    private final Seals seals;

    @Activate
    public SealKeysResource(@Reference Seals seals) {
        this.seals = seals;
    }

    @GET
    @OpenToAll
    public Response readSealKeys() {
        return Shared.of(new KeysAnswer(seals.publicKeys()));
    }
}
