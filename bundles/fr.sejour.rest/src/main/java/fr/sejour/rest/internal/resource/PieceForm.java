package fr.sejour.rest.internal.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The forms in which a piece may be given, told by its first bytes and never by its name. */
enum PieceForm {
    PDF("application/pdf") {
        @Override
        boolean begins(byte[] content) {
            return at(content, 0, "%PDF-");
        }
    },
    JPEG("image/jpeg") {
        @Override
        boolean begins(byte[] content) {
            return at(content, 0, "\u00FF\u00D8\u00FF");
        }
    },
    PNG("image/png") {
        @Override
        boolean begins(byte[] content) {
            return at(content, 0, "\u0089PNG\r\n\u001A\n");
        }
    },
    HEIC("image/heic") {
        @Override
        boolean begins(byte[] content) {
            return at(content, 4, "ftyp") && HEIC_BRANDS.stream().anyMatch(it -> at(content, 8, it));
        }
    };

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

    private final String mediaType;

    PieceForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Whether these are the first bytes of that form. */
    abstract boolean begins(byte[] content);

    String mediaType() {
        return mediaType;
    }

    static Optional<PieceForm> of(String type, String subtype) {
        String named = type + "/" + subtype;
        return Arrays.stream(values())
                .filter(it -> it.mediaType.equalsIgnoreCase(named))
                .findFirst();
    }

    private static boolean at(byte[] content, int offset, String sign) {
        byte[] bytes = sign.getBytes(ISO_8859_1);
        return content.length >= offset + bytes.length
                && Arrays.equals(content, offset, offset + bytes.length, bytes, 0, bytes.length);
    }
}
