package fr.sejour.rest.internal.resource;

import fr.sejour.api.signature.Signatures;
import fr.sejour.rest.internal.answer.KeysAnswer;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The keys with which anybody verifies what the platform signed. */
@Component(service = SignatureKeysResource.class)
@JakartarsResource
@Closed
@Path("signature-keys")
@Produces(MediaType.APPLICATION_JSON)
public final class SignatureKeysResource {

    private final Signatures signatures;

    @Activate
    public SignatureKeysResource(@Reference Signatures signatures) {
        this.signatures = signatures;
    }

    @GET
    @OpenToAll
    public KeysAnswer readSignatureKeys() {
        return new KeysAnswer(signatures.publicKeys());
    }
}
