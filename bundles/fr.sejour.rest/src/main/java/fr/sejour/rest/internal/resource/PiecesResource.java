package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.PieceReading;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.UploadFile;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.rest.internal.answer.CaseAnswer;
import fr.sejour.rest.internal.answer.PieceVersionsAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.ReuseBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.FromOurPages;
import fr.sejour.rest.internal.request.LargestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The pieces of a case: giving, taking back, using again, and every version read. */
@Component(service = PiecesResource.class)
@JakartarsResource
@Closed
@Path("cases/{caseNumber}/pieces")
@Produces(MediaType.APPLICATION_JSON)
public final class PiecesResource {

    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,5}");

    private final PieceDesk desk;

    @Activate
    public PiecesResource(@Reference PieceDesk desk) {
        this.desk = desk;
    }

    @GET
    public PieceVersionsAnswer readPieceVersions(
            @Context SecurityContext security, @PathParam("caseNumber") String caseNumber) {
        return PieceVersionsAnswer.of(desk.versions(Asking.of(security).caller(), number(caseNumber)));
    }

    @GET
    @Path("{pieceType}")
    @Produces({"application/pdf", "image/jpeg", "image/png", "image/heic"})
    public Response readPiece(
            @Context SecurityContext security,
            @PathParam("caseNumber") String caseNumber,
            @PathParam("pieceType") String pieceType) {
        return opened(security, caseNumber, pieceType, Optional.empty());
    }

    @GET
    @Path("{pieceType}/versions/{version}")
    @Produces({"application/pdf", "image/jpeg", "image/png", "image/heic"})
    public Response readPieceVersion(
            @Context SecurityContext security,
            @PathParam("caseNumber") String caseNumber,
            @PathParam("pieceType") String pieceType,
            @PathParam("version") String version) {
        return opened(
                security,
                caseNumber,
                pieceType,
                Optional.of(Input.value("version", Rule.VERSION, version, PiecesResource::version)));
    }

    @PUT
    @Path("{pieceType}")
    @Consumes({"application/pdf", "image/jpeg", "image/png", "image/heic"})
    @LargestBody(PieceDesk.LARGEST_EVER)
    public CaseAnswer givePiece(
            @Context SecurityContext security,
            @PathParam("caseNumber") String caseNumber,
            @PathParam("pieceType") String pieceType,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType media,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String announced,
            @HeaderParam("Expect") @Nullable String expect,
            InputStream body)
            throws IOException {
        Asking asking = Asking.of(security);
        CaseNumber number = number(caseNumber);
        PieceType type = type(pieceType);
        int largest = desk.limits().largestBytes();
        if (media == null) {
            // to Jersey a body of no type is a body of any
            throw new CaseException(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED);
        }
        SentFile file = new SentFile(Optional.empty(), Optional.of(media.getType() + "/" + media.getSubtype()), body);
        try {
            if (announced != null && Long.parseLong(announced) > largest) {
                throw new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", largest));
            }
            return CaseAnswer.of(desk.give(asking.caller(), number, type, file), asking.wording());
        } catch (CaseException refused) {
            if (refused.code() == ErrorCode.PIECE_TOO_LARGE && expect == null) {
                // who still writes gets to read why
                body.transferTo(OutputStream.nullOutputStream());
            }
            throw refused;
        }
    }

    @DELETE
    @Path("{pieceType}")
    public CaseAnswer removePiece(
            @Context SecurityContext security,
            @PathParam("caseNumber") String caseNumber,
            @PathParam("pieceType") String pieceType) {
        Asking asking = Asking.of(security);
        return CaseAnswer.of(desk.remove(asking.caller(), number(caseNumber), type(pieceType)), asking.wording());
    }

    @PUT
    @Path("{pieceType}/evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    public CaseAnswer reusePiece(
            @Context SecurityContext security,
            @PathParam("caseNumber") String caseNumber,
            @PathParam("pieceType") String pieceType,
            @Nullable ReuseBody sent) {
        Asking asking = Asking.of(security);
        CaseNumber number = number(caseNumber);
        PieceType type = type(pieceType);
        EvidenceId evidence =
                Input.value("evidence", Rule.EVIDENCE, Input.required("", sent).evidence(), EvidenceId::new);
        return CaseAnswer.of(desk.reuse(asking.caller(), number, type, evidence), asking.wording());
    }

    @POST
    @Path("{pieceType}/uploads")
    @FromOurPages
    public Response beginUpload(
            @Context SecurityContext security,
            @Context UriInfo address,
            @PathParam("caseNumber") String caseNumber,
            @PathParam("pieceType") String pieceType,
            @HeaderParam(Tus.VERSION_HEADER) @Nullable String version,
            @HeaderParam(Tus.LENGTH) @Nullable String length,
            @HeaderParam(Tus.METADATA) @Nullable String metadata) {
        Asking asking = Asking.of(security);
        Tus.refuseOtherVersions(version);
        UploadFile begun = desk.begin(
                asking.caller(),
                number(caseNumber),
                type(pieceType),
                Tus.number(Tus.LENGTH, length),
                Tus.fileName(metadata));
        String location = address.getBaseUriBuilder()
                .path("uploads/{upload}")
                .build(begun.id().value())
                .getRawPath();
        return Tus.answer(Response.status(Response.Status.CREATED), begun)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    private Response opened(SecurityContext security, String caseNumber, String pieceType, Optional<Integer> version) {
        PieceReading reading = desk.read(Asking.of(security).caller(), number(caseNumber), type(pieceType), version);
        return Download.of(reading.content(), reading.mediaType(), reading.size(), reading.fileName());
    }

    private static CaseNumber number(String caseNumber) {
        return Input.value("caseNumber", Rule.CASE_NUMBER, caseNumber, CaseNumber::new);
    }

    private static PieceType type(String pieceType) {
        return Input.value("pieceType", Rule.PIECE_TYPE, pieceType, PieceType::new);
    }

    private static int version(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a version");
        }
        return Integer.parseInt(version);
    }
}
