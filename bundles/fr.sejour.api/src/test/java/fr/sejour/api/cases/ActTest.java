package fr.sejour.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\0", "a\0b", "a\u0007b", "a\u001b[31mb", "a\u007fb", "a\u0085b"})
    void a_reason_says_something_and_nothing_that_is_never_written(String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Act.Withdraw(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"n", "l'\u00e9t\u00e9 \ud83d\ude00", "\u0627\u0644\u0633\u0628\u0628", "one\n\ttwo\r\nthree"})
    void a_reason_stays_as_it_was_written(String reason) {
        assertThat(new Act.Withdraw(reason).reason()).isEqualTo(reason);
    }
}
