package fr.sejour.api.prefecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePointTest {

    @Test
    void texts_of_the_greatest_length_are_taken() {
        ServicePoint point = new ServicePoint(
                "i".repeat(60), "n".repeat(200), "a".repeat(500), Collections.nCopies(50, "h".repeat(150)));

        assertThat(point.collectionHours()).hasSize(50);
    }

    @Test
    void longer_texts_are_refused() {
        refused("i".repeat(61), "Grenoble", "1 place de l'Exemple", List.of());
        refused("grenoble", "n".repeat(201), "1 place de l'Exemple", List.of());
        refused("grenoble", "Grenoble", "a".repeat(501), List.of());
        refused("grenoble", "Grenoble", "1 place de l'Exemple", List.of("h".repeat(151)));
        refused("grenoble", "Grenoble", "1 place de l'Exemple", Collections.nCopies(51, "lundi"));
    }

    @Test
    void a_counter_without_identifier_or_name_is_refused() {
        refused(" ", "Grenoble", "1 place de l'Exemple", List.of());
        refused("grenoble", "", "1 place de l'Exemple", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\n", "\u001b", "\u0085"})
    void signs_that_no_letter_carries_are_refused_in_every_text(String sign) {
        refused("grenoble" + sign, "Grenoble", "1 place de l'Exemple", List.of());
        refused("grenoble", "Grenoble" + sign, "1 place de l'Exemple", List.of());
        refused("grenoble", "Grenoble", "1 place de l'Exemple" + sign, List.of());
        refused("grenoble", "Grenoble", "1 place de l'Exemple", List.of("lundi" + sign));
    }

    private static void refused(String id, String name, String address, List<String> hours) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServicePoint(id, name, address, hours));
    }
}
