package fr.sejour.law;

import static fr.sejour.law.Readings.say;
import static fr.sejour.law.Situation.NOW;
import static fr.sejour.law.Situation.aStudentRenewing;
import static fr.sejour.law.Situation.anEmployeeRenewingAtTheCounter;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.law.internal.text.ChangedShelf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {

    @ParameterizedTest(name = "{0} {1}, Blue Card elsewhere {2}: {3}")
    @CsvSource({
        // Complete on 31 August 2026. R. 432-2: four months, on 31 December.
        "salarie, -, false, 2026-12-31",
        "vpf_conjoint_francais, -, false, 2026-12-31",
        "refugie, -, false, 2026-12-31",
        "carte_resident, -, false, 2026-12-31",
        "talent_profession_medicale, -, false, 2026-12-31",
        "ict_famille, -, false, 2026-12-31",
        "visiteur, -, false, 2026-12-31",
        // 90 days, on 29 November: R. 421-43, R. 421-47, R. 421-60, R. 422-5, R. 422-12, R. 426-14, R. 426-17.
        "salarie_detache_ict, -, false, 2026-11-29",
        "salarie_detache_mobile_ict, -, false, 2026-11-29",
        "travailleur_saisonnier, -, false, 2026-11-29",
        "etudiant, -, false, 2026-11-29",
        "etudiant_mobilite, -, false, 2026-11-29",
        "recherche_emploi_creation, -, false, 2026-11-29",
        "jeune_au_pair, -, false, 2026-11-29",
        "stagiaire, -, false, 2026-11-29",
        // 60 days, on 30 October: R. 421-26, the mobility mention included.
        "talent_chercheur, -, false, 2026-10-30",
        "talent_chercheur_mobilite, -, false, 2026-10-30",
        // R. 421-23: 90 days, 30 with a Blue Card of another State (30 September).
        "talent_carte_bleue_ue, -, false, 2026-11-29",
        "talent_carte_bleue_ue, -, true, 2026-09-30",
        // R. 421-37-7 al. 4: the same for the family of a Blue Card holder; four months for the other talents.
        "talent_famille, L. 421-22, true, 2026-09-30",
        "talent_famille, L. 421-23, true, 2026-09-30",
        "talent_famille, L. 421-23, false, 2026-11-29",
        "talent_famille, L. 421-22, false, ?by_principal",
        "talent_famille, -, false, ?by_article",
        // R. 421-54 is for the mobile trainee alone.
        "stagiaire_ict, L. 421-30, false, 2026-12-31",
        "stagiaire_ict, L. 421-31, false, 2026-11-29",
        "stagiaire_ict, L. 421-32, false, 2026-12-31",
        "stagiaire_ict, L. 421-33, false, 2026-12-31",
        "stagiaire_ict, -, false, ?by_article",
        // Table of decree 2014-1292: two months, on 31 October.
        "dcem, -, false, 2026-10-31",
        // Not found for travel titles.
        "titre_voyage_refugie, -, false, ?P2M_to_verify",
        "titre_identite_voyage, -, false, ?P2M_to_verify",
        // Nothing to decide on the validation of a visa.
        "vlsts_validation, -, false, never",
        // A fact that does not concern the permit changes nothing.
        "salarie, -, true, 2026-12-31",
    })
    void silence_refuses_after_the_delay_of_the_permit(
            String permit, String article, boolean blueCard, String expected) {
        Situation situation = asking(permit).under(article);
        if (blueCard) {
            situation.withBlueCardOfAnotherState();
        }

        Reading<LegalClock> clock = NOW.clocks().silence(situation.facts(), LocalDate.parse("2026-08-31"));

        assertThat(say(clock.map(it -> it.endsOn().map(LocalDate::toString).orElse("never"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} complete on {1}: {2}")
    @CsvSource({
        // Months end on the same number, or on the last day of a shorter month; days are counted one by one.
        "salarie, 2026-10-31, 2027-02-28",
        "salarie, 2027-10-31, 2028-02-29",
        "salarie, 2026-02-28, 2026-06-28",
        "etudiant, 2026-12-01, 2027-03-01",
        "etudiant, 2027-12-01, 2028-02-29",
        // The end stays on a Sunday (11 October 2026) and on a holiday (25 December 2026).
        "salarie, 2026-06-11, 2026-10-11",
        "salarie, 2026-08-25, 2026-12-25",
    })
    void a_legal_delay_ends_on_its_day(String permit, String complete, String expected) {
        Reading<LegalClock> clock = NOW.clocks().silence(asking(permit).facts(), LocalDate.parse(complete));

        assertThat(say(clock.map(it -> it.endsOn().orElseThrow()))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "complete on {0}: {1}")
    @CsvSource({
        // Would an edition say so: a Sunday, a holiday before a week-end, and a working day, which stays.
        "2026-06-11, 2026-10-12",
        "2026-08-25, 2026-12-28",
        "2026-06-12, 2026-10-12",
    })
    void an_edition_may_move_the_end_of_a_delay_to_a_working_day(String complete, String expected) {
        Edition moving = new Editions(ChangedShelf.shipped()
                        .with(
                                "2026-01-01/clocks.yaml",
                                "ends_move_to_a_working_day: false",
                                "ends_move_to_a_working_day: true"))
                .inForce(LocalDate.parse("2026-05-01"));

        Reading<LegalClock> clock = moving.clocks().silence(asking("salarie").facts(), LocalDate.parse(complete));

        assertThat(say(clock.map(it -> it.endsOn().orElseThrow()))).isEqualTo(expected);
    }

    @Test
    void the_least_delay_to_answer_is_a_practice_and_says_so_or_the_edition_is_refused() {
        // R. 431-11 asks for a reasonable delay and gives no number: fifteen days by our own practice
        assertThat(NOW.clocks().piecesAnsweredAtTheEarliest(LocalDate.of(2026, 6, 1)))
                .isEqualTo(LocalDate.of(2026, 6, 16));
        ChangedShelf asLaw = ChangedShelf.shipped().with("2026-01-01/clocks.yaml", "kind: practice", "kind: law");
        assertThatThrownBy(() -> new Editions(asLaw)).hasMessageContaining("pieces_answered");
    }

    @Test
    void the_clock_of_silence_cites_the_rule_and_its_exception() {
        LegalClock clock = NOW.clocks()
                .silence(aStudentRenewing().facts(), LocalDate.parse("2026-06-15"))
                .ifSettled()
                .orElseThrow();

        assertThat(clock)
                .isEqualTo(new LegalClock(
                        ClockKind.SILENCE,
                        LocalDate.parse("2026-06-15"),
                        Optional.of(LocalDate.parse("2026-09-13")),
                        List.of(new Article("R.* 432-1"), new Article("R. 432-2"), new Article("R. 422-5")),
                        LegalClock.SILENCE_REFUSES));
    }

    @Test
    void the_general_rule_is_cited_once() {
        LegalClock clock = NOW.clocks()
                .silence(asking("salarie").facts(), LocalDate.parse("2026-06-15"))
                .ifSettled()
                .orElseThrow();

        assertThat(clock.basis()).containsExactly(new Article("R.* 432-1"), new Article("R. 432-2"));
    }

    @Test
    void the_validation_of_a_visa_has_a_clock_without_an_end() {
        LegalClock clock = NOW.clocks()
                .silence(asking("vlsts_validation").facts(), LocalDate.parse("2026-06-15"))
                .ifSettled()
                .orElseThrow();

        assertThat(clock.endsOn()).isEmpty();
        assertThat(clock.meaning()).isEqualTo(LegalClock.SILENCE_HAS_NO_EFFECT);
        assertThat(clock.basis()).containsExactly(new Article("R. 431-17"));
    }

    @ParameterizedTest(name = "filed {0}: receipt {1}, acknowledgement {2}")
    @CsvSource({
        // CRPA R. 112-11-2: one and ten working days. 11 November 2026 is a Wednesday.
        "2026-11-06, 2026-11-09, 2026-11-23",
        "2026-11-10, 2026-11-12, 2026-11-25",
        // A Saturday and a Sunday.
        "2026-06-13, 2026-06-15, 2026-06-26",
        "2026-06-14, 2026-06-15, 2026-06-26",
        // Easter Monday 6 April, 1 and 8 May (Fridays), Ascension 14 May, Whit Monday 25 May 2026.
        "2026-04-03, 2026-04-07, 2026-04-20",
        "2026-05-07, 2026-05-11, 2026-05-26",
        "2026-05-13, 2026-05-15, 2026-05-29",
        "2026-05-22, 2026-05-26, 2026-06-08",
        // Christmas and New Year's Day.
        "2026-12-24, 2026-12-28, 2027-01-11",
    })
    void an_electronic_filing_is_acknowledged_in_working_days(String filed, String receipt, String acknowledgement) {
        List<LegalClock> clocks =
                NOW.clocks().onFiling(aStudentRenewing().on(filed).facts());

        assertThat(clocks).hasSize(2);
        assertThat(clocks.get(0).kind()).isEqualTo(ClockKind.RECEIPT);
        assertThat(clocks.get(0).startsOn()).isEqualTo(filed);
        assertThat(clocks.get(0).endsOn()).contains(LocalDate.parse(receipt));
        assertThat(clocks.get(0).meaning()).isEqualTo(LegalClock.RECEIPT_DUE);
        assertThat(clocks.get(1).kind()).isEqualTo(ClockKind.ACKNOWLEDGEMENT);
        assertThat(clocks.get(1).endsOn()).contains(LocalDate.parse(acknowledgement));
        assertThat(clocks.get(1).meaning()).isEqualTo(LegalClock.ACKNOWLEDGEMENT_DUE);
    }

    @Test
    void a_filing_at_the_counter_starts_no_electronic_clock() {
        // CRPA R. 112-5 sets what the acknowledgement says, and no day for it.
        assertThat(NOW.clocks().onFiling(anEmployeeRenewingAtTheCounter().facts()))
                .isEmpty();
    }

    @ParameterizedTest(name = "declared {0}: checked by {1}")
    @CsvSource({"2026-06-15, 2026-06-17", "2026-06-18, 2026-06-22", "2026-07-13, 2026-07-16"})
    void a_declared_fact_is_checked_in_two_working_days(String declared, String due) {
        LegalClock clock = NOW.clocks().declaredFact(LocalDate.parse(declared));

        assertThat(clock.endsOn()).contains(LocalDate.parse(due));
        assertThat(clock.meaning()).isEqualTo(LegalClock.CHECK_DUE);
        assertThat(clock.basis()).isEmpty();
    }

    @ParameterizedTest(name = "reported {0}: answered by {1} when it blocks, else by {2}")
    @CsvSource({
        // Monday; Friday; the eve of 14 July 2026, a Tuesday.
        "2026-06-15, 2026-06-17, 2026-06-29",
        "2026-06-19, 2026-06-23, 2026-07-03",
        "2026-07-13, 2026-07-16, 2026-07-28",
    })
    void a_report_is_answered_by_a_day_that_the_platform_gives_itself(
            LocalDate opened, LocalDate blocking, LocalDate other) {
        assertThat(NOW.clocks().reportAnswered(opened, true)).isEqualTo(blocking);
        assertThat(NOW.clocks().reportAnswered(opened, false)).isEqualTo(other);
        assertThat(NOW.clocks().attemptConfirmed(opened)).isEqualTo(blocking);
    }

    @ParameterizedTest(name = "since {0}: {1}")
    @CsvSource({"2026-12-31, 2027-02-28", "2026-10-20, 2026-12-20"})
    void a_refusal_can_be_attacked_for_two_months(String since, String until) {
        // CJA R. 421-1; R. 421-2 when it is silent.
        Reading<LegalClock> clock = NOW.clocks().appeal(LocalDate.parse(since), false);

        assertThat(say(clock.map(it -> it.endsOn().orElseThrow()))).isEqualTo(until);
    }

    @Test
    void a_silent_refusal_of_a_filing_online_can_be_attacked_from_its_birth() {
        // CJA R. 421-2: two months from the day on which the decision was born.
        Optional<LegalClock> clock =
                NOW.clocks().appealAgainstSilence(aStudentRenewing().facts(), LocalDate.of(2026, 8, 30));

        assertThat(clock.flatMap(LegalClock::endsOn)).contains(LocalDate.of(2026, 10, 30));
    }

    @Test
    void the_reasons_of_a_silent_refusal_are_owed_in_a_month_and_a_court_can_be_asked_for_two_months_more() {
        // CRPA L. 232-4
        LegalClock owed = NOW.clocks().reasons(LocalDate.of(2026, 9, 30));
        LegalClock waiting = NOW.clocks().appealAwaitingReasons(LocalDate.of(2026, 9, 30));
        LegalClock after = NOW.clocks().appealAfterReasons(LocalDate.of(2026, 10, 12));

        assertThat(owed.endsOn()).contains(LocalDate.of(2026, 10, 30));
        assertThat(owed.basis()).containsExactly(new Article("CRPA L. 232-4"));
        assertThat(waiting.endsOn()).isEmpty();
        assertThat(waiting.meaning()).isEqualTo(LegalClock.APPEAL_AWAITS_REASONS);
        assertThat(after.endsOn()).contains(LocalDate.of(2026, 12, 12));
    }

    @Test
    void no_delay_is_held_against_whoever_filed_at_the_counter_and_had_no_acknowledgement() {
        // CRPA L. 112-6
        Optional<LegalClock> clock = NOW.clocks()
                .appealAgainstSilence(anEmployeeRenewingAtTheCounter().facts(), LocalDate.of(2026, 8, 30));

        assertThat(clock).isEmpty();
    }

    @Test
    void the_appeal_against_a_decision_that_may_order_to_leave_runs_until_the_day_it_says() {
        LegalClock clock = NOW.clocks().appealAsDecided(LocalDate.of(2026, 10, 20));

        assertThat(clock.startsOn()).isEqualTo(LocalDate.of(2026, 10, 20));
        assertThat(clock.endsOn()).isEmpty();
        assertThat(clock.meaning()).isEqualTo(LegalClock.APPEAL_AS_DECIDED);
    }

    @Test
    void a_refusal_with_an_obligation_to_leave_has_delays_that_the_edition_does_not_know() {
        Reading<LegalClock> clock = NOW.clocks().appeal(LocalDate.parse("2026-10-20"), true);

        assertThat(say(clock)).isEqualTo("?obligation_to_leave");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // C. trav. L. 3133-1: eleven days, of which three follow Easter (31 March 2024, 20 April 2025, 25 April 2038).
        "2026-01-01, false",
        "2026-05-01, false",
        "2026-05-08, false",
        "2026-07-14, false",
        "2028-08-15, false",
        "2027-11-01, false",
        "2026-11-11, false",
        "2026-12-25, false",
        "2024-04-01, false",
        "2024-05-09, false",
        "2024-05-20, false",
        "2025-04-21, false",
        "2038-04-26, false",
        "2026-04-06, false",
        "2026-05-14, false",
        "2026-05-25, false",
        "2026-06-13, false",
        "2026-06-14, false",
        // Good Friday and 26 December are worked, Alsace-Moselle apart.
        "2026-04-03, true",
        "2028-12-26, true",
        "2026-06-15, true",
        "2026-05-15, true",
    })
    void the_national_holidays_are_not_worked(String day, boolean worked) {
        assertThat(NOW.clocks().isWorkingDay(LocalDate.parse(day))).isEqualTo(worked);
    }

    @Test
    void asking_for_an_indispensable_piece_suspends_the_silence_at_the_counter() {
        Reading<AskingEffect> effect =
                NOW.clocks().onAsking(anEmployeeRenewingAtTheCounter().facts(), Reading.settled(true));

        assertThat(effect).isEqualTo(Reading.settled(AskingEffect.SUSPENDS));
        assertThat(NOW.clocks().basisOfAsking(AskingEffect.SUSPENDS)).containsExactly(new Article("CRPA L. 114-5"));
    }

    @Test
    void whether_it_suspends_the_silence_of_an_electronic_filing_is_a_question_of_law() {
        Reading<AskingEffect> effect = NOW.clocks().onAsking(aStudentRenewing().facts(), Reading.settled(true));

        assertThat(effect.ifSettled()).isEmpty();
        assertThat(effect.<String>fold(settled -> "", open -> open.question()))
                .contains("L. 114-5")
                .contains("L. 112-11");
    }

    @Test
    void asking_for_any_other_piece_never_stops_the_examination() {
        for (FilingFacts facts : List.of(
                anEmployeeRenewingAtTheCounter().facts(), aStudentRenewing().facts())) {
            assertThat(NOW.clocks().onAsking(facts, Reading.settled(false)))
                    .isEqualTo(Reading.settled(AskingEffect.NONE));
        }
        assertThat(NOW.clocks().basisOfAsking(AskingEffect.NONE))
                .containsExactly(new Article("CRPA L. 114-5-1"), new Article("R. 431-11"));
    }
}
