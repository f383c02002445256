package fr.sejour.law.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {

    /** From published tables of Easter; 1954, 1981, 2049 and 2076 are the years that simpler rules get wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1818-03-22", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23",
                "2011-04-24", "2016-03-27", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09",
                "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
                "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28", "2160-03-23", "2285-03-22"
            })
    void easter_falls_as_the_tables_say(String day) {
        LocalDate easter = LocalDate.parse(day);

        assertThat(ClocksText.PublicHolidays.easter(easter.getYear())).isEqualTo(easter);
    }
}
