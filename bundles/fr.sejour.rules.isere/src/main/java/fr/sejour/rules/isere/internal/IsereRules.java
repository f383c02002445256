package fr.sejour.rules.isere.internal;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.spi.rules.ForPrefecture;
import fr.sejour.spi.rules.PrefectureRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * How the préfecture de l'Isère organises its work: three counters that share the département by arrondissement, and cards
 * handed over without appointment.
 *
 * <p>What the préfecture may change from one month to the next stands in two tables beside this class,
 * {@code service-points.csv} and {@code communes.csv}. They are read once, when the bundle starts: a table that cannot be read
 * keeps the rules from starting and the national answer stands.
 */
@Component
@ForPrefecture("38")
public final class IsereRules implements PrefectureRules {

    private final List<ServicePoint> servicePoints;
    private final Map<CommuneCode, String> competence;

    @Activate
    public IsereRules() {
        this(Table.read("service-points.csv", ";"), Table.read("communes.csv", ","));
    }

    IsereRules(Table points, Table communes) {
        servicePoints = points.rows().stream().map(IsereRules::servicePoint).collect(Collectors.toUnmodifiableList());
        Set<String> known = servicePoints.stream().map(ServicePoint::id).collect(Collectors.toSet());
        for (Table.Row row : communes.rows()) {
            if (!known.contains(row.cell("service_point"))) {
                throw new IllegalStateException("communes.csv sends " + row.cell("commune")
                        + " to a service point that service-points.csv does not have");
            }
        }
        competence = communes.rows().stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> new CommuneCode(row.cell("commune")), row -> row.cell("service_point")));
    }

    @Override
    public List<ServicePoint> servicePoints() {
        return servicePoints;
    }

    /** The seat of the arrondissement, for every permit. */
    @Override
    public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
        return Optional.ofNullable(competence.get(commune));
    }

    /** Without appointment since early 2025, on trial, for every permit. */
    @Override
    public Optional<CollectionMode> collection(PermitCode permit) {
        return Optional.of(CollectionMode.WALK_IN);
    }

    private static ServicePoint servicePoint(Table.Row row) {
        List<String> hours = List.of(row.cell("collection_hours").split("\\|", -1));
        return new ServicePoint(row.cell("id"), row.cell("name"), row.cell("address"), hours);
    }
}
