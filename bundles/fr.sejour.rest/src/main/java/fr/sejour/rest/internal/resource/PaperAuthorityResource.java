package fr.sejour.rest.internal.resource;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.paper.PaperSigner;
import fr.sejour.api.paper.PaperSigner.Authority;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The authority that this platform made for itself, for whoever validates the signature of a page. */
@Component(service = PaperAuthorityResource.class)
@JakartarsResource
@Closed
@Path("paper-authority")
public final class PaperAuthorityResource {

    /** RFC 2585, 4: one certificate, in DER. */
    static final String CERTIFICATE = "application/pkix-cert";

    /** RFC 2585, 4: one list of what is revoked, in DER. */
    static final String REVOKED = "application/pkix-crl";

    private final PaperSigner signer;

    @Activate
    public PaperAuthorityResource(@Reference PaperSigner signer) {
        this.signer = signer;
    }

    @GET
    @Path("certificate")
    @OpenToAll
    @Produces(CERTIFICATE)
    public Response readPaperAuthority() {
        try {
            return Shared.of(own().certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    @GET
    @Path("revoked")
    @OpenToAll
    @Produces(REVOKED)
    public Response readPaperAuthorityRevoked() {
        try {
            return Shared.of(own().revoked()
                    .orElseThrow(() -> new CaseException(ErrorCode.SIGNATURE_UNAVAILABLE))
                    .getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException("A list that was made can be written", e);
        }
    }

    /** Who bought a certificate elsewhere finds its authority there. */
    private Authority own() {
        try {
            return signer.ownAuthority().orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        } catch (SigningUnavailable noKey) {
            throw new CaseException(ErrorCode.SIGNATURE_UNAVAILABLE);
        }
    }
}
