package fr.sejour.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attempt.AttemptNumber;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    /** Whoever has the number of a receipt reads what it is of: 32 signs at eleven places are fifty-five bits. */
    @Test
    void the_number_of_a_receipt_is_drawn_at_each_of_its_eleven_places() {
        Numbers numbers = new Numbers();
        List<String> drawn = Stream.generate(numbers::attemptNumber)
                .limit(3_000)
                .map(AttemptNumber::value)
                .map(number -> number.replace("-", "").substring(2))
                .toList();

        assertThat(drawn).doesNotHaveDuplicates();
        // that one of the 32 signs is missing at a place by chance happens once in 10^38 runs
        for (int place : IntStream.range(0, 11).toArray()) {
            assertThat(drawn.stream().map(letters -> letters.charAt(place)).distinct())
                    .as("place %d", place)
                    .hasSize(32);
        }
    }
}
