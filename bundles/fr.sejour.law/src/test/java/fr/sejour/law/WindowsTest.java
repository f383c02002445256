package fr.sejour.law;

import static fr.sejour.law.Readings.say;
import static fr.sejour.law.Situation.NOW;
import static fr.sejour.law.Situation.aStudentRenewing;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.filing.FilingChannel;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {

    private static final String LISTED =
            "A permit of the list of R. 431-2: from the 120th to the 60th day, both included";

    @ParameterizedTest(name = LISTED + ": ends {0}, filed {1}: {2}")
    @CsvSource({
        // R. 431-5 1°. 30 September: the 120th day before is 2 June, the 60th is 1 August.
        "2026-09-30, 2026-06-01, EARLY",
        "2026-09-30, 2026-06-02, IN_TIME",
        "2026-09-30, 2026-08-01, IN_TIME",
        "2026-09-30, 2026-08-02, LATE",
        "2026-09-30, 2026-09-30, LATE",
        "2026-09-30, 2026-10-01, LATE",
        // R. 431-8: six months after the end.
        "2026-09-30, 2027-03-30, LATE",
        "2026-09-30, 2027-03-31, AFTER_SIX_MONTHS",
        // 31 March of a common year: 1 December and 30 January.
        "2027-03-31, 2026-11-30, EARLY",
        "2027-03-31, 2026-12-01, IN_TIME",
        "2027-03-31, 2027-01-30, IN_TIME",
        "2027-03-31, 2027-01-31, LATE",
        // 31 March of a leap year: one day later, 2 December and 31 January.
        "2028-03-31, 2027-12-01, EARLY",
        "2028-03-31, 2027-12-02, IN_TIME",
        "2028-03-31, 2028-01-31, IN_TIME",
        "2028-03-31, 2028-02-01, LATE",
        // Six months after 31 August end on 28 February.
        "2026-08-31, 2027-02-28, LATE",
        "2026-08-31, 2027-03-01, AFTER_SIX_MONTHS",
    })
    void a_listed_permit_is_asked_for_between_two_days(String end, String filed, String expected) {
        Timing timing = NOW.windows()
                .judge(asking("etudiant")
                        .holding("etudiant", "2025-01-01", end)
                        .on(filed)
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Another permit: in the last two months: ends {0}, filed {1}: {2}")
    @CsvSource({
        // R. 431-5 1°, second sentence. Two months before 31 August is 30 June.
        "2026-08-31, 2026-06-29, EARLY",
        "2026-08-31, 2026-06-30, IN_TIME",
        "2026-08-31, 2026-08-31, IN_TIME",
        "2026-08-31, 2026-09-01, LATE",
        "2026-08-31, 2027-02-28, LATE",
        "2026-08-31, 2027-03-01, AFTER_SIX_MONTHS",
        // Two months before 30 April is 28 February, or 29 in a leap year.
        "2026-04-30, 2026-02-27, EARLY",
        "2026-04-30, 2026-02-28, IN_TIME",
        "2028-04-30, 2028-02-28, EARLY",
        "2028-04-30, 2028-02-29, IN_TIME",
    })
    void another_permit_is_asked_for_in_the_last_two_months(String end, String filed, String expected) {
        Timing timing = NOW.windows()
                .judge(asking("salarie")
                        .holding("salarie", "2025-09-01", end)
                        .on(filed)
                        .by(FilingChannel.COUNTER)
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} asked for with {1} in hand, filed {2}: {3}")
    @CsvSource({
        // R. 431-5 1°: "sa demande porte sur". Held until 30 September 2026; 20 August is after the 60th day, and
        // within the
        // last two months.
        "etudiant, salarie, 2026-08-20, LATE",
        "salarie, etudiant, 2026-08-20, IN_TIME",
        "etudiant, salarie, 2026-06-15, IN_TIME",
        "salarie, etudiant, 2026-06-15, EARLY",
    })
    void the_window_follows_the_permit_asked_for(String asked, String held, String filed, String expected) {
        Timing timing = NOW.windows()
                .judge(asking(asked)
                        .holding(held, "2025-10-01", "2026-09-30")
                        .on(filed)
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Channel not settled, held until 30 September, filed {0}: {1}")
    @CsvSource({
        // R. 431-5 1°. Online: 2 June to 1 August. Counter: 30 July to 30 September.
        "2026-06-01, EARLY",
        "2026-06-02, ?by_channel",
        "2026-07-29, ?by_channel",
        "2026-07-30, IN_TIME",
        "2026-08-01, IN_TIME",
        "2026-08-02, ?by_channel",
        "2026-09-30, ?by_channel",
        "2026-10-01, LATE",
        "2027-03-31, AFTER_SIX_MONTHS",
    })
    void two_windows_settle_what_both_agree_on(String filed, String expected) {
        Timing timing = NOW.windows()
                .judge(asking("vpf_entre_avant_13_ans")
                        .holding("vpf_entre_avant_13_ans", "2025-10-01", "2026-09-30")
                        .on(filed)
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
        assertThat(timing.opens()).isEmpty();
        assertThat(timing.closes()).isEmpty();
        assertThat(timing.warnings()).contains(Timing.TWO_WINDOWS);
    }

    @ParameterizedTest(name = "Family card of an EU citizen, held until 30 September, filed {0}: {1}")
    @CsvSource({
        // R. 233-15 last al. (two months before) against R. 431-5 1° (the permit is on the list since 5 April 2023).
        "2026-07-29, ?by_channel",
        "2026-07-30, IN_TIME",
        "2026-08-01, IN_TIME",
        "2026-09-15, ?by_channel",
    })
    void two_texts_that_disagree_never_make_a_person_late(String filed, String expected) {
        Timing timing = NOW.windows()
                .judge(asking("famille_citoyen_ue")
                        .holding("famille_citoyen_ue", "2021-10-01", "2026-09-30")
                        .on(filed)
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Resident card, held: {0}, filed {1}: {2}")
    @CsvSource({
        // Order of 1 July 2024: renewals of resident cards are online; first cards are not settled.
        "carte_resident, 2026-06-02, IN_TIME",
        "carte_resident, 2026-08-02, LATE",
        "visiteur, 2026-08-02, ?by_channel",
    })
    void the_renewal_of_a_resident_card_is_on_the_list(String held, String filed, String expected) {
        Timing timing = NOW.windows()
                .judge(asking("carte_resident")
                        .holding(held, "2016-10-01", "2026-09-30")
                        .on(filed)
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
    }

    @Test
    void the_window_is_told_with_its_days_and_its_article() {
        Timing timing = NOW.windows().judge(aStudentRenewing().facts());

        assertThat(timing.opens()).contains(LocalDate.parse("2026-06-02"));
        assertThat(timing.closes()).contains(LocalDate.parse("2026-08-01"));
        assertThat(timing.basis()).containsExactly(new Article("R. 431-5 1°"));
        assertThat(timing.warnings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // R. 431-5 last al., R. 431-8 last al.: their holders are outside the window, whatever they ask for.
        "resident_longue_duree_ue, 2015-01-01",
        "resident_longue_duree_ue, 2026-09-30",
        "resident_longue_duree_ue, 2030-01-01",
        "salarie, 2020-05-05",
    })
    void an_eu_long_term_resident_is_always_in_time_and_warned(String asked, String end) {
        Timing timing = NOW.windows()
                .judge(asking(asked)
                        .holding("resident_longue_duree_ue", "2010-01-01", end)
                        .on("2026-09-01")
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo("IN_TIME");
        assertThat(timing.warnings()).containsExactly(Timing.OUTSIDE_THE_WINDOW);
    }

    @Test
    void the_first_eu_long_term_card_follows_the_window_of_the_card_held() {
        // R. 431-5 last al. speaks of the holder of the status. 2 October: both windows are over.
        Timing timing = NOW.windows()
                .judge(asking("resident_longue_duree_ue")
                        .holding("visiteur", "2025-10-01", "2026-09-30")
                        .on("2026-10-02")
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo("LATE");
    }

    @ParameterizedTest(name = "Held: {0}, {1}: {2}")
    @CsvSource({
        // R. 431-6 lets the holder of a multi-year card ask for a resident card early, citing a 4° that is gone.
        "talent_famille, L. 423-6, ?R431-6",
        "visiteur, L. 423-6, EARLY",
        "talent_famille, L. 425-8, EARLY",
    })
    void a_resident_card_asked_for_early_with_a_multi_year_card_is_an_open_question(
            String held, String article, String expected) {
        Timing timing = NOW.windows()
                .judge(asking("carte_resident")
                        .under(article)
                        .holding(held, "2024-10-01", "2028-09-30")
                        .on("2026-06-15")
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}, born {2}, entered {3}, filed {4}: {5}")
    @CsvSource({
        // R. 431-4: two months after entry.
        "visiteur, -, 1990-01-01, 2026-03-15, 2026-05-15, IN_TIME",
        "visiteur, -, 1990-01-01, 2026-03-15, 2026-05-16, LATE",
        "visiteur, -, 1990-01-01, 2026-12-31, 2027-02-28, IN_TIME",
        "visiteur, -, 1990-01-01, 2026-12-31, 2027-03-01, LATE",
        // R. 431-5 2°: the eve of the 19th birthday, for those who came as minors.
        "vpf_ase_avant_16_ans, L. 423-22, 2007-09-10, 2019-01-05, 2026-09-09, IN_TIME",
        "vpf_ase_avant_16_ans, L. 423-22, 2007-09-10, 2019-01-05, 2026-09-10, LATE",
        "vpf_ase_avant_16_ans, L. 423-22, 2009-09-10, 2019-01-05, 2026-09-09, IN_TIME",
        // R. 431-5 3°: two months after the 18th birthday for the others.
        "vpf_liens_personnels, -, 2008-04-20, 2015-01-05, 2026-06-20, IN_TIME",
        "vpf_liens_personnels, -, 2008-04-20, 2015-01-05, 2026-06-21, LATE",
        // Came on the 18th birthday or later: R. 431-4.
        "vpf_liens_personnels, -, 2008-04-20, 2026-04-20, 2026-06-20, IN_TIME",
        "vpf_liens_personnels, -, 2008-04-20, 2026-04-19, 2026-06-21, LATE",
        "vpf_liens_personnels, -, 2008-04-20, 2026-04-22, 2026-06-21, IN_TIME",
        // R. 233-15: three months after entry for the family of an EU citizen.
        "famille_citoyen_ue, -, 1990-01-01, 2026-03-15, 2026-06-15, IN_TIME",
        "famille_citoyen_ue, -, 1990-01-01, 2026-03-15, 2026-06-16, LATE",
        // R. 426-6, L. 426-12: three months after entry; L. 426-13: three months after the 18th birthday.
        "vpf_famille_rldue, L. 426-12, 1990-01-01, 2026-03-15, 2026-06-15, IN_TIME",
        "vpf_famille_rldue, L. 426-12, 1990-01-01, 2026-03-15, 2026-06-16, LATE",
        "vpf_famille_rldue, L. 426-13, 2008-04-20, 2020-03-15, 2026-07-20, IN_TIME",
        "vpf_famille_rldue, L. 426-13, 2008-04-20, 2020-03-15, 2026-07-21, LATE",
        // R. 426-10: one month after entry for a volunteer.
        "volontaire, -, 1999-01-01, 2026-05-31, 2026-06-30, IN_TIME",
        "volontaire, -, 1999-01-01, 2026-05-31, 2026-07-01, LATE",
        // L. 421-23: one month after entry for the family of a Blue Card holder from another State.
        "talent_famille, L. 421-23, 1990-01-01, 2026-05-15, 2026-06-15, IN_TIME",
        "talent_famille, L. 421-23, 1990-01-01, 2026-05-15, 2026-06-16, LATE",
        // L. 421-22: the general delay.
        "talent_famille, L. 421-22, 1990-01-01, 2026-05-15, 2026-07-15, IN_TIME",
        "talent_famille, L. 421-22, 1990-01-01, 2026-05-15, 2026-07-16, LATE",
        // L. 423-13: between 16 and 21, wherever the person was on another day.
        "vpf_ne_en_france, -, 2010-07-01, , 2026-06-30, EARLY",
        "vpf_ne_en_france, -, 2010-07-01, , 2026-07-01, IN_TIME",
        "vpf_ne_en_france, -, 2005-07-01, , 2026-07-01, IN_TIME",
        "vpf_ne_en_france, -, 2005-07-01, , 2026-07-02, LATE",
        // L. 435-3: in the year after the 18th birthday.
        "jeune_majeur_ase_16_18, -, 2007-09-10, 2023-11-05, 2026-09-09, IN_TIME",
        "jeune_majeur_ase_16_18, -, 2007-09-10, 2023-11-05, 2026-09-10, LATE",
        // R. 431-17: three months after entry to validate a visa.
        "vlsts_validation, -, 1999-01-01, 2026-03-15, 2026-06-15, IN_TIME",
        "vlsts_validation, -, 1999-01-01, 2026-03-15, 2026-06-16, LATE",
        // No window for a travel document.
        "dcem, -, 2015-01-01, , 2026-06-16, IN_TIME",
        "titre_voyage_refugie, -, 1990-01-01, , 2026-06-16, IN_TIME",
    })
    void a_person_who_holds_nothing_has_a_delay(
            String asked, String article, String born, String entered, String filed, String expected) {
        Situation situation = asking(asked).under(article).bornOn(born).on(filed);
        Optional.ofNullable(entered).ifPresent(situation::enteredOn);

        Timing timing = NOW.windows().judge(situation.facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}, born {2}, entered {3}, filed {4}: {5}")
    @CsvSource({
        // Nobody knows the day of entry: of R. 431-4 and R. 431-5, none is settled.
        "visiteur, -, 1990-01-01, , 2026-05-15, ?several_delays",
        "vlsts_validation, -, 1999-01-01, , 2026-06-15, ?entry_date",
        // L. 421-22 (two months) and L. 421-23 (one month), when no article is named.
        "talent_famille, -, 1990-01-01, 2026-05-15, 2026-06-15, IN_TIME",
        "talent_famille, -, 1990-01-01, 2026-05-15, 2026-06-16, ?several_delays",
        "talent_famille, -, 1990-01-01, 2026-05-15, 2026-07-16, LATE",
        // Protection comes long after entry.
        "refugie, -, 1990-01-01, 2024-02-01, 2026-06-15, ?recognition",
        "protection_subsidiaire, -, 1990-01-01, 2024-02-01, 2026-06-15, ?recognition",
        // R. 234-2 counts from the five years of stay, which a filing does not show.
        "famille_citoyen_ue_permanent, -, 1990-01-01, 2021-02-01, 2026-06-15, ?five_years_of_stay",
        "citoyen_ue, -, 1990-01-01, 2021-02-01, 2026-06-15, ?optional",
        "brexit_accord_retrait, -, 1990-01-01, 2019-02-01, 2026-06-15, ?unknown",
    })
    void a_delay_that_no_fact_settles_stays_open(
            String asked, String article, String born, String entered, String filed, String expected) {
        Situation situation = asking(asked).under(article).bornOn(born).on(filed);
        Optional.ofNullable(entered).ifPresent(situation::enteredOn);

        Timing timing = NOW.windows().judge(situation.facts());

        assertThat(say(timing.timeliness())).isEqualTo(expected);
    }

    @Test
    void a_missing_day_of_entry_is_asked_for() {
        Timing timing = NOW.windows().judge(asking("visiteur").facts());

        assertThat(timing.warnings()).containsExactly(Timing.ENTRY_DATE_NEEDED);
    }

    @ParameterizedTest(name = "{0}, held {1}, {2}, visa {3}, filed {4}: {5}")
    @CsvSource({
        // R. 431-15-1 al. 2 (no attestation), L. 436-5 (the fee, for renewals, unless a valid visa is shown), R. 431-8.
        "etudiant, etudiant, ONLINE, false, 2026-08-02, 'late-filing-no-attestation late-fee'",
        "etudiant, etudiant, ONLINE, true, 2026-08-02, 'late-filing-no-attestation'",
        "etudiant, etudiant, SUBSTITUTE, false, 2026-08-02, 'late-filing-no-attestation late-fee'",
        "etudiant, salarie, ONLINE, false, 2026-08-02, 'late-filing-no-attestation'",
        "salarie, salarie, COUNTER, false, 2026-10-01, 'late-fee'",
        "etudiant, etudiant, ONLINE, false, 2026-06-01, 'early-filing'",
        // L. 436-8 frees of every tax
        "vpf_traite, vpf_traite, ONLINE, false, 2026-08-02, 'late-filing-no-attestation'",
        "etudiant, etudiant, ONLINE, false, 2027-03-31, 'entry-conditions-again late-filing-no-attestation late-fee'",
    })
    void a_filing_outside_the_window_says_what_follows(
            String asked, String held, FilingChannel channel, boolean visa, String filed, String expected) {
        Timing timing = NOW.windows()
                .judge(asking(asked)
                        .holding(held, "2025-10-01", "2026-09-30")
                        .withLongStayVisa(visa)
                        .on(filed)
                        .by(channel)
                        .facts());

        assertThat(String.join(" ", timing.warnings())).isEqualTo(expected);
    }

    @Test
    void the_holder_of_a_visa_follows_the_window_like_the_holder_of_a_card() {
        // R. 431-18: "dans les conditions fixées au 1° de l'article R. 431-5".
        Timing timing = NOW.windows()
                .judge(asking("etudiant")
                        .holding("etudiant", DocumentKind.VISA, "2025-10-01", "2026-09-30")
                        .on("2026-08-02")
                        .facts());

        assertThat(say(timing.timeliness())).isEqualTo("LATE");
    }
}
