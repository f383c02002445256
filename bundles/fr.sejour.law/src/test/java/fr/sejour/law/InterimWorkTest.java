package fr.sejour.law;

import static fr.sejour.law.Readings.say;
import static fr.sejour.law.Situation.NOW;
import static fr.sejour.law.Situation.aStudentRenewing;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.WorkRight;
import fr.sejour.law.internal.text.WorkRow;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterimWorkTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-15");

    @ParameterizedTest(name = "{0} under {1}: récépissé {2}, attestation {3}")
    @CsvSource({
        // R. 431-14 1° to 12° for the récépissé, R. 431-15-2 al. 1 to 3 for the attestation de prolongation.
        "recherche_emploi_creation, L. 422-10, ANY, NONE",
        "recherche_emploi_creation, L. 422-14, ANY, ANY",
        "vpf_conjoint_francais, L. 423-1, ANY, ANY",
        "vpf_conjoint_francais, L. 423-2, NONE, NONE",
        "vpf_parent_enfant_francais, L. 423-7, ANY, ANY",
        "vpf_parent_enfant_francais, L. 423-8, ANY, NONE",
        "vpf_ne_en_france, L. 423-13, ANY, ANY",
        "vpf_regroupement_familial, L. 423-14, ANY, ANY",
        "vpf_regroupement_familial, L. 423-15, ANY, ANY",
        "vpf_entre_avant_13_ans, L. 423-21, NONE, NONE",
        "vpf_ase_avant_16_ans, L. 423-22, ANY, ANY",
        "vpf_liens_personnels, L. 423-23, NONE, NONE",
        "vpf_traite, L. 425-1, ANY, ANY",
        "vpf_ordonnance_protection, L. 425-6, NONE, NONE",
        "vpf_ordonnance_protection, L. 425-7, NONE, NONE",
        "vpf_etranger_malade, L. 425-9, NONE, NONE",
        "vpf_rente_accident_travail, L. 426-5, ANY, ANY",
        "vpf_admission_exceptionnelle, L. 435-1, NONE, NONE",
        "accueil_communautaire, L. 435-2, NONE, NONE",
        "jeune_majeur_ase_16_18, L. 435-3, NONE, NONE",
        "metier_en_tension, L. 435-4, NONE, NONE",
        "talent_famille, L. 421-22, ANY, ANY",
        "talent_famille, L. 421-23, ANY, ANY",
        "salarie_detache_ict, L. 421-26, AS_HELD, AS_HELD",
        "salarie_detache_mobile_ict, L. 421-27, AS_HELD, AS_HELD",
        "ict_famille, L. 421-28, ANY, ANY",
        "ict_famille, L. 421-29, ANY, ANY",
        "stagiaire_ict, L. 421-30, NONE, NONE",
        "entrepreneur_profession_liberale, L. 421-5, NONE, NONE",
        "etudiant, L. 422-1, NONE, NONE",
        "visiteur, L. 426-20, NONE, NONE",
        "refugie, L. 424-1, ANY, ANY",
        "famille_refugie, L. 424-3, ANY, ANY",
        "protection_subsidiaire, L. 424-9, ANY, ANY",
        "famille_protection_subsidiaire, L. 424-11, ANY, ANY",
        "apatride, L. 424-18, ANY, ANY",
        "apatride, L. 424-19, ANY, ANY",
        "carte_resident, L. 423-6, ANY, ANY",
        "carte_resident, L. 423-10, NONE, NONE",
        "carte_resident, L. 423-11, ANY, ANY",
        "carte_resident, L. 423-12, ANY, ANY",
        "carte_resident, L. 423-16, ANY, ANY",
        "carte_resident, L. 424-13, ANY, ANY",
        "carte_resident, L. 424-21, ANY, ANY",
        "carte_resident, L. 425-3, ANY, ANY",
        "carte_resident, L. 425-8, NONE, NONE",
        "carte_resident, L. 426-1, ANY, ANY",
        "carte_resident, L. 426-2, ANY, ANY",
        "carte_resident, L. 426-3, ANY, ANY",
        "carte_resident, L. 426-6, ANY, ANY",
        "carte_resident, L. 426-7, ANY, ANY",
        "carte_resident, L. 426-10, ANY, ANY",
        // No article named: settled only when all the permit's articles say the same.
        "vpf_conjoint_francais, -, ?by_article, ?by_article",
        "recherche_emploi_creation, -, ANY, ?by_article",
        "vpf_regroupement_familial, -, ANY, ANY",
        "carte_resident, -, ?by_article, ?by_article",
        // Regimes of their own: EU law, the Withdrawal Agreement, temporary protection (R. 581-4), bilateral
        // agreements.
        "famille_citoyen_ue, -, ?to_verify, ?to_verify",
        "famille_citoyen_ue_permanent, -, ANY, ANY",
        "citoyen_ue, -, ANY, ANY",
        "brexit_accord_retrait, -, ANY, ANY",
        "protection_temporaire, -, ANY, ANY",
        "algerien_1_an, -, ?by_ground, ?by_ground",
        "algerien_10_ans, -, ?yes_for_listed_grounds, ?yes_for_listed_grounds",
        "aps_parent_enfant_malade, -, NONE, NONE",
    })
    void a_first_application_works_by_its_article_and_its_channel(
            String permit, String article, String recepisse, String attestation) {
        FilingFacts facts = asking(permit).under(article).facts();

        assertThat(code(onRecepisse(facts))).isEqualTo(recepisse);
        assertThat(code(onAttestation(facts))).isEqualTo(attestation);
    }

    @Test
    void a_first_application_cites_the_list_of_its_channel() {
        FilingFacts facts = asking("vpf_traite").facts();

        assertThat(onRecepisse(facts).basis()).containsExactly(new Article("R. 431-14"));
        assertThat(onAttestation(facts).basis()).containsExactly(new Article("R. 431-15-2"));
    }

    @Test
    void a_regime_of_its_own_cites_its_own_texts() {
        FilingFacts facts = asking("protection_temporaire").facts();

        assertThat(onRecepisse(facts).basis()).containsExactly(new Article("L. 581-3"));
    }

    @Test
    void a_change_of_ground_cites_both_readings() {
        FilingFacts facts = asking("visiteur")
                .holding("etudiant", "2025-10-01", "2026-09-30")
                .facts();

        assertThat(onRecepisse(facts).basis()).containsExactly(new Article("R. 431-15"), new Article("R. 431-14"));
    }

    @ParameterizedTest(name = "{0}: authorised {1}, visa {2}: {3}")
    @CsvSource({
        // R. 431-14 1° and 9°, R. 431-15-2 al. 2: with the authorisation of C. trav. L. 5221-2.
        "salarie, true, false, WITH_AUTHORISATION",
        "salarie, false, true, NONE",
        "travailleur_temporaire, true, false, WITH_AUTHORISATION",
        "travailleur_saisonnier, true, false, WITH_AUTHORISATION",
        "travailleur_saisonnier, false, false, NONE",
        // R. 431-14 5°, R. 431-15-2 al. 2: with a long-stay visa.
        "talent_salarie_qualifie, false, true, AS_HELD",
        "talent_salarie_qualifie, true, false, NONE",
        "talent_carte_bleue_ue, false, true, AS_HELD",
        "talent_profession_medicale, false, true, AS_HELD",
        "talent_chercheur, false, true, AS_HELD",
        "talent_chercheur_mobilite, false, true, AS_HELD",
        "talent_porteur_projet, false, true, AS_HELD",
        "talent_mandataire_social, false, true, AS_HELD",
        "talent_artiste, false, true, AS_HELD",
        "talent_renommee, false, true, ANY",
        "talent_renommee, false, false, NONE",
    })
    void some_articles_ask_for_an_authorisation_or_a_visa(
            String permit, boolean authorised, boolean visa, String expected) {
        FilingFacts facts = asking(permit)
                .withWorkAuthorisation(authorised)
                .withLongStayVisa(visa)
                .facts();

        assertThat(code(onRecepisse(facts))).isEqualTo(expected);
        assertThat(code(onAttestation(facts))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, entered {1}: {2}")
    @CsvSource({
        // R. 431-14 4°, R. 431-15-2 al. 3: after one year of stay for L. 426-13, never for L. 426-12.
        "L. 426-13, 2025-06-15, ANY",
        "L. 426-13, 2025-06-16, NONE",
        "L. 426-13, , ?entry_date",
        "L. 426-12, 2020-01-01, NONE",
    })
    void the_child_of_a_long_term_resident_works_after_one_year(String article, String entered, String expected) {
        Situation situation = asking("vpf_famille_rldue").under(article);
        if (entered != null) {
            situation.enteredOn(entered);
        }

        assertThat(code(onRecepisse(situation.facts()))).isEqualTo(expected);
        assertThat(code(onAttestation(situation.facts()))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "renewal of {0}: {1}")
    @CsvSource({
        // R. 431-15 and R. 431-15-2 al. 4: a card that permits the exercise of a professional activity.
        "etudiant, 'WorkRight[code=HOURS_PER_YEAR, hoursPerYear=OptionalInt[964], limit=Optional.empty]'",
        "salarie, 'WorkRight[code=WITH_AUTHORISATION, hoursPerYear=OptionalInt.empty, limit=Optional.empty]'",
        "talent_chercheur, 'WorkRight[code=AS_HELD, hoursPerYear=OptionalInt.empty, limit=Optional[activity_of_the_permit]]'",
        "talent_porteur_projet, 'WorkRight[code=AS_HELD, hoursPerYear=OptionalInt.empty, limit=Optional[project_activity]]'",
        "csp_salarie, 'WorkRight[code=AS_HELD, hoursPerYear=OptionalInt.empty, limit=Optional[employee]]'",
        "vpf_liens_personnels, 'WorkRight[code=ANY, hoursPerYear=OptionalInt.empty, limit=Optional.empty]'",
        "visiteur, 'WorkRight[code=NONE, hoursPerYear=OptionalInt.empty, limit=Optional.empty]'",
        "retraite, 'WorkRight[code=NONE, hoursPerYear=OptionalInt.empty, limit=Optional.empty]'",
        // Whether an internship, an au pair placement or a traineeship is such an activity is not settled.
        "stagiaire, ?limited_activity",
        "jeune_au_pair, ?limited_activity",
        // An APS is no card (R. 431-15, R. 431-15-2 al. 4).
        "aps_parent_enfant_malade, ?not_a_card",
        "aps_parcours_sortie_prostitution, ?not_a_card",
        // Temporary protection: R. 581-4 gives the work by itself.
        "protection_temporaire, 'WorkRight[code=ANY, hoursPerYear=OptionalInt.empty, limit=Optional.empty]'",
        // Not renewable: L. 421-26, L. 422-10.
        "salarie_detache_ict, ?not_renewable",
        "recherche_emploi_creation, ?not_renewable",
    })
    void a_renewal_works_as_the_card_did(String permit, String expected) {
        FilingFacts facts =
                asking(permit).holding(permit, "2025-10-01", "2026-09-30").facts();

        assertThat(say(onRecepisse(facts).value())).isEqualTo(expected);
        assertThat(say(onAttestation(facts).value())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} held, {1} asked for under {2}: {3}")
    @CsvSource({
        // L. 433-6: the renewal reading (as held) and the first-application list must agree.
        "vpf_liens_personnels, vpf_conjoint_francais, L. 423-1, ANY",
        "vpf_liens_personnels, vpf_conjoint_francais, L. 423-2, ?change_of_ground",
        "visiteur, etudiant, -, NONE",
        "visiteur, vpf_conjoint_francais, L. 423-1, ?change_of_ground",
        "etudiant, visiteur, -, ?change_of_ground",
        "etudiant, salarie, -, ?change_of_ground",
        "stagiaire, vpf_conjoint_francais, L. 423-1, ?change_of_ground",
    })
    void a_change_of_ground_is_settled_when_both_readings_agree(
            String held, String asked, String article, String expected) {
        FilingFacts facts = asking(asked)
                .under(article)
                .holding(held, "2025-10-01", "2026-09-30")
                .facts();

        assertThat(code(onAttestation(facts))).isEqualTo(expected);
    }

    @Test
    void a_multi_year_card_continues_the_one_year_card_on_the_same_ground() {
        // L. 433-4: "la même mention".
        FilingFacts facts = asking("csp_salarie")
                .holding("salarie", "2025-10-01", "2026-09-30")
                .facts();

        assertThat(code(onAttestation(facts))).isEqualTo("WITH_AUTHORISATION");
    }

    @ParameterizedTest(name = "visa held for {0}, authorised {1}: {2}")
    @CsvSource({
        // R. 431-14 5° and R. 431-15-2 al. 2 count the holder of a visa among first applicants; a visa is no card.
        "talent_chercheur, false, AS_HELD",
        "salarie, true, WITH_AUTHORISATION",
        "salarie, false, ?not_a_card",
        "etudiant, false, ?not_a_card",
        "visiteur, false, NONE",
    })
    void the_holder_of_a_visa_works_when_both_readings_agree(String permit, boolean authorised, String expected) {
        FilingFacts facts = asking(permit)
                .holding(permit, DocumentKind.VISA, "2025-10-01", "2026-09-30")
                .withLongStayVisa(true)
                .withWorkAuthorisation(authorised)
                .facts();

        assertThat(code(onAttestation(facts))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "filed {0}: {1}")
    @CsvSource({
        // R. 431-8: six months after 30 September 2025, the conditions of a first permit count again.
        "2026-03-30, HOURS_PER_YEAR",
        "2026-03-31, ?after_six_months",
    })
    void after_six_months_nobody_can_say_that_it_is_a_renewal(String filed, String expected) {
        FilingFacts facts = asking("etudiant")
                .holding("etudiant", "2024-10-01", "2025-09-30")
                .on(filed)
                .facts();

        assertThat(code(onRecepisse(facts))).isEqualTo(expected);
    }

    @Test
    void an_open_right_held_stays_open() {
        FilingFacts facts = aStudentRenewing()
                .holdingTheRightTo(Reading.undetermined("unknown", "Which right does the card bear?"))
                .facts();

        assertThat(code(onAttestation(facts))).isEqualTo("?unknown");
    }

    @Test
    void a_limit_that_the_edition_does_not_know_stays_open() {
        FilingFacts facts = aStudentRenewing()
                .holdingTheRightTo(Reading.settled(WorkRight.asHeld("beekeeping")))
                .facts();

        assertThat(code(onAttestation(facts))).isEqualTo("?limited_activity");
    }

    @ParameterizedTest(name = "{0}: attestation {1}, récépissé {2}")
    @CsvSource({
        // R. 431-15-2 is written for metropolitan France; R. 442-3 6° bis and R. 443-3 5° bis rewrite it. R. 431-15 has
        // no
        // territory.
        "38, HOURS_PER_YEAR, HOURS_PER_YEAR",
        "2A, HOURS_PER_YEAR, HOURS_PER_YEAR",
        "971, ?territory, HOURS_PER_YEAR",
        "972, ?territory, HOURS_PER_YEAR",
        "973, ?territory, HOURS_PER_YEAR",
        "974, ?territory, HOURS_PER_YEAR",
        "976, ?territory, HOURS_PER_YEAR",
        "975, ?territory, HOURS_PER_YEAR",
        "977, HOURS_PER_YEAR, HOURS_PER_YEAR",
        "978, HOURS_PER_YEAR, HOURS_PER_YEAR",
        "987, ?territory, HOURS_PER_YEAR",
    })
    void the_attestation_allows_work_where_its_article_applies(
            String prefecture, String attestation, String recepisse) {
        FilingFacts facts = aStudentRenewing().in(prefecture).facts();

        assertThat(code(onAttestation(facts))).isEqualTo(attestation);
        assertThat(code(onRecepisse(facts))).isEqualTo(recepisse);
    }

    @Test
    void no_right_to_work_is_settled_everywhere() {
        FilingFacts facts = asking("visiteur")
                .holding("visiteur", "2025-10-01", "2026-09-30")
                .in("976")
                .facts();

        assertThat(code(onAttestation(facts))).isEqualTo("NONE");
    }

    @Test
    void a_right_of_its_own_regime_is_not_bound_to_metropolitan_france() {
        FilingFacts facts = asking("brexit_accord_retrait")
                .holding("brexit_accord_retrait", "2021-10-01", "2026-09-30")
                .in("974")
                .facts();

        assertThat(code(onAttestation(facts))).isEqualTo("ANY");
        assertThat(onAttestation(facts).basis()).containsExactly(new Article("décret n° 2020-1417"));
    }

    @Test
    void an_algerian_certificate_is_renewed_by_the_general_rule_and_where_it_applies() {
        Situation situation = asking("algerien_10_ans").holding("algerien_10_ans", "2016-10-01", "2026-09-30");

        assertThat(code(onAttestation(situation.in("38").facts()))).isEqualTo("ANY");
        assertThat(code(onAttestation(situation.in("974").facts()))).isEqualTo("?territory");
    }

    @Test
    void the_rewriting_of_a_territory_is_cited() {
        FilingFacts facts = aStudentRenewing().in("978").facts();

        assertThat(onAttestation(facts).basis())
                .containsExactly(new Article("R. 431-15-2 al. 4"), new Article("R. 443-3 5° bis"));
    }

    private static Right<WorkRight> onRecepisse(FilingFacts facts) {
        return under(WorkRow.Under.RECEPISSE, facts);
    }

    private static Right<WorkRight> onAttestation(FilingFacts facts) {
        return under(WorkRow.Under.ATTESTATION_DE_PROLONGATION, facts);
    }

    private static Right<WorkRight> under(WorkRow.Under text, FilingFacts facts) {
        Circumstances then = new Circumstances(NOW, facts, true, Reading.settled(Timeliness.IN_TIME), DAY);
        return new InterimWork(NOW).under(text, then).right();
    }

    private static String code(Right<WorkRight> right) {
        return say(right.value().map(WorkRight::code));
    }
}
