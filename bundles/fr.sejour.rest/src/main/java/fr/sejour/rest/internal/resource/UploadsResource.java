package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.UploadId;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.FromOurPages;
import fr.sejour.rest.internal.request.LargestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Uploads that come in parts and go on after a cut, by the tus protocol 1.0: the core of it, creation, expiration, termination. */
@Component(service = UploadsResource.class)
@JakartarsResource
@Closed
@Path("uploads/{upload}")
public final class UploadsResource {

    private final PieceDesk desk;

    @Activate
    public UploadsResource(@Reference PieceDesk desk) {
        this.desk = desk;
    }

    @HEAD
    @FromOurPages
    public Response lookAtUpload(
            @Context SecurityContext security,
            @PathParam("upload") String upload,
            @HeaderParam(Tus.VERSION_HEADER) @Nullable String version) {
        Tus.refuseOtherVersions(version);
        return Tus.answer(Response.ok(), desk.look(Asking.of(security).caller(), id(upload)))
                .build();
    }

    @PATCH
    @Consumes(Tus.PART)
    @LargestBody(PieceDesk.LARGEST_EVER)
    @FromOurPages
    public Response continueUpload(
            @Context SecurityContext security,
            @PathParam("upload") String upload,
            @HeaderParam(Tus.VERSION_HEADER) @Nullable String version,
            @HeaderParam(Tus.OFFSET) @Nullable String offset,
            InputStream body) {
        Tus.refuseOtherVersions(version);
        long from = Tus.number(Tus.OFFSET, offset);
        return Tus.answer(
                        Response.noContent(),
                        desk.append(Asking.of(security).caller(), id(upload), from, SentFile.of(body)))
                .build();
    }

    @DELETE
    @FromOurPages
    public Response abandonUpload(
            @Context SecurityContext security,
            @PathParam("upload") String upload,
            @HeaderParam(Tus.VERSION_HEADER) @Nullable String version) {
        Tus.refuseOtherVersions(version);
        desk.abandon(Asking.of(security).caller(), id(upload));
        return Response.noContent().header(Tus.VERSION_HEADER, Tus.VERSION).build();
    }

    private static UploadId id(String upload) {
        return Input.value("upload", Rule.UPLOAD, upload, UploadId::new);
    }
}
