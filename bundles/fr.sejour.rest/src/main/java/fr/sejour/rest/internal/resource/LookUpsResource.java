package fr.sejour.rest.internal.resource;

import fr.sejour.api.filing.EntryDesk;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.rest.internal.answer.PersonAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.LookUpBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
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

/** Finding somebody by what an agent reads on a form or a permit. */
@Component(service = LookUpsResource.class)
@JakartarsResource
@Closed
@Path("look-ups")
@Produces(MediaType.APPLICATION_JSON)
public final class LookUpsResource {

    private final EntryDesk entries;

    @Activate
    public LookUpsResource(@Reference EntryDesk entries) {
        this.entries = entries;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonAnswer lookUp(@Context SecurityContext security, @Nullable LookUpBody sent) {
        ForeignerNumber number = Input.value(
                "foreignerNumber",
                Rule.FOREIGNER_NUMBER,
                Input.required("", sent).foreignerNumber(),
                ForeignerNumber::new);
        return PersonAnswer.of(entries.numbered(Asking.of(security).caller(), number));
    }
}
