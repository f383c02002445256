package fr.sejour.core.internal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 60})
    void a_paper_is_issued_two_to_sixty_days_ahead(int days) {
        assertThat(Lead.issuing(days).renewBefore()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 61})
    void what_would_be_too_late_or_months_too_early_is_refused_in_a_sentence(int days) {
        assertThatThrownBy(() -> Lead.issuing(days))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fr.sejour.deadline: renewBeforeDays is 2 to 60, not " + days
                        + ": a paper exists 24 hours ahead, and is not made months before it serves");
    }

    @Test
    void a_gap_is_told_fifteen_seven_and_one_day_ahead() {
        assertThat(Lead.issuing(30).gapWarnings()).containsExactly(15, 7, 1);
    }
}
