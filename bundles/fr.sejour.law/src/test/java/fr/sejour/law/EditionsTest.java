package fr.sejour.law;

import static fr.sejour.law.Situation.BEFORE;
import static fr.sejour.law.Situation.EDITIONS;
import static fr.sejour.law.Situation.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.law.internal.NationalCatalogue;
import fr.sejour.law.internal.text.ChangedShelf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        // In Paris it is two hours later than in UTC until the end of October.
        "2026-04-30T21:59:59Z, 2026-01-01",
        "2026-04-30T22:00:00Z, 2026-05-01",
        "2026-04-30T23:30:00Z, 2026-05-01",
    })
    void an_edition_comes_into_force_at_midnight_in_paris(String instant, String edition) {
        assertThat(EDITIONS.at(Instant.parse(instant)).stamp().name()).isEqualTo(edition);
    }

    @ParameterizedTest(name = "at 23:30 UTC it is {1} in {0}")
    @CsvSource({
        "38, 2026-05-01", // Paris, 1:30
        "974, 2026-05-01", // La Réunion, 3:30
        "973, 2026-04-30", // Guyane, 20:30
        "985, 2026-05-01", // no such préfecture: as in Paris
        ", 2026-05-01",
    })
    void the_legal_day_is_that_of_the_prefecture(@Nullable String prefecture, String day) {
        Optional<PrefectureCode> place = Optional.ofNullable(prefecture).map(PrefectureCode::new);

        assertThat(NOW.dayAt(place, Instant.parse("2026-04-30T23:30:00Z"))).isEqualTo(LocalDate.parse(day));
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

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource({
        // the second edition, the row that ends with August, and the one that begins in the middle of November
        "2026-01-01, 2026-05-01",
        "2026-05-01, 2026-09-01",
        "2026-09-01, 2026-11-15",
        "2026-11-15, ",
    })
    void the_law_changes_with_an_edition_and_with_a_row_of_one(String day, @Nullable LocalDate next) {
        Editions changed = new Editions(ChangedShelf.shipped()
                .with(
                        "2026-01-01/papers.yaml",
                        "- row: recepisse-renewal\n",
                        "- row: recepisse-renewal\n  in_force_until: '2026-08-31'\n")
                .with(
                        "2026-01-01/papers.yaml",
                        "- row: refugee-on-filing\n  in_force_from: '2026-01-01'\n",
                        "- row: refugee-on-filing\n  in_force_from: '2026-11-15'\n"));

        assertThat(changed.changesAfter(LocalDate.parse(day))).isEqualTo(Optional.ofNullable(next));
    }

    @Test
    void the_catalogue_that_everyone_reads_is_that_of_the_day() {
        NationalCatalogue catalogue = new NationalCatalogue(EDITIONS);

        assertThat(catalogue.edition(LocalDate.parse("2026-04-30"))).isEqualTo(BEFORE.stamp());
        assertThat(catalogue.permits(LocalDate.parse("2026-05-01"))).isEqualTo(NOW.permits());
    }
}
