package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Recoveries;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionDesk;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.notice.Inbox;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Representative;
import fr.sejour.rest.internal.answer.AccessAnswer;
import fr.sejour.rest.internal.answer.CorrectionAnswer;
import fr.sejour.rest.internal.answer.CorrectionsAnswer;
import fr.sejour.rest.internal.answer.CoverageAnswer;
import fr.sejour.rest.internal.answer.NoticesAnswer;
import fr.sejour.rest.internal.answer.PersonAnswer;
import fr.sejour.rest.internal.answer.RecoveryAnswer;
import fr.sejour.rest.internal.body.ContactBody;
import fr.sejour.rest.internal.body.CorrectionBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.LinkBody;
import fr.sejour.rest.internal.body.RecoveryBody;
import fr.sejour.rest.internal.body.RepresentativeBody;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** A person: the link to the register, the proofs of right, the inbox. */
@Component(service = PeopleResource.class)
@JakartarsResource
@Closed
@Path("people/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {

    private final People people;
    private final Coverage coverage;
    private final Inbox inbox;
    private final CorrectionDesk corrections;
    private final Recoveries recoveries;

    @Activate
    public PeopleResource(
            @Reference People people,
            @Reference Coverage coverage,
            @Reference Inbox inbox,
            @Reference CorrectionDesk corrections,
            @Reference Recoveries recoveries) {
        this.people = people;
        this.coverage = coverage;
        this.inbox = inbox;
        this.corrections = corrections;
        this.recoveries = recoveries;
    }

    @GET
    public PersonAnswer readPerson(@Context SecurityContext security, @PathParam("id") String id) {
        return PersonAnswer.of(people.find(Asking.of(security).caller(), person(id)));
    }

    @PUT
    @Path("contact")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonAnswer changeContact(
            @Context SecurityContext security, @PathParam("id") String id, @Nullable ContactBody sent) {
        PersonId person = person(id);
        Contact contact = Input.required("", sent).toContact();
        return PersonAnswer.of(people.changeContact(Asking.of(security).caller(), person, contact));
    }

    @PUT
    @Path("representative")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonAnswer nameRepresentative(
            @Context SecurityContext security, @PathParam("id") String id, @Nullable RepresentativeBody sent) {
        PersonId person = person(id);
        Representative named = Input.required("", sent).toRepresentative();
        return PersonAnswer.of(people.nameRepresentative(Asking.of(security).caller(), person, named));
    }

    @GET
    @Path("corrections")
    public CorrectionsAnswer readPersonsCorrections(@Context SecurityContext security, @PathParam("id") String id) {
        return CorrectionsAnswer.of(corrections.ofPerson(Asking.of(security).caller(), person(id)));
    }

    @POST
    @Path("corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response proposeCorrection(
            @Context SecurityContext security,
            @Context UriInfo address,
            @PathParam("id") String id,
            @Nullable CorrectionBody sent) {
        PersonId person = person(id);
        NewCorrection said = Input.required("", sent).toCorrection();
        Correction proposed = corrections.propose(Asking.of(security).caller(), person, said);
        String location = address.getBaseUriBuilder()
                .path("corrections/{number}")
                .build(proposed.number().value())
                .getRawPath();
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, location)
                .entity(CorrectionAnswer.of(proposed))
                .build();
    }

    @POST
    @Path("recovery")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response openRecovery(
            @Context SecurityContext security, @PathParam("id") String id, @Nullable RecoveryBody sent) {
        PersonId person = person(id);
        String seen = Input.required("seen", Input.required("", sent).seen());
        RecoveryAnswer answer =
                RecoveryAnswer.of(recoveries.open(Asking.of(security).caller(), person, seen));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    @GET
    @Path("access")
    public AccessAnswer readAccess(@Context SecurityContext security, @PathParam("id") String id) {
        return AccessAnswer.of(recoveries.history(Asking.of(security).caller(), person(id)));
    }

    @POST
    @Path("link")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonAnswer linkPerson(
            @Context SecurityContext security, @PathParam("id") String id, @Nullable LinkBody sent) {
        PersonId person = person(id);
        LinkBody body = Input.required("", sent);
        ForeignerNumber number =
                Input.value("foreignerNumber", Rule.FOREIGNER_NUMBER, body.foreignerNumber(), ForeignerNumber::new);
        LocalDate birthDate = Input.day("birthDate", body.birthDate());
        LetterCode letterCode = Input.value("letterCode", Rule.LETTER_CODE, body.letterCode(), LetterCode::new);
        return PersonAnswer.of(people.link(Asking.of(security).caller(), person, number, birthDate, letterCode));
    }

    @GET
    @Path("coverage")
    public CoverageAnswer readCoverage(@Context SecurityContext security, @PathParam("id") String id) {
        Asking asking = Asking.of(security);
        PersonId person = person(id);
        return CoverageAnswer.of(
                coverage.of(asking.caller(), person), coverage.coming(asking.caller(), person), asking.wording());
    }

    @GET
    @Path("inbox")
    public NoticesAnswer openInbox(@Context SecurityContext security, @PathParam("id") String id) {
        return NoticesAnswer.of(inbox.open(Asking.of(security).caller(), person(id)));
    }

    private static PersonId person(String id) {
        return Input.value("id", Rule.PERSON_ID, id, PersonId::new);
    }
}
