package fr.sejour.store.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextListTest {

    static Stream<List<String>> lists() {
        return Stream.of(
                List.of(),
                List.of(""),
                List.of("", ""),
                List.of("R. 431-12"),
                List.of("a; b", "c;", ";d", "\\", "e\\;", " f "),
                List.of("é", "", "😀"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void every_list_comes_back(List<String> values) {
        assertThat(TextList.split(TextList.joined(values))).isEqualTo(values);
    }
}
