package fr.sejour.law;

import static fr.sejour.law.Readings.say;
import static fr.sejour.law.Situation.NOW;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Confidence;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.FilingRoute;
import fr.sejour.api.catalogue.LegalDelay;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.catalogue.WindowRule;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.WorkRight;
import fr.sejour.law.internal.text.PermitText;
import fr.sejour.law.internal.text.WorkRow;
import fr.sejour.law.internal.text.WorkRule;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    @Test
    void the_catalogue_is_whole() {
        assertThat(NOW.permits()).hasSize(65).extracting(PermitEntry::code).doesNotHaveDuplicates();
        assertThat(NOW.text().pieces()).hasSize(90);
        assertThat(NOW.text().prefectures()).hasSize(108);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "work, 18",
        "family, 2",
        "study, 5",
        "other, 1",
        "visitor, 2",
        "private_family, 17",
        "protection, 6",
        "resident, 3",
        "eu, 4",
        "bilateral, 3",
        "minor, 1",
        "travel, 2",
        "visa, 1",
    })
    void every_family_has_its_permits(String family, int expected) {
        assertThat(NOW.permits().stream().filter(permit -> permit.family().equals(family)))
                .hasSize(expected);
    }

    @ParameterizedTest(name = "{0}: {1} legal, {2} documents")
    @CsvSource({"HIGH, 23, 1", "MEDIUM, 41, 20", "LOW, 1, 44"})
    void every_entry_says_how_sure_it_is(Confidence confidence, int legal, int documents) {
        assertThat(NOW.permits().stream().filter(permit -> permit.confidence() == confidence))
                .hasSize(legal);
        assertThat(NOW.permits().stream().filter(permit -> permit.piecesConfidence() == confidence))
                .hasSize(documents);
    }

    @Test
    void an_entry_carries_what_a_jurist_reviews() {
        PermitEntry student = permit("etudiant");

        assertThat(student.labelFr()).isEqualTo("Étudiant");
        assertThat(student.labelEn()).isEqualTo("Student");
        assertThat(student.documentKind()).isEqualTo(Reading.settled(DocumentKind.CST));
        assertThat(student.legalBasis())
                .containsExactly(new Article("L. 422-1"), new Article("L. 422-2"), new Article("L. 433-4"));
        assertThat(student.maxMonths()).isEqualTo(12);
        assertThat(student.renewable()).isTrue();
        assertThat(student.window()).isEqualTo(WindowRule.ONLINE_120_60);
        assertThat(student.route()).isEqualTo(Reading.settled(FilingRoute.ONLINE));
        assertThat(student.silence()).isEqualTo(Reading.settled(LegalDelay.of(Period.ofDays(90))));
        assertThat(student.workRight()).isEqualTo(WorkRight.hoursPerYear(964));
        assertThat(student.firstInterimWork()).isEqualTo(Reading.settled("no"));
        assertThat(student.renewalInterimWork()).isEqualTo(Reading.settled("as_previous_permit"));
        assertThat(types(student.firstPieces()))
                .containsExactly(
                        "etat_civil",
                        "nationalite",
                        "domicile",
                        "photo",
                        "taxe",
                        "vls",
                        "inscription",
                        "ressources_etudiant",
                        "declaration_polygamie",
                        "engagement_republicain",
                        "validation_vlsts");
        assertThat(student.feeClass()).isEqualTo(Reading.settled("reduced"));
        assertThat(student.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(student.piecesConfidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(student.sources()).hasSize(11).contains("ceseda@2026-04-03 R. 422-5");
        assertThat(student.notes()).get().asString().startsWith("Work limited to 964 hours a year.");
    }

    @Test
    void the_visa_validation_has_the_clock_none() {
        assertThat(permit("vlsts_validation").silence()).isEqualTo(Reading.settled(LegalDelay.NONE));
    }

    @Test
    void the_shortage_occupations_end_with_their_article() {
        // L. 435-4 is removed from the code on 31 December 2026.
        assertThat(permit("metier_en_tension").endsOn()).contains(LocalDate.parse("2026-12-31"));
        assertThat(NOW.permits().stream().filter(permit -> permit.endsOn().isPresent()))
                .hasSize(1);
    }

    @Test
    void a_piece_carries_when_it_blocks_and_when_it_is_owed() {
        PieceRequirement tax = NOW.pieceType(new PieceType("taxe")).orElseThrow();
        PieceRequirement address = NOW.pieceType(new PieceType("domicile")).orElseThrow();

        assertThat(tax.phase()).isEqualTo(PieceRequirement.Phase.COLLECTION);
        assertThat(tax.blocking()).isEqualTo(Reading.settled(false));
        assertThat(tax.blockingBasis()).contains("asked at handover, not at filing (annexe 10)");
        assertThat(address.maxAgeMonths()).contains(6);
        assertThat(say(address.blocking())).isEqualTo("?unknown");
        assertThat(address.waivable()).isEqualTo(Reading.settled(true));
    }

    @Test
    void the_pieces_that_block_are_the_core_of_r_431_10() {
        // 1° civil status, 2° nationality, 3° those of the family.
        assertThat(NOW.text().pieces().values().stream()
                        .filter(piece -> piece.blocking().equals(Reading.settled(true)))
                        .map(piece -> piece.type().value()))
                .containsExactly("etat_civil", "nationalite", "acte_mariage", "nationalite_conjoint", "filiation");
    }

    @Test
    void a_piece_to_verify_says_so() {
        assertThat(NOW.text().pieces().values().stream()
                        .filter(piece -> piece.source().endsWith("; to verify"))
                        .map(piece -> piece.type().value()))
                .containsExactly("langue_b1", "ressources_etudiant");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("openReadings")
    void what_is_not_settled_is_named(OpenColumn column) {
        Set<String> open = new TreeSet<>();
        for (PermitEntry permit : NOW.permits()) {
            String said = say(column.reading().apply(permit));
            if (said.startsWith("?")) {
                open.add(permit.code() + " " + said.substring(1));
            }
        }

        assertThat(open).isEqualTo(new TreeSet<>(column.expected()));
    }

    static List<OpenColumn> openReadings() {
        return List.of(
                new OpenColumn(
                        "kind",
                        PermitEntry::documentKind,
                        Set.of("etudiant_mobilite CST or CSP", "tunisien_marocain_subsaharien mixed")),
                new OpenColumn(
                        "route",
                        PermitEntry::route,
                        Set.of(
                                "stagiaire_ict mixed",
                                "jeune_au_pair mixed",
                                "retraite mixed",
                                "vpf_regroupement_familial mixed",
                                "vpf_ne_en_france mixed",
                                "vpf_entre_avant_13_ans mixed",
                                "vpf_rente_accident_travail mixed",
                                "vpf_famille_rldue mixed",
                                "carte_resident mixed",
                                "resident_longue_duree_ue mixed",
                                "algerien_1_an by_ground",
                                "algerien_10_ans mixed",
                                "tunisien_marocain_subsaharien by_ground")),
                new OpenColumn(
                        "silence",
                        PermitEntry::silence,
                        Set.of("titre_voyage_refugie P2M_to_verify", "titre_identite_voyage P2M_to_verify")),
                new OpenColumn(
                        "work of a first application",
                        PermitEntry::firstInterimWork,
                        Set.of(
                                "aps_parcours_sortie_prostitution to_verify",
                                "famille_citoyen_ue to_verify",
                                "algerien_1_an by_ground",
                                "algerien_10_ans yes_for_listed_grounds",
                                "tunisien_marocain_subsaharien by_ground",
                                "vlsts_validation as_visa_mention")),
                new OpenColumn(
                        "work of a renewal",
                        PermitEntry::renewalInterimWork,
                        Set.of("aps_parent_enfant_malade to_verify", "aps_parcours_sortie_prostitution to_verify")),
                new OpenColumn(
                        "fees",
                        PermitEntry::feeClass,
                        Set.of(
                                "carte_resident by_article",
                                "famille_citoyen_ue unknown",
                                "famille_citoyen_ue_permanent unknown",
                                "citoyen_ue unknown",
                                "brexit_accord_retrait unknown",
                                "algerien_1_an by_ground",
                                "algerien_10_ans by_ground",
                                "tunisien_marocain_subsaharien by_ground",
                                "titre_voyage_refugie travel_document_cgi_953",
                                "titre_identite_voyage travel_document_cgi_953",
                                "vlsts_validation as_the_permit_replaced")));
    }

    record OpenColumn(String name, Function<PermitEntry, Reading<?>> reading, Set<String> expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void the_word_of_each_permit_agrees_with_the_lists_of_articles() {
        // The catalogue sums R. 431-14 and R. 431-15-2 up in one word; the lists decide.
        List<WorkRow> lists = NOW.text().papers().work().all().stream()
                .filter(row -> !row.articles().isEmpty() && row.rule().source() != WorkRule.Source.NONE)
                .toList();
        for (PermitText permit : NOW.text().permits().values()) {
            if (permit.ownRegime()) {
                continue;
            }
            Set<Optional<String>> conditions = new HashSet<>();
            for (Article article : permit.entry().legalBasis()) {
                for (WorkRow.Under under :
                        List.of(WorkRow.Under.RECEPISSE, WorkRow.Under.ATTESTATION_DE_PROLONGATION)) {
                    conditions.add(lists.stream()
                            .filter(row -> row.under().contains(under) && row.speaksOf(article))
                            .map(row -> row.rule().because())
                            .findFirst());
                }
            }
            switch (say(permit.entry().firstInterimWork())) {
                case "yes" ->
                    assertThat(conditions).as(permit.entry().code().value()).contains(Optional.of("work-listed"));
                case "no", "no_in_list" ->
                    assertThat(conditions).as(permit.entry().code().value()).containsExactly(Optional.empty());
                case "yes_if_work_authorisation" ->
                    assertThat(conditions)
                            .as(permit.entry().code().value())
                            .containsExactly(Optional.of("work-authorised"));
                case "yes_if_holds_long_stay_visa" ->
                    assertThat(conditions).as(permit.entry().code().value()).containsExactly(Optional.of("work-visa"));
                default ->
                    assertThat(conditions).as(permit.entry().code().value()).isNotEmpty();
            }
        }
    }

    @Test
    void a_fee_class_agrees_with_the_articles_of_its_permit() {
        // L. 436-1 and L. 436-8 name articles; a permit whose articles stand in one list bears its class.
        for (PermitEntry permit : NOW.permits()) {
            permit.feeClass().ifSettled().ifPresent(feeClass -> {
                for (Article article : permit.legalBasis()) {
                    String listed = NOW.text().fees().classes().byArticle().get(article);
                    assertThat(listed == null || listed.equals(feeClass))
                            .as(permit.code() + " " + article)
                            .isTrue();
                }
            });
        }
    }

    @Test
    void a_prefecture_has_its_authority_and_its_zone() {
        assertThat(prefecture("75").authority()).isEqualTo("préfet de police");
        assertThat(prefecture("75").note()).get().asString().contains("préfet de police (R. 431-20), not the préfet");
        assertThat(prefecture("974").zone().getId()).isEqualTo("Indian/Reunion");
        assertThat(prefecture("2A").departement()).isEqualTo("Corse-du-Sud");
        assertThat(prefecture("38").note()).isEmpty();
        assertThat(prefecture("984").cesedaApplies()).isFalse();
        assertThat(NOW.text().prefectures().values().stream()
                        .map(Prefecture::zone)
                        .distinct())
                .hasSize(13);
        assertThat(NOW.prefecture(new PrefectureCode("985"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} asked for under {1}, {2} held: {3}")
    @CsvSource({
        "etudiant, -, , FIRST",
        "etudiant, -, etudiant, RENEWAL",
        "salarie, -, etudiant, CHANGE_OF_GROUND",
        // L. 433-4: the multi-year card of the same mention; not the other way round.
        "csp_salarie, -, salarie, RENEWAL",
        "salarie, -, csp_salarie, CHANGE_OF_GROUND",
        "csp_salarie, -, etudiant, CHANGE_OF_GROUND",
        // L. 426-4: the permanent card at the end of a resident card.
        "resident_permanent, -, carte_resident, RENEWAL",
        "resident_permanent, -, resident_longue_duree_ue, RENEWAL",
        // R. 423-1: a request under L. 423-6 counts as a renewal request.
        "carte_resident, L. 423-6, vpf_conjoint_francais, RENEWAL",
        "carte_resident, L. 423-10, vpf_conjoint_francais, CHANGE_OF_GROUND",
        "carte_resident, -, vpf_conjoint_francais, CHANGE_OF_GROUND",
    })
    void the_nature_of_a_filing_follows_what_is_held(String asked, String article, String held, Nature expected) {
        Situation situation = asking(asked).under(article);
        if (held != null) {
            situation.holding(held, "2025-10-01", "2026-09-30");
        }

        assertThat(NOW.natureOf(situation.facts())).isEqualTo(expected);
    }

    @Test
    void an_unknown_permit_is_the_callers_fault() {
        assertThatThrownBy(() -> NOW.windows().judge(asking("naturalisation").facts()))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_PERMIT));
    }

    @Test
    void an_article_that_does_not_found_the_permit_contradicts_the_filing() {
        assertThatThrownBy(() -> NOW.pieces()
                        .requirements(asking("etudiant").under("L. 423-1").facts()))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT));
    }

    private static PermitEntry permit(String code) {
        return NOW.permit(new PermitCode(code)).orElseThrow();
    }

    private static Prefecture prefecture(String code) {
        return NOW.prefecture(new PrefectureCode(code)).orElseThrow();
    }

    private static List<String> types(List<PieceRequirement> pieces) {
        return pieces.stream().map(piece -> piece.type().value()).toList();
    }
}
