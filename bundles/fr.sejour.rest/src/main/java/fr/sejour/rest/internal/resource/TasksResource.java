package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.Held;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.rest.internal.answer.TasksAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What teams owe, whichever case it is on. */
@Component(service = TasksResource.class)
@JakartarsResource
@Closed
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
public final class TasksResource {

    private static final int USUAL_PAGE = 50;

    private final CaseReview review;

    @Activate
    public TasksResource(@Reference CaseReview review) {
        this.review = review;
    }

    @GET
    public TasksAnswer readTasks(
            @Context SecurityContext security,
            @QueryParam("prefecture") @Nullable String prefecture,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("late") @Nullable String late,
            @QueryParam("held") @Nullable String held,
            @QueryParam("escalation") @Nullable String escalation,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Asking asking = Asking.of(security);
        TaskQuery.Filter filter = new TaskQuery.Filter(
                Input.optional("prefecture", Rule.PREFECTURE, prefecture, PrefectureCode::new),
                Input.optionalCode("kind", kind, Task.Kind.class),
                Input.optionalBoolean("late", late),
                Input.optionalCode("held", held, Held.class),
                Input.optionalCode("escalation", escalation, Task.Escalation.class));
        Optional<String> key = Input.optional("after", Rule.QUEUE_KEY, after, Input::key);
        int rows = Input.optional("limit", Rule.LIMIT, limit, Input::rows).orElse(USUAL_PAGE);
        TaskQuery query = Input.value("limit", Rule.LIMIT, rows, it -> new TaskQuery(filter, key, it));
        return TasksAnswer.of(review.tasks(asking.caller(), query));
    }
}
