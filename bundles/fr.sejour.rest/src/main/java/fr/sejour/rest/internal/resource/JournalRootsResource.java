package fr.sejour.rest.internal.resource;

import fr.sejour.api.record.Journals;
import fr.sejour.rest.internal.answer.RootsAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The roots of the journals, for whoever keeps copies of them: they name nobody, and a copy outside shows what was done inside. */
@Component(service = JournalRootsResource.class)
@JakartarsResource
@Closed
@Path("journal-roots")
@Produces(MediaType.APPLICATION_JSON)
public final class JournalRootsResource {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

    private final Journals journals;

    @Activate
    public JournalRootsResource(@Reference Journals journals) {
        this.journals = journals;
    }

    @GET
    @OpenToAll
    public RootsAnswer readRoots(@QueryParam("after") @Nullable String after) {
        long last = Input.optional("after", Rule.ROOT_NUMBER, after, JournalRootsResource::number)
                .orElse(0L);
        return RootsAnswer.of(journals.roots(last));
    }

    private static long number(String after) {
        if (!NUMBER.matcher(after).matches()) {
            throw new IllegalArgumentException("no number of a root");
        }
        return Long.parseLong(after);
    }
}
