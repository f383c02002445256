package fr.sejour.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.cases.LocalDelay.Spread;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalDelayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** In order: 3 8 12 15 20 22 31 40 44 47 | 58 60 71 75 80 92 99 130 | 201 365. The 10th is 47, the 18th is 130. */
    private static final List<Integer> TWENTY =
            List.of(47, 365, 3, 60, 12, 15, 130, 20, 22, 8, 31, 201, 40, 44, 58, 71, 99, 75, 80, 92);

    @Test
    void the_figures_are_the_days_of_the_tenth_and_the_eighteenth_of_twenty_cases() {
        assertThat(LocalDelay.over(TWENTY, TODAY))
                .isEqualTo(new LocalDelay(20, Optional.of(new Spread(47, 130)), Optional.of(TODAY)));
    }

    @Test
    void of_twenty_one_cases_they_are_those_of_the_eleventh_and_the_nineteenth() {
        List<Integer> oneMore = new ArrayList<>(TWENTY);
        oneMore.add(400);

        // 21 x 0.5 = 10.5 and 21 x 0.9 = 18.9: the ranks above
        assertThat(LocalDelay.over(oneMore, TODAY).spread()).contains(new Spread(58, 201));
    }

    @Test
    void nineteen_cases_are_not_enough_to_say() {
        LocalDelay delay = LocalDelay.over(TWENTY.subList(0, 19), TODAY);

        assertThat(delay).isEqualTo(new LocalDelay(19, Optional.empty(), Optional.of(TODAY)));
    }

    @Test
    void figures_without_enough_cases_cannot_be_said() {
        assertThatThrownBy(() -> new LocalDelay(19, Optional.of(new Spread(1, 2)), Optional.of(TODAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
