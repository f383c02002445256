package fr.sejour.rest.internal.resource;

import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.rest.internal.answer.CheckedPaper;
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

/** Where anybody checks a paper. */
@Component(service = ChecksResource.class)
@JakartarsResource
@Closed
@Path("checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ChecksResource {

    private final CheckDesk desk;

    @Activate
    public ChecksResource(@Reference CheckDesk desk) {
        this.desk = desk;
    }

    @POST
    @OpenToAll
    public CheckedPaper checkPaper(@Context SecurityContext security, @Nullable CheckBody sent) {
        CheckBody body = Input.required("", sent);
        CheckCode code = Input.value("code", Rule.CHECK_CODE, body.code(), CheckCode::new);
        LocalDate birthDate = Input.day("birthDate", body.birthDate());
        return CheckedPaper.of(desk.check(code, birthDate), Asking.of(security).wording());
    }
}
