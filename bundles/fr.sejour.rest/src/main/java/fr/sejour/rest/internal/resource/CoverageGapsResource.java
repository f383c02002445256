package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.CoverageGaps;
import fr.sejour.api.attestation.GapQuery;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.rest.internal.answer.CoverageGapsAnswer;
import fr.sejour.rest.internal.answer.UncoveredDaysAnswer;
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
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who is without a proof of right or comes to be, for those who lead. */
@Component(service = CoverageGapsResource.class)
@JakartarsResource
@Closed
@Path("coverage-gaps")
@Produces(MediaType.APPLICATION_JSON)
public final class CoverageGapsResource {

    private static final int USUAL_PAGE = 50;

    private final CoverageGaps gaps;

    @Activate
    public CoverageGapsResource(@Reference CoverageGaps gaps) {
        this.gaps = gaps;
    }

    @GET
    public CoverageGapsAnswer readCoverageGaps(
            @Context SecurityContext security,
            @QueryParam("prefecture") @Nullable String prefecture,
            @QueryParam("daysAhead") @Nullable String daysAhead,
            @QueryParam("needsSomebody") @Nullable String needsSomebody,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Caller caller = Asking.of(security).caller();
        Optional<PrefectureCode> of = Input.optional("prefecture", Rule.PREFECTURE, prefecture, PrefectureCode::new);
        boolean needing = Input.optionalBoolean("needsSomebody", needsSomebody).orElse(false);
        Optional<String> key = Input.optional("after", Rule.QUEUE_KEY, after, Input::key);
        int rows = Input.optional("limit", Rule.LIMIT, limit, Input::rows).orElse(USUAL_PAGE);
        int days = Input.optional("daysAhead", Rule.DAYS_AHEAD, daysAhead, Input::days)
                .orElse(GapQuery.USUAL_DAYS_AHEAD);
        Input.value("limit", Rule.LIMIT, rows, it -> new GapQuery(of, 0, needing, key, it));
        GapQuery query =
                Input.value("daysAhead", Rule.DAYS_AHEAD, days, it -> new GapQuery(of, it, needing, key, rows));
        return CoverageGapsAnswer.of(gaps.gaps(caller, query));
    }

    @GET
    @Path("uncovered-days")
    public UncoveredDaysAnswer readUncoveredDays(
            @Context SecurityContext security,
            @QueryParam("prefecture") @Nullable String prefecture,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        Caller caller = Asking.of(security).caller();
        Optional<PrefectureCode> of = Input.optional("prefecture", Rule.PREFECTURE, prefecture, PrefectureCode::new);
        YearMonth first = Input.value("from", Rule.MONTH, from, Input::month);
        YearMonth last = Input.value("until", Rule.MONTH, until, Input::month);
        return UncoveredDaysAnswer.of(gaps.uncoveredDays(caller, of, first, last));
    }
}
