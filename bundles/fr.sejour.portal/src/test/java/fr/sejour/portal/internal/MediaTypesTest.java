package fr.sejour.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MediaTypesTest {

    @Test
    void a_piece_is_what_its_first_bytes_say() {
        assertThat(MediaTypes.found(bytes("%PDF-1.7"))).contains("application/pdf");
        assertThat(MediaTypes.found(bytes("\u00ff\u00d8\u00ff\u00e0"))).contains("image/jpeg");
        assertThat(MediaTypes.found(bytes("\u0089PNG\r\n\u001a\n"))).contains("image/png");
        assertThat(MediaTypes.found(bytes("\0\0\0\u0018ftypheic"))).contains("image/heic");
    }

    @Test
    void anything_else_is_unknown() {
        assertThat(MediaTypes.found(bytes("<html>"))).isEmpty();
        assertThat(MediaTypes.found(bytes("%PD"))).isEmpty();
        assertThat(MediaTypes.found(new byte[0])).isEmpty();
        assertThat(MediaTypes.found(bytes("\0\0\0\u0018xxxxheic"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
