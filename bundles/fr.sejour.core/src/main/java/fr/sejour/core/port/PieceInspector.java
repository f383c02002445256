package fr.sejour.core.port;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Looks into a file to say what it is. Its work is bounded in time and memory whatever the file holds. */
@ProviderType
public interface PieceInspector {

    /**
     * The media type of a file, told by its content alone.
     *
     * @param size in bytes
     * @param mostPages that a PDF may have
     * @throws fr.sejour.api.fault.CaseException for a file that cannot be taken, as {@link fr.sejour.api.cases.PieceDesk} names
     *     them; {@code TOO_BUSY} when nobody can look at it now; {@code STORE_UNAVAILABLE} when the content cannot be read, which
     *     says nothing about the file
     */
    String inspect(InputStream content, long size, int mostPages);
}
