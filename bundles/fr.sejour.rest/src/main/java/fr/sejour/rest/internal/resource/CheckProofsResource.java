package fr.sejour.rest.internal.resource;

import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.rest.internal.answer.CheckedPaper;
import fr.sejour.rest.internal.answer.CheckedShare;
import fr.sejour.rest.internal.answer.ProvenCheck;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.ProofBody;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Where anybody reads again what a check answered, from the proof that they kept. */
@Component(service = CheckProofsResource.class)
@JakartarsResource
@Closed
@Path("check-proofs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CheckProofsResource {

    private final CheckDesk desk;

    @Activate
    public CheckProofsResource(@Reference CheckDesk desk) {
        this.desk = desk;
    }

    @POST
    @OpenToAll
    public ProvenCheck readCheckProof(@Context SecurityContext security, @Nullable ProofBody sent) {
        String proof = Input.required("proof", Input.required("", sent).proof());
        Wording wording = Asking.of(security).wording();
        return desk.paperProven(proof)
                .map(paper -> new ProvenCheck(CheckedPaper.of(paper, wording), null))
                .or(() -> desk.shareProven(proof).map(share -> new ProvenCheck(null, CheckedShare.of(share, wording))))
                .orElseThrow(() -> new CaseException(ErrorCode.PROOF_REFUSED));
    }
}
