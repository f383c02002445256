package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.SentFile;
import fr.sejour.api.correction.CorrectionDesk;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.correction.ProofReading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.rest.internal.answer.CorrectionAnswer;
import fr.sejour.rest.internal.answer.CorrectionsAnswer;
import fr.sejour.rest.internal.body.CorrectionActBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.LargestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Proposed changes of civil status: what is to be answered, one of them, its proof, what ends it. */
@Component(service = CorrectionsResource.class)
@JakartarsResource
@Closed
@Path("corrections")
@Produces(MediaType.APPLICATION_JSON)
public final class CorrectionsResource {

    private final CorrectionDesk desk;

    @Activate
    public CorrectionsResource(@Reference CorrectionDesk desk) {
        this.desk = desk;
    }

    @GET
    public CorrectionsAnswer readCorrections(@Context SecurityContext security) {
        return CorrectionsAnswer.of(desk.list(Asking.of(security).caller()));
    }

    @GET
    @Path("{number}")
    public CorrectionAnswer readCorrection(@Context SecurityContext security, @PathParam("number") String number) {
        return CorrectionAnswer.of(desk.find(Asking.of(security).caller(), printed(number)));
    }

    @PUT
    @Path("{number}/proof")
    @Consumes({"application/pdf", "image/jpeg", "image/png", "image/heic"})
    @LargestBody(Proof.LARGEST)
    public CorrectionAnswer giveProof(
            @Context SecurityContext security,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType media,
            InputStream body)
            throws IOException {
        Asking asking = Asking.of(security);
        CorrectionNumber of = printed(number);
        if (media == null) {
            // to Jersey a body of no type is a body of any
            throw new CaseException(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED);
        }
        // read whole, so that whoever still writes gets to read why it is refused
        InputStream content = new ByteArrayInputStream(body.readAllBytes());
        SentFile file =
                new SentFile(Optional.empty(), Optional.of(media.getType() + "/" + media.getSubtype()), content);
        return CorrectionAnswer.of(desk.giveProof(asking.caller(), of, file));
    }

    @GET
    @Path("{number}/proof")
    @Produces({"application/pdf", "image/jpeg", "image/png", "image/heic"})
    public Response readProof(@Context SecurityContext security, @PathParam("number") String number) {
        ProofReading reading = desk.readProof(Asking.of(security).caller(), printed(number));
        return Download.of(reading.content(), reading.mediaType(), reading.size(), reading.fileName());
    }

    @POST
    @Path("{number}/acts")
    @Consumes(MediaType.APPLICATION_JSON)
    public CorrectionAnswer actOnCorrection(
            @Context SecurityContext security, @PathParam("number") String number, @Nullable CorrectionActBody sent) {
        Asking asking = Asking.of(security);
        CorrectionNumber of = printed(number);
        return CorrectionAnswer.of(
                desk.act(asking.caller(), of, Input.required("", sent).toAct()));
    }

    private static CorrectionNumber printed(String number) {
        return Input.value("number", Rule.CORRECTION_NUMBER, number, CorrectionNumber::new);
    }
}
