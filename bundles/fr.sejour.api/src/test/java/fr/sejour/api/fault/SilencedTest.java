package fr.sejour.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilencedTest {

    @Test
    void the_words_of_an_exception_and_of_its_causes_are_left_out() {
        Exception thrown = new IllegalStateException(
                "INSERT … VALUES ('Exemple')",
                new IllegalArgumentException("Amina", new Exception("amina@example.org")));

        String printed = printed(Silenced.of(thrown));

        assertThat(printed)
                .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException", "SilencedTest.java")
                .doesNotContain("Exemple", "Amina", "amina");
    }

    @Test
    void a_refusal_of_the_platform_keeps_its_code_and_its_bounds() {
        CaseException refusal = new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", 10));

        assertThat(Silenced.of(refusal)).hasMessageContaining("piece-too-large").hasMessageContaining("10");
    }

    @Test
    void causes_that_go_in_a_circle_end() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);

        assertThat(printed(Silenced.of(one))).contains("java.lang.Exception").doesNotContain("other");
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
