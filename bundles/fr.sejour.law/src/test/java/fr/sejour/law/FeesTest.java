package fr.sejour.law;

import static fr.sejour.law.Readings.say;
import static fr.sejour.law.Situation.BEFORE;
import static fr.sejour.law.Situation.NOW;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.FeeLine;
import fr.sejour.api.catalogue.FeeQuote;
import fr.sejour.api.catalogue.Reading;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeesTest {

    private static final LocalDate OLD_RATES = LocalDate.parse("2026-04-30");
    private static final LocalDate NEW_RATES = LocalDate.parse("2026-05-01");

    @ParameterizedTest(name = "{0} {1}: before {2} then {3}, from 1 May 2026 {4} then {5}")
    @CsvSource({
        // L. 436-1 and L. 436-7; loi de finances 2026, art. 128. First, then renewal.
        "salarie, -, 225, 225, 350, 250",
        "vpf_conjoint_francais, -, 225, 225, 350, 250",
        "talent_chercheur, -, 225, 225, 350, 250",
        // L. 436-1 al. 2: reduced.
        "etudiant, -, 75, 75, 150, 100",
        "travailleur_saisonnier, -, 75, 75, 150, 100",
        "vpf_regroupement_familial, -, 75, 75, 150, 100",
        // L. 436-1 al. 4: no tax on the first card; the stamp duty stays due.
        "refugie, -, 25, 225, 50, 250",
        "vpf_etranger_malade, -, 25, 225, 50, 250",
        "vpf_ase_avant_16_ans, -, 25, 225, 50, 250",
        // L. 436-8: neither tax nor stamp duty.
        "vpf_traite, -, 0, 0, 0, 0",
        "vpf_ordonnance_protection, -, 0, 0, 0, 0",
        // L. 436-1 al. 3: no tax on the issue; whether a renewal is taxed is unclear.
        "retraite, -, 25, ?unknown, 50, ?unknown",
        // APS: free, then 100 EUR; who is exempt of that was not read.
        "volontaire, -, 0, 0, 100, 100",
        "aps_parent_enfant_malade, -, 0, 0, 100, 100",
        "aps_parcours_sortie_prostitution, -, 0, 0, ?exemption_not_read, ?exemption_not_read",
        "protection_temporaire, -, 0, 0, ?exemption_not_read, ?exemption_not_read",
        // L. 436-3.
        "dcem, -, 50, 50, 50, 50",
        // The article decides for a resident card.
        "carte_resident, L. 423-6, 225, 225, 350, 250",
        "carte_resident, L. 426-6, 75, 75, 150, 100",
        "carte_resident, L. 426-7, 75, 75, 150, 100",
        "carte_resident, L. 426-2, 25, 225, 50, 250",
        "carte_resident, L. 425-3, 0, 0, 0, 0",
        "carte_resident, L. 425-8, 0, 0, 0, 0",
        "carte_resident, -, ?by_article, ?by_article, ?by_article, ?by_article",
        // A ground, or a text not read.
        "algerien_1_an, -, ?by_ground, ?by_ground, ?by_ground, ?by_ground",
        "famille_citoyen_ue, -, ?unknown, ?unknown, ?unknown, ?unknown",
        "titre_voyage_refugie, -, ?travel_document_cgi_953, ?travel_document_cgi_953, ?travel_document_cgi_953, ?travel_document_cgi_953",
        "vlsts_validation, -, ?as_the_permit_replaced, ?as_the_permit_replaced, ?as_the_permit_replaced, ?as_the_permit_replaced",
    })
    void a_permit_costs_what_its_class_says(
            String permit, String article, String first, String renewal, String firstNow, String renewalNow) {
        FilingFacts firstFacts = asking(permit).under(article).facts();
        FilingFacts renewalFacts = asking(permit)
                .under(article)
                .holding(permit, "2025-10-01", "2026-09-30")
                .facts();

        assertThat(total(BEFORE.fees().quote(firstFacts, false, OLD_RATES))).isEqualTo(first);
        assertThat(total(BEFORE.fees().quote(renewalFacts, false, OLD_RATES))).isEqualTo(renewal);
        assertThat(total(NOW.fees().quote(firstFacts, false, NEW_RATES))).isEqualTo(firstNow);
        assertThat(total(NOW.fees().quote(renewalFacts, false, NEW_RATES))).isEqualTo(renewalNow);
    }

    @Test
    void a_quote_names_each_line_and_its_article() {
        FeeQuote quote = NOW.fees()
                .quote(
                        asking("etudiant")
                                .holding("etudiant", "2025-10-01", "2026-09-30")
                                .facts(),
                        true,
                        NEW_RATES)
                .ifSettled()
                .orElseThrow();

        assertThat(quote)
                .isEqualTo(new FeeQuote(
                        NEW_RATES,
                        List.of(
                                new FeeLine(FeeLine.Item.TAX, 50, new Article("L. 436-1")),
                                new FeeLine(FeeLine.Item.STAMP_DUTY, 50, new Article("L. 436-7")),
                                new FeeLine(FeeLine.Item.LATE_RENEWAL, 180, new Article("L. 436-5")))));
    }

    @ParameterizedTest(name = "{0} with {1} in hand, visa {2}: {3}")
    @CsvSource({
        // L. 436-5: 180 EUR on a late renewal, not with a valid visa; L. 436-8 frees from it too.
        "etudiant, etudiant, false, 280",
        "etudiant, etudiant, true, 100",
        "salarie, salarie, false, 430",
        "vpf_traite, vpf_traite, false, 0",
        "aps_parent_enfant_malade, aps_parent_enfant_malade, false, 280",
        "dcem, dcem, false, 50",
        // Written for renewals: a change of ground is open.
        "vpf_traite, etudiant, false, 0",
        "dcem, etudiant, false, 50",
        "volontaire, etudiant, false, ?late_change_of_ground",
        "volontaire, etudiant, true, 100",
    })
    void a_late_renewal_pays_the_late_fee(String asked, String held, boolean visa, String expected) {
        FilingFacts facts = asking(asked)
                .holding(held, "2025-10-01", "2026-09-30")
                .withLongStayVisa(visa)
                .facts();

        assertThat(total(NOW.fees().quote(facts, true, NEW_RATES))).isEqualTo(expected);
    }

    @Test
    void a_late_first_application_pays_no_late_fee() {
        assertThat(total(NOW.fees().quote(asking("visiteur").facts(), true, NEW_RATES)))
                .isEqualTo("350");
    }

    @ParameterizedTest(name = "{0}: before {1}, from 1 May 2026 {2}")
    @CsvSource({
        // Is a change of ground a first permit or a renewal (L. 436-1)? Settled where both cost the same.
        "salarie, 225, ?first_or_renewal",
        "etudiant, 75, ?first_or_renewal",
        "vpf_traite, 0, 0",
        "volontaire, 0, 100",
        "refugie, ?first_or_renewal, ?first_or_renewal",
    })
    void a_change_of_ground_is_settled_when_both_rates_agree(String asked, String before, String now) {
        FilingFacts facts =
                asking(asked).holding("visiteur", "2025-10-01", "2026-09-30").facts();

        assertThat(total(BEFORE.fees().quote(facts, false, OLD_RATES))).isEqualTo(before);
        assertThat(total(NOW.fees().quote(facts, false, NEW_RATES))).isEqualTo(now);
    }

    @Test
    void the_first_card_after_a_visa_is_settled_when_both_rates_agree() {
        // L. 436-1 last al.: the visa bore the tax of the permit it replaced.
        FilingFacts facts = asking("etudiant")
                .holding("etudiant", DocumentKind.VISA, "2025-10-01", "2026-09-30")
                .facts();

        assertThat(total(BEFORE.fees().quote(facts, false, OLD_RATES))).isEqualTo("75");
        assertThat(total(NOW.fees().quote(facts, false, NEW_RATES))).isEqualTo("?first_or_renewal");
    }

    @Test
    void an_edition_quotes_no_rate_of_a_day_before_it() {
        FilingFacts facts = asking("etudiant").facts();

        assertThatThrownBy(() -> NOW.fees().quote(facts, false, OLD_RATES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String total(Reading<FeeQuote> quote) {
        return say(quote.map(FeeQuote::total));
    }
}
