package fr.sejour.rest.internal.resource;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.EntryDesk;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.PaperForms;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The form to fill in by hand: each answer is one print, with a number of its own. */
@Component(service = FormsResource.class)
@JakartarsResource
@Closed
@Path("forms/{permit}")
public final class FormsResource {

    private final EntryDesk entries;
    private final PaperForms forms;
    private final Clock clock;

    @Activate
    public FormsResource(@Reference EntryDesk entries, @Reference PaperForms forms, @Reference Clock clock) {
        this.entries = entries;
        this.forms = forms;
        this.clock = clock;
    }

    @GET
    @OpenToAll
    @Produces(PaperForms.MEDIA_TYPE)
    public Response printForm(@Context SecurityContext security, @PathParam("permit") String permit) {
        PermitCode code = Input.value("permit", Rule.PERMIT, permit, PermitCode::new);
        FormSerial serial = entries.drawForm();
        byte[] print = forms.print(
                code,
                serial,
                Prefecture.nationalDay(clock.instant()),
                Asking.of(security).wording().language());
        return Download.of(new ByteArrayInputStream(print), PaperForms.MEDIA_TYPE, print.length, serial + ".pdf");
    }
}
