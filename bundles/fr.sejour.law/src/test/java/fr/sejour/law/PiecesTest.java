package fr.sejour.law;

import static fr.sejour.law.Situation.NOW;
import static fr.sejour.law.Situation.aStudentRenewing;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceRequirement.Phase;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {

    private static final PieceType CIVIL_STATUS = new PieceType("etat_civil");
    private static final PieceType NATIONALITY = new PieceType("nationalite");

    @ParameterizedTest(name = "{0} with {1} in hand asks for {2} and not for {3}")
    @CsvSource({
        // R. 433-1, R. 433-2: the renewal list.
        "etudiant, etudiant, assiduite, vls",
        // R. 433-6: a change of ground has the list of the new permit, without the birth certificate of annexe 10.
        "etudiant, salarie, vls, assiduite",
        "etudiant, salarie, vls, etat_civil",
        // R. 433-4: a multi-year card on the same ground has the list of a first issue.
        "csp_salarie, salarie, langue_a2, bulletins_paie",
        "csp_salarie, csp_salarie, bulletins_paie, langue_a2",
    })
    void the_list_follows_what_is_held(String asked, String held, String there, String absent) {
        List<String> types =
                types(asking(asked).holding(held, "2025-10-01", "2026-09-30").facts());

        assertThat(types).contains(there).doesNotContain(absent);
    }

    @Test
    void a_person_who_holds_nothing_owes_the_birth_certificate() {
        // R. 431-10 1°, annexe 10 common part.
        FilingFacts facts = asking("visiteur").facts();

        assertThat(types(facts)).contains("etat_civil");
        assertThat(requirement(facts, CIVIL_STATUS).blocking()).isEqualTo(Reading.settled(true));
    }

    @Test
    void the_birth_certificate_of_a_visa_holder_does_not_block() {
        // Annexe 10 frees the holder of a permit; a visa is no permit, and for L. 421-1 it replaces the certificate.
        FilingFacts facts = asking("salarie")
                .holding("etudiant", DocumentKind.VISA, "2025-10-01", "2026-09-30")
                .facts();

        assertThat(requirement(facts, CIVIL_STATUS).blocking().isSettled()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"talent_famille", "ict_famille", "vpf_regroupement_familial", "carte_resident"})
    void a_family_link_that_may_not_be_the_persons_does_not_block(String permit) {
        // R. 431-10 3° asks for the papers of the spouse, the children or the parents: those that the ground rests on.
        FilingFacts facts = asking(permit).facts();

        assertThat(requirement(facts, new PieceType("acte_mariage")).blocking().isSettled())
                .isFalse();
        assertThat(requirement(facts, new PieceType("filiation")).blocking().isSettled())
                .isFalse();
    }

    @Test
    void the_marriage_certificate_of_a_spouse_blocks() {
        // R. 431-10 3°, L. 423-1.
        FilingFacts facts = asking("vpf_conjoint_francais").facts();

        assertThat(requirement(facts, new PieceType("acte_mariage")).blocking()).isEqualTo(Reading.settled(true));
    }

    @Test
    void only_the_core_of_r_431_10_blocks_a_student() {
        List<String> blocking = NOW.pieces().requirements(asking("etudiant").facts()).stream()
                .filter(piece -> piece.blocking().equals(Reading.settled(true)))
                .map(piece -> piece.type().value())
                .toList();

        assertThat(blocking).containsExactly("etat_civil", "nationalite");
    }

    @Test
    void a_file_without_its_core_is_incomplete() {
        // R. 431-10; CE avis 494718.
        List<PieceRequirement> requirements =
                NOW.pieces().requirements(asking("visiteur").facts());

        Completeness completeness = Completeness.of(requirements, Map.of(NATIONALITY, PieceStanding.GIVEN));

        assertThat(completeness.complete()).isFalse();
        assertThat(completeness.missing()).containsExactly(CIVIL_STATUS);
    }

    @Test
    void a_file_with_its_core_is_complete_whatever_else_is_wanted() {
        // R. 431-11 al. 2: the rest is asked for; tax and medical certificate are owed at the hand-over (annexe 10).
        List<PieceRequirement> requirements =
                NOW.pieces().requirements(aStudentRenewing().facts());

        Completeness completeness = Completeness.of(requirements, Map.of(NATIONALITY, PieceStanding.GIVEN));

        assertThat(completeness.complete()).isTrue();
        assertThat(completeness.missing()).isEmpty();
        assertThat(completeness.wanted())
                .extracting(PieceType::value)
                .containsExactly(
                        "titre_actuel",
                        "domicile",
                        "photo",
                        "inscription",
                        "assiduite",
                        "ressources_etudiant",
                        "declaration_polygamie",
                        "engagement_republicain");
    }

    @Test
    void a_refused_piece_is_a_missing_one() {
        List<PieceRequirement> requirements =
                NOW.pieces().requirements(aStudentRenewing().facts());

        Completeness completeness = Completeness.of(requirements, Map.of(NATIONALITY, PieceStanding.REFUSED));

        assertThat(completeness.complete()).isFalse();
        assertThat(completeness.missing()).containsExactly(NATIONALITY);
    }

    @Test
    void a_complete_file_with_every_piece_wants_nothing() {
        List<PieceRequirement> requirements =
                NOW.pieces().requirements(aStudentRenewing().facts());
        Map<PieceType, PieceStanding> all = requirements.stream()
                .collect(Collectors.toMap(PieceRequirement::type, requirement -> PieceStanding.GIVEN));

        Completeness completeness = Completeness.of(requirements, all);

        assertThat(completeness).isEqualTo(new Completeness(true, List.of(), List.of()));
    }

    @Test
    void a_piece_owed_at_the_collection_never_makes_a_file_incomplete() {
        PieceRequirement owedLater = new PieceRequirement(
                new PieceType("taxe"),
                "Taxe",
                "Tax",
                Reading.settled(true),
                Reading.settled(false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Phase.COLLECTION,
                Optional.empty(),
                "annexe10");

        Completeness completeness = Completeness.of(List.of(owedLater), Map.of());

        assertThat(completeness).isEqualTo(new Completeness(true, List.of(), List.of()));
    }

    private static List<String> types(FilingFacts facts) {
        return NOW.pieces().requirements(facts).stream()
                .map(piece -> piece.type().value())
                .toList();
    }

    private static PieceRequirement requirement(FilingFacts facts, PieceType type) {
        Stream<PieceRequirement> requirements = NOW.pieces().requirements(facts).stream();
        return requirements
                .filter(piece -> piece.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
