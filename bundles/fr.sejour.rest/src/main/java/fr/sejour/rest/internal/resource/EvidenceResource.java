package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.person.PersonId;
import fr.sejour.rest.internal.answer.EvidenceAnswer;
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

/** The files that a person has given, to whichever case. */
@Component(service = EvidenceResource.class)
@JakartarsResource
@Closed
@Path("people/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
public final class EvidenceResource {

    private final PieceDesk desk;

    @Activate
    public EvidenceResource(@Reference PieceDesk desk) {
        this.desk = desk;
    }

    @GET
    public EvidenceAnswer readEvidence(@Context SecurityContext security, @PathParam("id") String id) {
        PersonId person = Input.value("id", Rule.PERSON_ID, id, PersonId::new);
        return EvidenceAnswer.of(desk.evidence(Asking.of(security).caller(), person));
    }
}
