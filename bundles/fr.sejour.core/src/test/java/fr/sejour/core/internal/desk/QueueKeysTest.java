package fr.sejour.core.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.fault.CaseException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueKeysTest {

    private static final String NUMBER = "0000000000000000018";

    @Test
    void a_key_says_when_the_right_ends_and_when_the_filing_was() {
        assertThat(QueueKeys.read("2026-06-10_2026-03-09_" + NUMBER).filedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01_2026-01-01_" + NUMBER,
                "open_+999999999-12-31_" + NUMBER,
                "2026-02-30_2026-01-01_" + NUMBER,
                "2026-01-01_2026-01-01",
            })
    void a_key_that_nobody_wrote_is_refused(String key) {
        assertThatThrownBy(() -> QueueKeys.read(key)).isInstanceOf(CaseException.class);
    }
}
