package fr.sejour.api.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PieceContentTest {

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7,application/pdf",
        "\u00ff\u00d8\u00ff\u00e0,image/jpeg",
        "'\u0089PNG\r\n\u001a\n',image/png",
        "'\0\0\0\u0018ftypheic',image/heic",
        "'\0\0\0\u0018ftypmif1',image/heic",
    })
    void a_piece_is_what_its_first_bytes_say(String content, String mediaType) {
        assertThat(PieceContent.found(bytes(content)))
                .hasValueSatisfying(piece -> assertThat(piece.mediaType()).isEqualTo(mediaType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "%PD", " %PDF-1.7", "", "GIF89a", "\0\0\0\u0018xxxxheic", "\0\0\0\u0018ftypmp42"})
    void anything_else_is_no_piece(String content) {
        assertThat(PieceContent.found(bytes(content))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
