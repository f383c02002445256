package fr.sejour.rest.internal.resource;

import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.rest.internal.answer.CheckedShare;
import fr.sejour.rest.internal.body.CheckBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Where anybody who was given a code reads what its person may do. */
@Component(service = ShareChecksResource.class)
@JakartarsResource
@Closed
@Path("share-checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ShareChecksResource {

    private final CheckDesk desk;

    @Activate
    public ShareChecksResource(@Reference CheckDesk desk) {
        this.desk = desk;
    }

    @POST
    @OpenToAll
    public CheckedShare checkShare(@Context SecurityContext security, @Nullable CheckBody sent) {
        CheckBody body = Input.required("", sent);
        ShareCode code = Input.value("code", Rule.SHARE_CODE, body.code(), ShareCode::new);
        LocalDate birthDate = Input.day("birthDate", body.birthDate());
        return CheckedShare.of(desk.check(code, birthDate), Asking.of(security).wording());
    }
}
