package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.record.Journals;
import fr.sejour.rest.internal.answer.CaseAnswer;
import fr.sejour.rest.internal.answer.JournalAnswer;
import fr.sejour.rest.internal.answer.LettersAnswer;
import fr.sejour.rest.internal.answer.LinksAnswer;
import fr.sejour.rest.internal.answer.QueueAnswer;
import fr.sejour.rest.internal.answer.VerdictAnswer;
import fr.sejour.rest.internal.body.ActBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.QueueParameters;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.Asking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Cases: the queue, one case, the acts done on it, its journal. */
@Component(service = CasesResource.class)
@JakartarsResource
@Closed
@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
public final class CasesResource {

    private static final int USUAL_PAGE = 50;
    private static final String KEY = "Idempotency-Key";

    private final CaseReview review;
    private final Journals journals;

    @Activate
    public CasesResource(@Reference CaseReview review, @Reference Journals journals) {
        this.review = review;
        this.journals = journals;
    }

    @GET
    public QueueAnswer readQueue(
            @Context SecurityContext security,
            @BeanParam QueueParameters wanted,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Asking asking = Asking.of(security);
        QueueFilter filter = wanted.toFilter();
        Optional<String> key = Input.optional("after", Rule.QUEUE_KEY, after, Input::key);
        int rows = Input.optional("limit", Rule.LIMIT, limit, Input::rows).orElse(USUAL_PAGE);
        QueueQuery query = Input.value("limit", Rule.LIMIT, rows, it -> new QueueQuery(filter, key, it));
        return QueueAnswer.of(review.queue(asking.caller(), query), asking.wording());
    }

    @GET
    @Path("{caseNumber}")
    public CaseAnswer readCase(@Context SecurityContext security, @PathParam("caseNumber") String caseNumber) {
        Asking asking = Asking.of(security);
        return CaseAnswer.of(review.find(asking.caller(), number(caseNumber)), asking.wording());
    }

    @POST
    @Path("{caseNumber}/acts")
    @Consumes(MediaType.APPLICATION_JSON)
    public CaseAnswer act(
            @Context SecurityContext security,
            @PathParam("caseNumber") String caseNumber,
            @HeaderParam(KEY) @Nullable String key,
            @Nullable ActBody sent) {
        Asking asking = Asking.of(security);
        CaseNumber number = number(caseNumber);
        Optional<IdempotencyKey> once = Input.optional(KEY, Rule.IDEMPOTENCY_KEY, key, IdempotencyKey::new);
        ActBody body = Input.required("", sent);
        OptionalLong version = body.toVersion();
        Act act = body.toAct();
        CaseFile after = once.map(it -> review.act(asking.caller(), number, version, act, it))
                .orElseGet(() -> review.act(asking.caller(), number, version, act));
        return CaseAnswer.of(after, asking.wording());
    }

    @GET
    @Path("{caseNumber}/journal")
    public JournalAnswer readJournal(@Context SecurityContext security, @PathParam("caseNumber") String caseNumber) {
        return JournalAnswer.of(review.journal(Asking.of(security).caller(), number(caseNumber)));
    }

    @GET
    @Path("{caseNumber}/journal/verification")
    public VerdictAnswer verifyJournal(@Context SecurityContext security, @PathParam("caseNumber") String caseNumber) {
        return VerdictAnswer.of(journals.verify(Asking.of(security).caller(), number(caseNumber)));
    }

    @GET
    @Path("{caseNumber}/letters")
    public LettersAnswer readLetters(@Context SecurityContext security, @PathParam("caseNumber") String caseNumber) {
        return LettersAnswer.of(review.letters(Asking.of(security).caller(), number(caseNumber)));
    }

    @GET
    @Path("{caseNumber}/links")
    public LinksAnswer readLinks(@Context SecurityContext security, @PathParam("caseNumber") String caseNumber) {
        return LinksAnswer.of(review.links(Asking.of(security).caller(), number(caseNumber)));
    }

    private static CaseNumber number(String caseNumber) {
        return Input.value("caseNumber", Rule.CASE_NUMBER, caseNumber, CaseNumber::new);
    }
}
