package fr.sejour.api.cases;

import fr.sejour.api.catalogue.PieceType;
import java.io.IOException;
import java.io.InputStream;

/** One version of a piece, open to be read once; whoever asked for it closes it. */
public record PieceReading(PieceType type, int version, String mediaType, long size, InputStream content)
        implements AutoCloseable {

    /** A file name that says what it is: the type, the version, the ending of its media type. */
    public String fileName() {
        return type.value() + "-" + version + ending(mediaType);
    }

    /** What the name of a file of that media type ends in. */
    public static String ending(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/heic" -> ".heic";
            default -> "";
        };
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
