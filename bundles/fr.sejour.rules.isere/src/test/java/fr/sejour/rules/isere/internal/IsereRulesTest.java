package fr.sejour.rules.isere.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.spi.rules.PrefectureRules;
import fr.sejour.spi.rules.PrefectureRulesContract;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsereRulesTest extends PrefectureRulesContract {

    private static final PermitCode ETUDIANT = new PermitCode("etudiant");
    private static final String POINTS = "id;name;address;collection_hours\ngrenoble;Préfecture;1 place;le lundi\n";

    @Override
    protected PrefectureRules rules() {
        return new IsereRules();
    }

    @Override
    protected PrefectureCode prefecture() {
        return new PrefectureCode("38");
    }

    @Override
    protected Collection<CommuneCode> communes() {
        return Table.read("communes.csv", ",").rows().stream()
                .map(row -> new CommuneCode(row.cell("commune")))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource({
        "38185, grenoble", // Grenoble
        "38421, grenoble", // Saint-Martin-d'Hères
        "38563, grenoble", // Voiron
        "38269, grenoble", // La Mure
        "38509, la-tour-du-pin", // La Tour-du-Pin
        "38053, la-tour-du-pin", // Bourgoin-Jallieu
        "38193, la-tour-du-pin", // L'Isle-d'Abeau
        "38537, la-tour-du-pin", // La Verpillière
        "38085, la-tour-du-pin", // Charvieu-Chavagneux, of the arrondissement of Vienne until 2016
        "38544, vienne", // Vienne
        "38468, vienne", // Salaise-sur-Sanne
        "38130, vienne", // La Côte-Saint-André
    })
    void a_commune_is_served_at_the_seat_of_its_arrondissement(String commune, String servicePoint) {
        assertThat(rules().competentServicePoint(new CommuneCode(commune), ETUDIANT))
                .contains(servicePoint);
    }

    @Test
    void every_commune_of_the_departement_is_served_somewhere() {
        assertThat(communes())
                .hasSize(512)
                .doesNotHaveDuplicates()
                .allMatch(commune -> commune.prefecture().equals(prefecture()))
                .allMatch(commune ->
                        rules().competentServicePoint(commune, ETUDIANT).isPresent());
    }

    @Test
    void each_service_point_serves_its_arrondissement() {
        PrefectureRules rules = rules();

        List<String> served = communes().stream()
                .flatMap(commune -> rules.competentServicePoint(commune, ETUDIANT).stream())
                .collect(Collectors.toList());

        assertThat(served).filteredOn("grenoble"::equals).hasSize(263);
        assertThat(served).filteredOn("la-tour-du-pin"::equals).hasSize(136);
        assertThat(served).filteredOn("vienne"::equals).hasSize(113);
    }

    @Test
    void a_commune_of_another_departement_is_left_to_the_prefecture() {
        assertThat(rules().competentServicePoint(new CommuneCode("69123"), ETUDIANT))
                .isEmpty();
    }

    @Test
    void cards_are_handed_over_without_appointment() {
        assertThat(rules().collection(ETUDIANT)).contains(CollectionMode.WALK_IN);
    }

    @Test
    void the_prefecture_says_when_its_counter_hands_cards_over() {
        assertThat(rules().servicePoints())
                .extracting(ServicePoint::id)
                .containsExactly("grenoble", "la-tour-du-pin", "vienne");
        assertThat(rules().servicePoints().get(0))
                .isEqualTo(new ServicePoint(
                        "grenoble",
                        "Préfecture de l'Isère",
                        "12 place de Verdun, 38000 Grenoble",
                        List.of("lundi, mardi, mercredi et vendredi, de 9 h à 11 h")));
    }

    @Test
    void a_commune_sent_to_an_unknown_service_point_keeps_the_rules_from_starting() {
        Table points = Table.parse("service-points.csv", POINTS, ";");
        Table communes = Table.parse("communes.csv", "commune,service_point,name\n38185,grenobel,Grenoble\n", ",");

        assertThatThrownBy(() -> new IsereRules(points, communes))
                .hasMessage("communes.csv sends 38185 to a service point that service-points.csv does not have");
    }

    @Test
    void a_line_with_a_missing_cell_keeps_the_rules_from_starting() {
        assertThatThrownBy(() -> Table.parse("communes.csv", "commune,service_point,name\n38185,grenoble\n", ","))
                .hasMessage("The table communes.csv has 3 columns, but its line 38185 has 2");
    }
}
