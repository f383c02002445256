package fr.sejour.rest.internal.resource;

import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.rest.internal.answer.AttemptAnswer;
import fr.sejour.rest.internal.answer.AttemptsAnswer;
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

/** What failed, by the number of its receipt. */
@Component(service = AttemptsResource.class)
@JakartarsResource
@Closed
@Path("attempts")
@Produces(MediaType.APPLICATION_JSON)
public final class AttemptsResource {

    private final Attempts attempts;
    private final Prefectures prefectures;

    @Activate
    public AttemptsResource(@Reference Attempts attempts, @Reference Prefectures prefectures) {
        this.attempts = attempts;
        this.prefectures = prefectures;
    }

    @GET
    public AttemptsAnswer readAttempts(@Context SecurityContext security) {
        return new AttemptsAnswer(attempts.own(Asking.of(security).caller()).stream()
                .map(it -> AttemptAnswer.of(it, prefectures::find))
                .toList());
    }

    @GET
    @Path("{number}")
    public AttemptAnswer readAttempt(@Context SecurityContext security, @PathParam("number") String number) {
        AttemptNumber printed = Input.value("number", Rule.ATTEMPT_NUMBER, number, AttemptNumber::new);
        return AttemptAnswer.of(attempts.find(Asking.of(security).caller(), printed), prefectures::find);
    }
}
