package fr.sejour.api.correction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The file that shows why somebody is to be known otherwise, with the media type found in its bytes. */
@SuppressWarnings("ArrayRecordComponent") // bytes travel once from the edge to the store; nobody compares them
public record Proof(String mediaType, byte[] bytes) {

    /** The largest accepted, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** The brands of the photos that phones take. */
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

    /**
     * What these bytes are, told by the first of them and never by a name or a claim.
     *
     * @return empty when they are of no type that a préfecture can read: PDF, JPEG, PNG or HEIC
     */
    public static Optional<Proof> found(byte[] bytes) {
        return mediaType(bytes).map(mediaType -> new Proof(mediaType, bytes));
    }

    private static Optional<String> mediaType(byte[] bytes) {
        if (at(bytes, 0, "%PDF-")) {
            return Optional.of("application/pdf");
        }
        if (at(bytes, 0, "\u00FF\u00D8\u00FF")) {
            return Optional.of("image/jpeg");
        }
        if (at(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of("image/png");
        }
        boolean photo = at(bytes, 4, "ftyp") && HEIC_BRANDS.stream().anyMatch(brand -> at(bytes, 8, brand));
        return photo ? Optional.of("image/heic") : Optional.empty();
    }

    private static boolean at(byte[] bytes, int offset, String sign) {
        byte[] expected = sign.getBytes(ISO_8859_1);
        return bytes.length >= offset + expected.length
                && Arrays.equals(bytes, offset, offset + expected.length, expected, 0, expected.length);
    }
}
