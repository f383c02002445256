package fr.sejour.law;

import static fr.sejour.law.Situation.BEFORE;
import static fr.sejour.law.Situation.EDITIONS;
import static fr.sejour.law.Situation.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.Confidence;
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
    void the_editions_stand_in_the_order_of_their_days() {
        assertThat(EDITIONS.all()).containsExactly(BEFORE, NOW);
    }

    @Test
    void an_edition_says_from_when_it_applies_since_when_it_is_known_and_how_surely() {
        assertThat(NOW.stamp())
                .isEqualTo(
                        new EditionStamp("2026-05-01", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-11-22")));
        assertThat(NOW.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(NOW.confidenceNote()).contains("from May 2026");
    }

    @Test
    void an_edition_that_extends_another_changes_only_what_it_replaces() {
        assertThat(NOW.permits()).isEqualTo(BEFORE.permits());
        assertThat(NOW.pieceTypes()).isEqualTo(BEFORE.pieceTypes());
        assertThat(NOW.cautions()).isEqualTo(BEFORE.cautions()).containsKey("territory");
        assertThat(NOW.text().fees().amounts())
                .isNotEqualTo(BEFORE.text().fees().amounts());
    }

    @ParameterizedTest(name = "in force on {0}, known on {1}: {2}")
    @CsvSource({
        "2026-07-01, 2026-11-22, 2026-05-01",
        "2026-07-01, 2026-12-31, 2026-05-01",
        // A correction of the same days, learnt on 1 January 2027, speaks from then on and for the past too.
        "2026-07-01, 2027-01-01, corrected",
        "2026-05-01, 2027-01-01, corrected",
        "2026-04-30, 2027-01-01, 2026-01-01",
    })
    void a_correction_recorded_later_does_not_rewrite_what_was_known(String day, String known, String edition) {
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

        Edition found = corrected.inForce(LocalDate.parse(day), LocalDate.parse(known));

        assertThat(found.stamp().name()).isEqualTo(edition);
    }

    @Test
    void what_was_not_yet_known_is_not_found() {
        assertThatThrownBy(() -> EDITIONS.inForce(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-11-21")))
                .isInstanceOf(CaseException.class);
    }

    @Test
    void the_catalogue_that_everyone_reads_is_that_of_the_day() {
        NationalCatalogue catalogue = new NationalCatalogue(EDITIONS);

        assertThat(catalogue.edition(LocalDate.parse("2026-04-30"))).isEqualTo(BEFORE.stamp());
        assertThat(catalogue.permits(LocalDate.parse("2026-05-01"))).isEqualTo(NOW.permits());
    }
}
