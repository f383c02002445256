package fr.sejour.api.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CivilStatusTest {

    private static final LocalDate BORN = LocalDate.of(1990, 2, 3);

    /** ISO 3166-1; XK, which the European Union writes for Kosovo; XX, which ICAO 9303 and this platform write for stateless. */
    @ParameterizedTest
    @ValueSource(strings = {"SN", "MA", "US", "GB", "TW", "PS", "SS", "XK", "XX"})
    void a_state_has_its_code(String state) {
        assertThat(new CivilStatus("Exemple", "Amina", BORN, state).nationality())
                .isEqualTo(state);
    }

    /** CESEDA L. 110-3: a foreigner is who has not the French nationality. */
    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "QQ", "EU", "UN", "AA", "SU", "AN", "FR", "GP", "RE", "YT", "ma", "M", "MAR", ""})
    void what_is_no_foreign_state_is_no_nationality(String other) {
        assertThatThrownBy(() -> new CivilStatus("Exemple", "Amina", BORN, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nationality");
    }

    /** An override of the direction, a space of no width, ends of line and paragraph, a sign of one's own font. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ex\u202Eemple",
                "Ex\u200Bemple",
                "Ex\u2028emple",
                "Ex\u2029emple",
                "Ex\uE000emple",
                "Ex\u2066emple",
                "Ex\u00ADemple",
                "Ex\uFEFFemple",
                "Ex\u061Cemple",
                "Ex\u0007emple",
                "Ex\uD800emple"
            })
    void what_turns_over_or_hides_what_a_paper_prints_is_in_no_name(String name) {
        assertThatThrownBy(() -> new CivilStatus(name, "Amina", BORN, "MA"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CivilStatus("Exemple", name, BORN, "MA"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Persian and the scripts of India write the joiners of no width. */
    @Test
    void what_a_script_needs_is_kept() {
        for (String name : new String[] {"علی\u200Cرضا", "ශ්\u200Dරී", "O’Brien-Łoś", "𐒰𐓓", "بن علي", "王小明"}) {
            assertThat(new CivilStatus(name, name, BORN, "MA").familyName()).isEqualTo(name);
        }
    }
}
