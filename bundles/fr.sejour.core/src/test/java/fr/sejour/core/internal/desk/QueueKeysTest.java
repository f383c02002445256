package fr.sejour.core.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.core.port.CaseRecords.QueueKey;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueKeysTest {

    private static final String NUMBER = "0000000000000000018";

    @Test
    void a_key_says_all_that_the_order_goes_by() {
        assertThat(QueueKeys.read("2026-06-10_1_7_2026-03-09_" + NUMBER))
                .isEqualTo(new QueueKey(
                        LocalDate.of(2026, 6, 10), true, 7, LocalDate.of(2026, 3, 9), new CaseNumber(NUMBER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01_0_0_2026-01-01_" + NUMBER,
                "open_0_0_+999999999-12-31_" + NUMBER,
                "2026-02-30_0_0_2026-01-01_" + NUMBER,
                "2026-01-01_2_0_2026-01-01_" + NUMBER,
                "2026-01-01_0_10_2026-01-01_" + NUMBER,
                "2026-01-01_0_-1_2026-01-01_" + NUMBER,
                "2026-01-01__0_2026-01-01_" + NUMBER,
                "2026-01-01_2026-01-01_" + NUMBER,
                "2026-01-01_0_0_2026-01-01",
            })
    void a_key_that_nobody_wrote_is_refused(String key) {
        assertThatThrownBy(() -> QueueKeys.read(key)).isInstanceOf(CaseException.class);
    }
}
