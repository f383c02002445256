package fr.sejour.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.text.Texts;
import fr.sejour.law.Editions;
import fr.sejour.law.internal.NationalCatalogue;
import fr.sejour.text.internal.PropertiesTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueWordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Texts texts = PropertiesTexts.onClassPath();
    private final List<PermitEntry> catalogue = new NationalCatalogue(new Editions()).permits(DAY);

    @Test
    void what_jurists_note_about_a_piece_is_said_in_the_readers_language() {
        PieceRequirement undertaking = piece("engagement_republicain");

        assertThat(new CatalogueWords(new Words(texts, "fr"), catalogue).when(undertaking))
                .contains("À signer de nouveau à chaque demande (R. 412-1).");
        assertThat(new CatalogueWords(new Words(texts, "en"), catalogue).when(undertaking))
                .contains("To be signed anew with each application (R. 412-1).");
        assertThat(new CatalogueWords(new Words(texts, "fr"), catalogue).when(piece("titre_actuel")))
                .isEmpty();
    }

    @Test
    void every_note_of_the_catalogue_has_words_of_its_own() {
        assertThat(pieces().filter(piece -> piece.requiredWhen().isPresent()
                                || piece.waivedWhen().isPresent())
                        .map(piece -> "piece.when." + piece.type()))
                .isNotEmpty()
                .allMatch(key -> texts.has("fr", key) && texts.has("en", key));
    }

    private PieceRequirement piece(String type) {
        return pieces().filter(it -> it.type().value().equals(type)).findFirst().orElseThrow();
    }

    private Stream<PieceRequirement> pieces() {
        return catalogue.stream()
                .flatMap(entry -> Stream.of(entry.firstPieces(), entry.renewalPieces()))
                .flatMap(List::stream);
    }
}
