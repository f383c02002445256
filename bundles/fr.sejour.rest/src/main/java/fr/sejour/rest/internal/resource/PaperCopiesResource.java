package fr.sejour.rest.internal.resource;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.paper.PaperCopies;
import fr.sejour.api.paper.PaperCopies.Copy;
import fr.sejour.api.paper.PaperPress;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The pages of papers. */
@Component(service = PaperCopiesResource.class)
@JakartarsResource
@Closed
@Path("attestations/{number}/page")
public final class PaperCopiesResource {

    private final PaperCopies copies;

    @Activate
    public PaperCopiesResource(@Reference PaperCopies copies) {
        this.copies = copies;
    }

    @GET
    @Produces(PaperPress.MEDIA_TYPE)
    public Response readAttestationPage(
            @Context SecurityContext security,
            @PathParam("number") String number,
            @QueryParam("language") @Nullable String language) {
        AttestationNumber paper = Input.value("number", Rule.ATTESTATION_NUMBER, number, AttestationNumber::new);
        String printed =
                Input.optionalWord("language", language, copies.languages()).orElse("fr");
        Copy copy = copies.read(Asking.of(security).caller(), paper, printed);
        return Download.of(copy.content(), PaperPress.MEDIA_TYPE, copy.size(), paper + "-" + copy.language() + ".pdf");
    }
}
