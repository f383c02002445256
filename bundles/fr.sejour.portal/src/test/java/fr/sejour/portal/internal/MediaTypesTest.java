package fr.sejour.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MediaTypesTest {

    @Test
    void a_piece_is_what_its_first_bytes_say() {
        assertThat(MediaTypes.found(bytes("%PDF-1.7"))).isEqualTo("application/pdf");
        assertThat(MediaTypes.found(bytes("\u00ff\u00d8\u00ff\u00e0"))).isEqualTo("image/jpeg");
        assertThat(MediaTypes.found(bytes("\u0089PNG\r\n\u001a\n"))).isEqualTo("image/png");
        assertThat(MediaTypes.found(bytes("\0\0\0\u0018ftypheic"))).isEqualTo("image/heic");
    }

    @Test
    void anything_else_is_unknown() {
        assertThat(MediaTypes.found(bytes("<html>"))).isEqualTo("application/octet-stream");
        assertThat(MediaTypes.found(bytes("%PD"))).isEqualTo("application/octet-stream");
        assertThat(MediaTypes.found(new byte[0])).isEqualTo("application/octet-stream");
        assertThat(MediaTypes.found(bytes("\0\0\0\u0018xxxxheic"))).isEqualTo("application/octet-stream");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
