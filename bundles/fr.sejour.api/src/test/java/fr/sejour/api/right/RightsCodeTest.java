package fr.sejour.api.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsCodeTest {

    private static final Article BASIS = new Article("R. 431-15-2");

    @Test
    void a_renewal_of_a_student_reads_in_one_line() {
        Rights rights = new Rights(
                Right.settled(StayRight.PROVEN_WITH_EXPIRED_PERMIT, BASIS),
                Right.settled(WorkRight.hoursPerYear(964), BASIS),
                new Right<>(Reading.undetermined("travel", "May the holder come back?"), List.of()),
                Right.settled(SocialRight.MAINTAINED, BASIS));

        assertThat(RightsCode.of(rights).value()).isEqualTo("SX WH964 T0 CM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SN WN TN CN",
                "SP WA TP CM",
                "SX WE TX CM",
                "S0 W0 T0 C0",
                "SP WH1 T0 C0",
                "SP WH9999 T0 C0",
                "SP WLAP T0 C0",
                "SP WLVO T0 C0"
            })
    void a_line_says_the_same_rights_there_and_back(String line) {
        assertThat(RightsCode.of(new RightsCode(line).rights()).value()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SX WH964 T0", "SX WH0964 T0 CM", "SX WLZZ T0 CM", "sx wn t0 cm", "SX WN T0 CM "})
    void anything_else_is_no_code_of_rights(String line) {
        assertThatThrownBy(() -> new RightsCode(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_limit_that_has_no_letters_is_never_left_out() {
        Rights rights = new Rights(
                Right.settled(StayRight.PROVEN, BASIS),
                Right.settled(WorkRight.asHeld("beekeeping"), BASIS),
                Right.settled(TravelRight.NONE, BASIS),
                Right.settled(SocialRight.NONE, BASIS));

        assertThatThrownBy(() -> RightsCode.of(rights)).isInstanceOf(IllegalArgumentException.class);
    }
}
