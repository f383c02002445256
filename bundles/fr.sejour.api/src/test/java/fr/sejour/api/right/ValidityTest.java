package fr.sejour.api.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final ZoneId LA_REUNION = ZoneId.of("Indian/Reunion");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId MARTINIQUE = ZoneId.of("America/Martinique");
    private static final ZoneId CAYENNE = ZoneId.of("America/Cayenne");
    private static final ZoneId MIQUELON = ZoneId.of("America/Miquelon");

    private static final Validity AUTUMN =
            Validity.between(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30), LA_REUNION);

    @Test
    void a_paper_is_valid_from_the_first_instant_of_its_first_day_to_the_last_of_its_last() {
        assertThat(AUTUMN.start()).isEqualTo(Instant.parse("2026-08-31T20:00:00Z"));
        assertThat(AUTUMN.end()).contains(Instant.parse("2026-11-30T20:00:00Z"));
        assertThat(AUTUMN.covers(Instant.parse("2026-11-30T19:59:59Z"))).isTrue();
        assertThat(AUTUMN.covers(Instant.parse("2026-11-30T20:00:00Z"))).isFalse();
    }

    @Test
    void the_last_day_ends_where_it_ends_later_and_the_first_begins_where_it_began() {
        Validity inMartinique = AUTUMN.lastingIn(MARTINIQUE);

        assertThat(inMartinique.start()).isEqualTo(AUTUMN.start());
        assertThat(inMartinique.end()).contains(Instant.parse("2026-12-01T04:00:00Z"));
        assertThat(inMartinique.lastDay()).isEqualTo(AUTUMN.lastDay());
        assertThat(inMartinique.lastingIn(LA_REUNION)).isEqualTo(inMartinique);
        assertThat(inMartinique.lastingIn(PARIS)).isEqualTo(inMartinique);
    }

    @Test
    void which_of_two_zones_is_the_later_one_may_turn_on_the_time_of_the_year() {
        Validity inSummer = Validity.between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 31), CAYENNE);
        Validity inWinter = Validity.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), MIQUELON);

        // Saint-Pierre is at UTC-2 in July and at UTC-3, as Cayenne all the year, in December
        assertThat(inSummer.lastingIn(MIQUELON).end()).contains(Instant.parse("2026-08-01T03:00:00Z"));
        assertThat(Validity.between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 31), MIQUELON)
                        .lastingIn(CAYENNE)
                        .end())
                .contains(Instant.parse("2026-08-01T03:00:00Z"));
        assertThat(inWinter.lastingIn(CAYENNE).end()).contains(Instant.parse("2027-01-01T03:00:00Z"));
    }

    @Test
    void what_runs_until_an_event_has_no_end_anywhere() {
        assertThat(Validity.from(LocalDate.of(2026, 9, 1), LA_REUNION)
                        .lastingIn(MARTINIQUE)
                        .end())
                .isEmpty();
    }
}
