package fr.sejour.law;

import static fr.sejour.law.Readings.say;
import static fr.sejour.law.Situation.NOW;
import static fr.sejour.law.Situation.aRecognisedRefugee;
import static fr.sejour.law.Situation.aStudentRenewing;
import static fr.sejour.law.Situation.anEmployeeRenewingAtTheCounter;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PapersTest {

    private static final Reading<Timeliness> IN_TIME = Reading.settled(Timeliness.IN_TIME);

    @ParameterizedTest
    @EnumSource(
            value = FilingChannel.class,
            names = {"ONLINE", "SUBSTITUTE"})
    void every_online_filing_yields_an_attestation_de_depot_without_rights(FilingChannel channel) {
        // R. 431-15-1 al. 1: at once, complete or not; proves no regular stay; no last day.
        List<PaperGrant> grants = onFiling(aStudentRenewing().by(channel).facts(), false);

        assertThat(grants).hasSize(1);
        PaperGrant deposit = grants.get(0);
        assertThat(deposit.kind()).isEqualTo(PaperKind.ATTESTATION_DE_DEPOT);
        assertThat(deposit.validity().firstDay()).isEqualTo("2026-06-15");
        assertThat(deposit.validity().lastDay()).isEmpty();
        assertThat(deposit.rights().stay().value()).isEqualTo(Reading.settled(StayRight.NOT_PROVEN));
        assertThat(deposit.rights().work().value()).isEqualTo(Reading.settled(WorkRight.NONE));
        assertThat(deposit.rights().travel().value()).isEqualTo(Reading.settled(TravelRight.NONE));
        assertThat(deposit.rights().social().value()).isEqualTo(Reading.settled(SocialRight.NONE));
        assertThat(deposit.basis()).containsExactly(new Article("R. 431-15-1 al. 1"));
        assertThat(deposit.because())
                .containsExactly(
                        "online-filing",
                        "stay-filing-only",
                        "work-filing-only",
                        "travel-filing-only",
                        "social-filing-only");
    }

    @ParameterizedTest
    @EnumSource(
            value = FilingChannel.class,
            names = {"COUNTER", "POST", "EMAIL"})
    void a_filing_outside_the_online_service_yields_a_recepisse_once_the_core_is_there(FilingChannel channel) {
        // R. 431-12, R. 431-10 (core documents), R. 431-15 (work as held); three months at renewal is practice.
        FilingFacts facts = anEmployeeRenewingAtTheCounter().by(channel).facts();

        List<PaperGrant> incomplete = onFiling(facts, false);
        List<PaperGrant> complete = onFiling(facts, true);

        assertThat(incomplete).isEmpty();
        assertThat(complete).hasSize(1);
        PaperGrant recepisse = complete.get(0);
        assertThat(recepisse.kind()).isEqualTo(PaperKind.RECEPISSE);
        assertThat(recepisse.validity().firstDay()).isEqualTo("2026-07-20");
        assertThat(recepisse.validity().lastDay()).contains(LocalDate.parse("2026-10-19"));
        assertThat(recepisse.rights().stay().value()).isEqualTo(Reading.settled(StayRight.PROVEN));
        assertThat(recepisse.rights().work().value()).isEqualTo(Reading.settled(WorkRight.WITH_AUTHORISATION));
        assertThat(recepisse.rights().work().basis()).containsExactly(new Article("R. 431-15"));
        assertThat(recepisse.because())
                .containsExactly("renewal", "filed-elsewhere", "core-documents-there", "stay-examined", "work-held");
    }

    @Test
    void a_recepisse_counts_from_the_day_on_which_the_file_became_complete() {
        FilingFacts facts = anEmployeeRenewingAtTheCounter().facts();

        List<PaperGrant> grants = NOW.papers().onFiling(facts, true, LocalDate.parse("2026-08-03"));

        assertThat(grants.get(0).validity().firstDay()).isEqualTo("2026-08-03");
        assertThat(grants.get(0).validity().lastDay()).contains(LocalDate.parse("2026-11-02"));
    }

    @Test
    void a_first_recepisse_runs_four_months() {
        // R. 431-13 sets one month at least; four at first is practice.
        FilingFacts facts = asking("vpf_liens_personnels")
                .enteredOn("2015-03-03")
                .by(FilingChannel.COUNTER)
                .facts();

        List<PaperGrant> grants = onFiling(facts, true);

        assertThat(grants.get(0).validity().lastDay()).contains(LocalDate.parse("2026-10-14"));
        assertThat(grants.get(0).rights().work().value()).isEqualTo(Reading.settled(WorkRight.NONE));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"dcem", "titre_voyage_refugie", "titre_identite_voyage", "vlsts_validation"})
    void what_is_no_titre_de_sejour_has_no_paper_of_a_stay(String permit) {
        // R. 431-12 and R. 431-15-1 al. 2 to 4 speak of a titre de séjour; D. 414-1 and R. 431-17 are another thing.
        FilingFacts counter = asking(permit).by(FilingChannel.COUNTER).facts();
        FilingFacts online = asking(permit).facts();

        assertThat(onFiling(counter, true)).isEmpty();
        assertThat(onFiling(online, true)).extracting(PaperGrant::kind).containsExactly(PaperKind.ATTESTATION_DE_DEPOT);
        assertThat(continuing(online, "2026-10-01")).isEqualTo(Reading.settled(Optional.empty()));
        assertThat(NOW.papers().onFavourableDecision(online, LocalDate.parse("2026-10-01")))
                .isEmpty();
    }

    // -- recognised protection ------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"refugie, R. 431-15-3", "protection_subsidiaire, R. 431-15-4"})
    void recognised_protection_yields_a_paper_of_six_months_on_filing(String permit, String article) {
        // R. 431-15-3, R. 431-15-4: as soon as it is asked for; any occupation (L. 414-10).
        List<PaperGrant> grants =
                onFiling(asking(permit).enteredOn("2024-02-01").facts(), false);

        assertThat(grants)
                .extracting(PaperGrant::kind)
                .containsExactly(PaperKind.ATTESTATION_DE_DEPOT, PaperKind.ATTESTATION_DE_PROLONGATION);
        PaperGrant paper = grants.get(1);
        assertThat(paper.validity().firstDay()).isEqualTo("2026-06-15");
        assertThat(paper.validity().lastDay()).contains(LocalDate.parse("2026-12-14"));
        assertThat(paper.rights().stay().value()).isEqualTo(Reading.settled(StayRight.PROVEN));
        assertThat(paper.rights().work().value()).isEqualTo(Reading.settled(WorkRight.ANY));
        assertThat(paper.rights().work().basis()).containsExactly(new Article(article), new Article("L. 414-10"));
        assertThat(paper.rights().social().value()).isEqualTo(Reading.settled(SocialRight.MAINTAINED));
        assertThat(paper.rights().travel().value().isSettled()).isFalse();
        assertThat(paper.basis()).containsExactly(new Article(article));
        assertThat(paper.because())
                .containsExactly(
                        "recognised-protection", "on-filing", "stay-protected", "work-protected", "social-protected");
    }

    @Test
    void the_protection_paper_is_renewed_by_six_months() {
        Optional<PaperGrant> next = granted(continuing(aRecognisedRefugee().facts(), "2026-12-15"));

        assertThat(next).get().satisfies(paper -> {
            assertThat(paper.validity().firstDay()).isEqualTo("2026-12-15");
            assertThat(paper.validity().lastDay()).contains(LocalDate.parse("2027-06-14"));
            assertThat(paper.because())
                    .containsExactly(
                            "recognised-protection",
                            "undecided",
                            "stay-protected",
                            "work-protected",
                            "social-protected");
        });
    }

    @Test
    void a_refugee_at_the_counter_has_a_recepisse_that_allows_work() {
        // The protection paper comes through the online service (R. 431-15-3); at the counter R. 431-14 12° gives the
        // work.
        List<PaperGrant> grants =
                onFiling(aRecognisedRefugee().by(FilingChannel.COUNTER).facts(), true);

        assertThat(grants).extracting(PaperGrant::kind).containsExactly(PaperKind.RECEPISSE);
        assertThat(grants.get(0).rights().work().value()).isEqualTo(Reading.settled(WorkRight.ANY));
    }

    @Test
    void the_renewal_of_a_refugee_card_follows_the_general_rule() {
        // R. 431-15-3 is written for the first card.
        FilingFacts facts =
                asking("refugie").holding("refugie", "2016-10-01", "2026-09-30").facts();

        Optional<PaperGrant> paper = granted(continuing(facts, "2026-10-01"));

        assertThat(onFiling(facts, true))
                .extracting(PaperGrant::kind)
                .containsExactly(PaperKind.ATTESTATION_DE_DEPOT, PaperKind.LEGAL_EXTENSION);
        assertThat(paper).get().satisfies(grant -> {
            assertThat(grant.validity().lastDay()).contains(LocalDate.parse("2026-12-31"));
            assertThat(grant.rights().work().value()).isEqualTo(Reading.settled(WorkRight.ANY));
        });
    }

    // -- attestation de prolongation ------------------------------------------------------------------------------

    @Test
    void a_complete_renewal_filed_in_time_is_prolonged_by_three_months() {
        // R. 431-15-1 al. 2; R. 431-15-2 al. 4: works as held, 964 hours (C. trav. R. 5221-26).
        PaperGrant paper =
                granted(continuing(aStudentRenewing().facts(), "2026-10-01")).orElseThrow();

        assertThat(paper.kind()).isEqualTo(PaperKind.ATTESTATION_DE_PROLONGATION);
        assertThat(paper.validity().firstDay()).isEqualTo("2026-10-01");
        assertThat(paper.validity().lastDay()).contains(LocalDate.parse("2026-12-31"));
        assertThat(paper.validity().zone().getId()).isEqualTo("Europe/Paris");
        assertThat(paper.rights().stay().value()).isEqualTo(Reading.settled(StayRight.PROVEN_WITH_EXPIRED_PERMIT));
        assertThat(paper.rights().work().value()).isEqualTo(Reading.settled(WorkRight.hoursPerYear(964)));
        assertThat(paper.rights().work().basis()).containsExactly(new Article("R. 431-15-2 al. 4"));
        assertThat(paper.rights().travel().value().isSettled()).isFalse();
        assertThat(paper.rights().social().value().isSettled()).isFalse();
        assertThat(paper.basis()).containsExactly(new Article("R. 431-15-1 al. 2"));
        assertThat(paper.because())
                .containsExactly(
                        "renewal", "complete-file", "filed-in-time", "undecided", "stay-examined", "work-held");
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        // Three months at most, counted from day to day.
        "2026-10-01, 2026-12-31",
        "2026-08-31, 2026-11-29",
        "2026-12-01, 2027-02-28",
        "2027-12-01, 2028-02-29",
        "2026-11-30, 2027-02-27",
        "2027-11-30, 2028-02-28",
    })
    void three_months_are_counted_from_day_to_day(String first, String last) {
        Optional<PaperGrant> paper = granted(continuing(aStudentRenewing().facts(), first));

        assertThat(paper.orElseThrow().validity().lastDay()).contains(LocalDate.parse(last));
    }

    @ParameterizedTest(name = "complete {0}, {1}: {2}")
    @CsvSource({
        // R. 431-15-1 al. 2: "demande complète et déposée dans le respect des délais".
        "true, IN_TIME, true",
        "false, IN_TIME, false",
        "true, LATE, false",
        "true, AFTER_SIX_MONTHS, false",
        "true, EARLY, ?early_filing",
        "false, EARLY, false",
    })
    void the_attestation_needs_a_complete_file_in_its_window(boolean complete, Timeliness time, String expected) {
        Reading<Optional<PaperGrant>> paper = NOW.papers()
                .continuing(aStudentRenewing().facts(), Reading.settled(time), complete, LocalDate.parse("2026-10-01"));

        assertThat(say(paper.map(Optional::isPresent))).isEqualTo(expected);
    }

    @Test
    void an_open_window_leaves_the_attestation_open() {
        Reading<Optional<PaperGrant>> paper = NOW.papers()
                .continuing(
                        aStudentRenewing().facts(),
                        Reading.undetermined("by_channel", "Which window?"),
                        true,
                        LocalDate.parse("2026-10-01"));

        assertThat(say(paper)).isEqualTo("?by_channel");
    }

    @ParameterizedTest(name = "{0} {1}, born {2}, entered {3}, {4}: {5}")
    @CsvSource({
        // R. 431-15-1 al. 3: the young adults of R. 431-5 2° and 3°; work by R. 431-15-2 al. 1.
        "vpf_ase_avant_16_ans, L. 423-22, 2008-01-10, 2019-01-05, IN_TIME, PROVEN ANY",
        "vpf_entre_avant_13_ans, L. 423-21, 2008-01-10, 2016-01-05, IN_TIME, PROVEN NONE",
        "vpf_ase_avant_16_ans, L. 423-22, 2007-01-10, 2019-01-05, LATE, none",
        // An adult who came as an adult holds nothing to prolong.
        "visiteur, -, 1990-01-01, 2026-05-05, IN_TIME, none",
        "famille_citoyen_ue, -, 1990-01-01, 2026-05-05, IN_TIME, none",
        "visiteur, -, 2007-12-01, 2026-05-05, IN_TIME, none",
        // Nobody knows the day of entry: perhaps a young adult, until the age of 19.
        "vpf_ase_avant_16_ans, L. 423-22, 2008-01-10, , IN_TIME, ?young_adult",
        "vpf_ase_avant_16_ans, L. 423-22, 1990-01-10, , LATE, none",
        // A delay of its own, counted from an age.
        "vpf_ne_en_france, -, 2006-01-10, , IN_TIME, ?young_adult",
        "vpf_famille_rldue, L. 426-13, 2006-01-10, 2016-01-05, LATE, ?young_adult",
        "jeune_majeur_ase_16_18, -, 2006-01-10, 2023-01-05, LATE, ?young_adult",
        // A status that came after entry: only a young adult could be one of R. 431-5.
        "apatride, L. 424-18, 2008-01-10, 2016-01-05, IN_TIME, ?young_adult",
        "apatride, L. 424-18, 1990-01-10, 2016-01-05, IN_TIME, none",
    })
    void a_first_application_online_is_prolonged_for_young_adults(
            String asked, String article, String born, String entered, Timeliness time, String expected) {
        Situation situation = asking(asked).under(article).bornOn(born).on("2026-06-15");
        Optional.ofNullable(entered).ifPresent(situation::enteredOn);

        Reading<Optional<PaperGrant>> paper =
                NOW.papers().continuing(situation.facts(), Reading.settled(time), true, LocalDate.parse("2026-06-16"));

        assertThat(say(paper.map(grant -> grant.map(PapersTest::stayAndWork).orElse("none"))))
                .isEqualTo(expected);
    }

    @Test
    void a_recepisse_is_renewed_by_three_months_even_when_the_filing_was_late() {
        // R. 431-13: "Il peut être renouvelé"; nothing in R. 431-12 looks at the window.
        FilingFacts facts = asking("vpf_liens_personnels")
                .enteredOn("2015-03-03")
                .by(FilingChannel.COUNTER)
                .facts();

        Reading<Optional<PaperGrant>> paper =
                NOW.papers().continuing(facts, Reading.settled(Timeliness.LATE), true, LocalDate.parse("2026-10-15"));

        assertThat(granted(paper)).get().satisfies(grant -> {
            assertThat(grant.kind()).isEqualTo(PaperKind.RECEPISSE);
            assertThat(grant.validity().lastDay()).contains(LocalDate.parse("2027-01-14"));
        });
    }

    @Test
    void a_right_that_is_open_is_traced_by_its_question_and_by_no_reason() {
        FilingFacts facts = asking("jeune_au_pair")
                .holding("jeune_au_pair", "2025-10-01", "2026-09-30")
                .facts();

        PaperGrant paper = granted(continuing(facts, "2026-10-01")).orElseThrow();

        assertThat(say(paper.rights().work().value())).isEqualTo("?limited_activity");
        assertThat(paper.because())
                .containsExactly("renewal", "complete-file", "filed-in-time", "undecided", "stay-examined");
    }

    @ParameterizedTest(name = "{0} with {1} in hand: {2}")
    @CsvSource({
        "vpf_liens_personnels, , first-application",
        "vpf_liens_personnels, etudiant, change-of-ground",
        "vpf_liens_personnels, vpf_liens_personnels, renewal",
    })
    void a_paper_says_what_the_filing_was(String asked, String held, String because) {
        Situation situation = asking(asked).by(FilingChannel.COUNTER);
        if (held != null) {
            situation.holding(held, "2025-10-01", "2026-09-30");
        }

        assertThat(onFiling(situation.facts(), true).get(0).because()).startsWith(because);
    }

    // -- legal extension ------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0} {1}, from {2} to {3}: {4}")
    @CsvSource({
        // L. 433-3 al. 1: a multi-year card of four years, counted, not read from its kind.
        "csp_salarie, csp_salarie, 2022-10-01, 2026-09-30, 2026-10-01..2026-12-30",
        "csp_salarie, csp_salarie, 2022-10-02, 2026-09-30, none",
        "csp_salarie, csp_salarie, 2022-10-01, 2026-09-29, none",
        "talent_salarie_qualifie, talent_salarie_qualifie, 2022-09-01, 2026-08-31, 2026-09-01..2026-11-30",
        "talent_salarie_qualifie, talent_salarie_qualifie, 2024-09-01, 2026-08-31, none",
        // Resident cards, whatever their length.
        "carte_resident, carte_resident, 2016-10-01, 2026-09-30, 2026-10-01..2026-12-30",
        "resident_longue_duree_ue, resident_longue_duree_ue, 2021-12-01, 2026-11-30, 2026-12-01..2027-02-28",
        "resident_permanent, carte_resident, 2016-10-01, 2026-09-30, 2026-10-01..2026-12-30",
        // Bilateral permits over one year.
        "algerien_10_ans, algerien_10_ans, 2016-10-01, 2026-09-30, 2026-10-01..2026-12-30",
        "algerien_1_an, algerien_1_an, 2025-10-01, 2026-09-30, none",
        "algerien_1_an, algerien_1_an, 2025-10-01, 2026-10-01, none",
        "algerien_1_an, algerien_1_an, 2025-10-01, 2026-10-02, 2026-10-03..2027-01-02",
        // Asked for on another ground: no renewal.
        "visiteur, carte_resident, 2016-10-01, 2026-09-30, none",
        // Neither: a one-year card, a card of EU law, the card of a retired person.
        "etudiant, etudiant, 2025-10-01, 2026-09-30, none",
        "famille_citoyen_ue, famille_citoyen_ue, 2021-10-01, 2026-09-30, none",
        "retraite, retraite, 2016-10-01, 2026-09-30, none",
        // Three months from the date of expiry, day to day: 28 February to 28 May.
        "carte_resident, carte_resident, 2017-03-01, 2027-02-28, 2027-03-01..2027-05-28",
        "carte_resident, carte_resident, 2018-03-01, 2028-02-29, 2028-03-01..2028-05-29",
    })
    void some_cards_are_extended_by_law(String asked, String held, String from, String until, String expected) {
        List<PaperGrant> grants =
                onFiling(asking(asked).holding(held, from, until).facts(), false);

        assertThat(grants.stream()
                        .filter(grant -> grant.kind() == PaperKind.LEGAL_EXTENSION)
                        .map(grant -> grant.validity().firstDay() + ".."
                                + grant.validity().lastDay().orElseThrow())
                        .findFirst()
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @Test
    void the_legal_extension_keeps_stay_work_and_social_rights() {
        // L. 433-3 al. 3; R. 433-3 for the resident card.
        PaperGrant extension = onFiling(
                        asking("carte_resident")
                                .holding("carte_resident", "2016-10-01", "2026-09-30")
                                .facts(),
                        false)
                .get(1);

        assertThat(extension.rights().stay().value()).isEqualTo(Reading.settled(StayRight.PROVEN_WITH_EXPIRED_PERMIT));
        assertThat(extension.rights().work().value()).isEqualTo(Reading.settled(WorkRight.ANY));
        assertThat(extension.rights().social().value()).isEqualTo(Reading.settled(SocialRight.MAINTAINED));
        assertThat(extension.basis()).containsExactly(new Article("L. 433-3"), new Article("R. 433-3"));
        assertThat(extension.because())
                .containsExactly(
                        "renewal",
                        "filed-before-expiry",
                        "card-extended",
                        "stay-extended",
                        "work-held",
                        "social-extended");
    }

    @ParameterizedTest(name = "{0}, held {1} of kind {2} from {3}, filed {4}: {5}")
    @CsvSource({
        // L. 433-3 al. 1: "en demande le renouvellement"; on the last day it still runs.
        "carte_resident, carte_resident, CR, 2016-10-01, 2026-09-30, ''",
        "carte_resident, carte_resident, CR, 2016-10-01, 2026-10-01, extension_after_expiry",
        "visiteur, carte_resident, CR, 2016-10-01, 2026-09-01, extension_change_of_ground",
        // L. 433-3 al. 2: the order that lists the départements was not read; the filing comes before the end.
        "etudiant, etudiant, CST, 2025-10-01, 2026-06-15, extension_listed_departements",
        "csp_salarie, csp_salarie, CSP, 2024-10-01, 2026-06-15, extension_listed_departements",
        "etudiant, etudiant, CST, 2025-10-01, 2026-09-30, extension_listed_departements",
        "etudiant, etudiant, CST, 2025-10-01, 2026-10-01, ''",
        "visiteur, etudiant, CST, 2025-10-01, 2026-06-15, ''",
        "etudiant, etudiant, VISA, 2025-10-01, 2026-06-15, ''",
        "famille_citoyen_ue, famille_citoyen_ue, EU, 2021-10-01, 2026-06-15, ''",
    })
    void what_the_extension_leaves_open_is_a_question(
            String asked, String held, DocumentKind kind, String from, String filed, String expected) {
        List<OpenQuestion> questions = NOW.papers()
                .openQuestions(asking(asked)
                        .holding(held, kind, from, "2026-09-30")
                        .on(filed)
                        .facts());

        assertThat(questions.stream().map(OpenQuestion::token).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void no_statement_is_made_after_the_end_of_the_card() {
        List<PaperGrant> grants = onFiling(
                asking("carte_resident")
                        .holding("carte_resident", "2016-10-01", "2026-09-30")
                        .on("2026-10-01")
                        .facts(),
                true);

        assertThat(grants).extracting(PaperGrant::kind).containsExactly(PaperKind.ATTESTATION_DE_DEPOT);
    }

    @Test
    void a_person_who_holds_nothing_raises_no_question() {
        assertThat(NOW.papers().openQuestions(asking("visiteur").facts())).isEmpty();
    }

    // -- favourable decision --------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // R. 431-15-1 al. 4: until the card is handed over; work as the permit granted.
        "etudiant, HOURS_PER_YEAR",
        "visiteur, NONE",
        "refugie, ANY",
        "talent_chercheur, AS_HELD",
        "salarie, WITH_AUTHORISATION",
        "jeune_au_pair, ?limited_activity",
    })
    void a_favourable_decision_yields_the_rights_of_the_permit_granted(String permit, String work) {
        PaperGrant paper = NOW.papers()
                .onFavourableDecision(asking(permit).facts(), LocalDate.parse("2026-10-20"))
                .orElseThrow();

        assertThat(paper.kind()).isEqualTo(PaperKind.ATTESTATION_DE_DECISION_FAVORABLE);
        assertThat(paper.validity().firstDay()).isEqualTo("2026-10-20");
        assertThat(paper.validity().lastDay()).isEmpty();
        assertThat(paper.rights().stay().value()).isEqualTo(Reading.settled(StayRight.PROVEN));
        assertThat(say(paper.rights().work().value().map(WorkRight::code))).isEqualTo(work);
        assertThat(paper.basis()).containsExactly(new Article("R. 431-15-1 al. 4"));
    }

    @Test
    void outside_the_online_service_the_recepisse_goes_on_until_the_card() {
        // R. 431-15-1 stands in the sub-section of the online service.
        assertThat(NOW.papers()
                        .onFavourableDecision(anEmployeeRenewingAtTheCounter().facts(), LocalDate.parse("2026-10-20")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, ANY", "false, NONE"})
    void a_paper_that_a_judge_orders_proves_the_stay_and_works_as_the_order_says(boolean work, String code) {
        Validity until = Validity.between(
                LocalDate.parse("2026-10-05"), LocalDate.parse("2027-01-04"), ZoneId.of("Europe/Paris"));

        PaperGrant paper = NOW.papers().ordered(aStudentRenewing().facts(), PaperKind.RECEPISSE, until, work);

        assertThat(paper.validity()).isEqualTo(until);
        assertThat(stayAndWork(paper)).isEqualTo("PROVEN " + code);
        assertThat(paper.rights().travel().value().ifSettled()).isEmpty();
        assertThat(paper.because())
                .containsExactly("court-order", "stay-ordered", work ? "work-ordered" : "work-not-ordered");
    }

    private static List<PaperGrant> onFiling(FilingFacts facts, boolean complete) {
        return NOW.papers().onFiling(facts, complete, facts.filedOn());
    }

    private static Reading<Optional<PaperGrant>> continuing(FilingFacts facts, String firstDay) {
        return NOW.papers().continuing(facts, IN_TIME, true, LocalDate.parse(firstDay));
    }

    private static Optional<PaperGrant> granted(Reading<Optional<PaperGrant>> paper) {
        return paper.ifSettled().orElseThrow();
    }

    private static String stayAndWork(PaperGrant grant) {
        return say(grant.rights().stay().value()) + " "
                + say(grant.rights().work().value().map(WorkRight::code));
    }
}
