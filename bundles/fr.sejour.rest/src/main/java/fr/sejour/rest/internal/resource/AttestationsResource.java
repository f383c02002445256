package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.rest.internal.answer.AttestationAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.GET;
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

/** The papers issued. */
@Component(service = AttestationsResource.class)
@JakartarsResource
@Closed
@Path("attestations/{number}")
@Produces(MediaType.APPLICATION_JSON)
public final class AttestationsResource {

    private final Attestations attestations;

    @Activate
    public AttestationsResource(@Reference Attestations attestations) {
        this.attestations = attestations;
    }

    @GET
    public AttestationAnswer readAttestation(@Context SecurityContext security, @PathParam("number") String number) {
        Asking asking = Asking.of(security);
        Caller caller = asking.caller();
        AttestationNumber printed = Input.value("number", Rule.ATTESTATION_NUMBER, number, AttestationNumber::new);
        return AttestationAnswer.of(attestations.find(caller, printed), caller, asking.wording());
    }
}
