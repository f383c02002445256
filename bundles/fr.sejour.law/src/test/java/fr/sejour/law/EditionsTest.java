package fr.sejour.law;

import static fr.sejour.law.Situation.BEFORE;
import static fr.sejour.law.Situation.EDITIONS;
import static fr.sejour.law.Situation.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.law.internal.NationalCatalogue;
import fr.sejour.law.internal.text.ChangedShelf;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionsTest {

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2026-01-01, 2026-01-01",
        "2026-04-30, 2026-01-01",
        "2026-05-01, 2026-05-01",
        "2030-01-01, 2026-05-01",
    })
    void the_edition_of_a_day_is_the_last_one_in_force(String day, String edition) {
        assertThat(EDITIONS.inForce(LocalDate.parse(day)).stamp().name()).isEqualTo(edition);
    }

    @Test
    void nothing_is_claimed_before_the_first_edition() {
        assertThatThrownBy(() -> EDITIONS.inForce(LocalDate.parse("2025-12-31")))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void an_edition_says_from_when_it_applies_and_since_when_it_is_known() {
        assertThat(NOW.stamp())
                .isEqualTo(
                        new EditionStamp("2026-05-01", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-11-22")));
    }

    @Test
    void an_edition_that_extends_another_changes_only_what_it_replaces() {
        assertThat(NOW.permits()).isEqualTo(BEFORE.permits());
        assertThat(NOW.text().pieces()).isEqualTo(BEFORE.text().pieces());
        assertThat(NOW.text().fees().amounts())
                .isNotEqualTo(BEFORE.text().fees().amounts());
    }

    @ParameterizedTest(name = "in force on {0}: {1}")
    @CsvSource({
        // A correction of the same days, learnt later, speaks for all of them.
        "2026-04-30, 2026-01-01",
        "2026-05-01, corrected",
        "2026-07-01, corrected",
    })
    void of_two_editions_of_the_same_day_the_one_learnt_last_speaks(String day, String edition) {
        Editions corrected = new Editions(ChangedShelf.shipped()
                .with("editions.yaml", "'2026-05-01'", "'2026-05-01', corrected")
                .with("corrected/edition.yaml", """
                        edition: corrected
                        extends: '2026-05-01'
                        in_force_from: '2026-05-01'
                        recorded_on: '2027-01-01'
                        confidence: high
                        confidence_note: read in the official journal
                        replaces: []
                        """));

        Edition found = corrected.inForce(LocalDate.parse(day));

        assertThat(found.stamp().name()).isEqualTo(edition);
    }

    @Test
    void the_catalogue_that_everyone_reads_is_that_of_the_day() {
        NationalCatalogue catalogue = new NationalCatalogue(EDITIONS);

        assertThat(catalogue.edition(LocalDate.parse("2026-04-30"))).isEqualTo(BEFORE.stamp());
        assertThat(catalogue.permits(LocalDate.parse("2026-05-01"))).isEqualTo(NOW.permits());
    }
}
