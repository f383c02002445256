package fr.sejour.law;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected here was read on the pages of the Code officiel géographique. */
class OfficialCommunesTest {

    private static final OfficialCommunes COMMUNES = new Editions().communes();

    @ParameterizedTest
    @CsvSource({
        "38185, Grenoble, COMMUNE, 38185, 38185, 38",
        "75056, Paris, COMMUNE, 75056, 75056, 75",
        "75115, Paris 15e Arrondissement, ARRONDISSEMENT, 75056, 75115, 75",
        "69381, Lyon 1er Arrondissement, ARRONDISSEMENT, 69123, 69381, 69",
        "13216, Marseille 16e Arrondissement, ARRONDISSEMENT, 13055, 13216, 13",
        "44225, Freigné, DELEGATED, 44180, 44180, 44",
        "01120, Cordieux, ASSOCIATED, 01262, 01262, 01",
        "79224, Le Puy-Saint-Bonnet, ASSOCIATED, 49099, 49099, 49",
        "97611, Mamoudzou, COMMUNE, 97611, 97611, 976",
        "97502, Saint-Pierre, COMMUNE, 97502, 97502, 975"
    })
    void a_code_leads_to_its_place(
            String code, String name, Commune.Kind kind, String partOf, String residence, String prefecture) {
        Commune place = COMMUNES.find(new CommuneCode(code)).orElseThrow();

        assertThat(place.name()).isEqualTo(name);
        assertThat(place.kind()).isEqualTo(kind);
        assertThat(place.partOf().value()).isEqualTo(partOf);
        assertThat(place.residence().value()).isEqualTo(residence);
        assertThat(place.prefecture().value()).isEqualTo(prefecture);
    }

    @ParameterizedTest
    @CsvSource({
        "20004, Ajaccio", // before Corsica was two départements
        "01340, Arboys en Bugey", // Saint-Bois, merged in 2016
        "01015, Arboys en Bugey" // the code of Arbignieu went to what it was merged into
    })
    void a_former_code_leads_to_what_the_commune_has_become(String code, String now) {
        assertThat(COMMUNES.find(new CommuneCode(code)).map(Commune::whole)).contains(now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"38999", "01999", "2A999", "97699"})
    void a_code_that_no_commune_has_leads_nowhere(String code) {
        assertThat(COMMUNES.find(new CommuneCode(code))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Grenoble                  | 38185",
                "grenoble 38000            | 38185",
                "38000 grenoble            | 38185",
                "GRENOBLE (38)             | 38185",
                "st martin d'heres         | 38421",
                "Saint-Martin-d’Hères      | 38421",
                "heres martin saint        | 38421",
                "l hay les roses           | 94038",
                "lhay                      | 94038",
                "Œuilly 02160              | 02565",
                "oeuilly 02                | 02565",
                "paris                     | 75056",
                "paris 15e                 | 75115",
                "75116 paris 16            | 75116",
                "ste foy les lyon          | 69202",
                "freigne 44                | 44225"
            })
    void a_search_finds_the_place_that_was_meant_first(String typed, String code) {
        assertThat(COMMUNES.search(typed, 5))
                .first()
                .extracting(place -> place.code().value())
                .isEqualTo(code);
    }

    @Test
    void a_postcode_finds_every_commune_that_has_it() {
        assertThat(COMMUNES.search("38400", 50)).extracting(Commune::name).contains("Saint-Martin-d'Hères");
        assertThat(COMMUNES.search("38000", 50)).extracting(Commune::name).containsExactly("Grenoble");
    }

    @Test
    void an_answer_is_bounded_and_words_without_letters_find_nothing() {
        assertThat(COMMUNES.search("saint", 7)).hasSize(7);
        assertThat(COMMUNES.search("a".repeat(5000), 7)).isEmpty();
        assertThat(List.of("", " ", "-'", "���", "%", "*"))
                .allSatisfy(typed -> assertThat(COMMUNES.search(typed, 7)).isEmpty());
    }

    @Test
    void every_place_belongs_to_a_commune_of_the_list() {
        assertThat(COMMUNES.size()).isEqualTo(37_589);
        assertThat(COMMUNES.search("saint", 50))
                .allSatisfy(place -> assertThat(COMMUNES.find(place.partOf()).map(Commune::kind))
                        .contains(Commune.Kind.COMMUNE));
    }
}
