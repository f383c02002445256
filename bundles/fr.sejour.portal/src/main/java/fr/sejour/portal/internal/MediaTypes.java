package fr.sejour.portal.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The media type found in the bytes of a piece: what a browser claims counts for nothing. */
final class MediaTypes {

    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> ENDINGS =
            Map.of("application/pdf", ".pdf", "image/jpeg", ".jpg", "image/png", ".png", "image/heic", ".heic");

    /** The brands of the photos that phones take. */
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

    private MediaTypes() {}

    static String found(byte[] bytes) {
        if (begins(bytes, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (begins(bytes, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (begins(bytes, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return "image/png";
        }
        if (bytes.length >= 12 && HEIC_BRANDS.contains(new String(bytes, 8, 4, StandardCharsets.ISO_8859_1))) {
            return new String(bytes, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp") ? "image/heic" : UNKNOWN;
        }
        return UNKNOWN;
    }

    static String ending(String mediaType) {
        return ENDINGS.getOrDefault(mediaType, "");
    }

    private static boolean begins(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
