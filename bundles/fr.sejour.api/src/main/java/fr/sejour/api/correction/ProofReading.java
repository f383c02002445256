package fr.sejour.api.correction;

import fr.sejour.api.cases.PieceReading;
import java.io.IOException;
import java.io.InputStream;

/** The proof of a correction, open to be read once; whoever asked for it closes it. */
public record ProofReading(CorrectionNumber number, String mediaType, long size, InputStream content)
        implements AutoCloseable {

    /** A file name that says whose proof it is, with the ending of its media type. */
    public String fileName() {
        return number.value() + PieceReading.ending(mediaType);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
