package fr.sejour.rest.internal.resource;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Communes;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.rest.internal.answer.CommunesAnswer;
import fr.sejour.rest.internal.answer.CompetenceAnswer;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The official list of communes, and who is in charge in each. */
@Component(service = CommunesResource.class)
@JakartarsResource
@Closed
@Path("communes")
@Produces(MediaType.APPLICATION_JSON)
public final class CommunesResource {

    private static final int USUAL = 10;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d?");

    private final Communes communes;
    private final Prefectures prefectures;

    @Activate
    public CommunesResource(@Reference Communes communes, @Reference Prefectures prefectures) {
        this.communes = communes;
        this.prefectures = prefectures;
    }

    @GET
    @OpenToAll
    public Response searchCommunes(
            @QueryParam("search") @Nullable String search, @QueryParam("limit") @Nullable String limit) {
        String words = Input.value("search", Rule.SEARCH, search, CommunesResource::words);
        int places = Input.optional("limit", Rule.PLACES, limit, CommunesResource::places)
                .orElse(USUAL);
        return Response.ok(CommunesAnswer.of(communes.search(words, places), this::departement))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    @GET
    @Path("{code}")
    @OpenToAll
    public Response readCommune(@PathParam("code") String code, @QueryParam("permit") @Nullable String permit) {
        CommuneCode named = Input.value("code", Rule.COMMUNE, code, CommuneCode::new);
        Optional<PermitCode> asked = Input.optional("permit", Rule.PERMIT, permit, PermitCode::new);
        // local rules come and go at any moment: what was true a minute ago may not be kept
        return Response.ok(CompetenceAnswer.of(communes.competence(named, asked)))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** A place of the list lies where the law knows a préfecture, but for a territory that a later list may bring. */
    private String departement(PrefectureCode code) {
        try {
            return prefectures.prefecture(code).departement();
        } catch (CaseException unknown) {
            return code.value();
        }
    }

    private static String words(String search) {
        if (search.isBlank() || search.length() > Communes.LONGEST_SEARCH) {
            throw new IllegalArgumentException("nothing to search, or too much");
        }
        return search;
    }

    private static int places(String limit) {
        if (!NUMBER.matcher(limit).matches() || Integer.parseInt(limit) > Communes.MOST) {
            throw new IllegalArgumentException("not a number of places");
        }
        return Integer.parseInt(limit);
    }
}
