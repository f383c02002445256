package fr.sejour.rest.internal.resource;

import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.rest.internal.answer.PrefectureAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The préfectures with their present practice. */
@Component(service = PrefecturesResource.class)
@JakartarsResource
@Closed
@Path("prefectures/{code}")
@Produces(MediaType.APPLICATION_JSON)
public final class PrefecturesResource {

    private final Prefectures prefectures;

    @Activate
    public PrefecturesResource(@Reference Prefectures prefectures) {
        this.prefectures = prefectures;
    }

    @GET
    @OpenToAll
    public Response readPrefecture(@PathParam("code") String code) {
        PrefectureCode named = Input.value("code", Rule.PREFECTURE, code, PrefectureCode::new);
        // local rules come and go at any moment: what was true a minute ago may not be kept
        return Response.ok(PrefectureAnswer.of(prefectures.find(named)))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
