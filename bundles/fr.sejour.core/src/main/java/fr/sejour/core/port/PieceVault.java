package fr.sejour.core.port;

import fr.sejour.api.cases.UploadId;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where the content of pieces is kept, outside the database: whole files under names that tell nothing, and uploads under way.
 * Everything is encrypted at rest, a person's files under a key of theirs. It is called before the transaction that refers to
 * what it keeps; what no transaction refers to is swept.
 *
 * <p>Every operation throws a {@link fr.sejour.api.fault.CaseException} {@code STORAGE_FULL} when there is no room, and
 * {@code STORE_UNAVAILABLE} when the files cannot be reached.
 */
@ProviderType
public interface PieceVault {

    /** How much of an upload stands here, in bytes; 0 when nothing does. */
    long arrived(UploadId upload);

    /**
     * Writes the next part of an upload. What has been written stays when the content breaks off, and its exception comes out
     * unchanged.
     *
     * @param most how long the upload may become
     * @return how much of it stands now
     * @throws fr.sejour.api.fault.CaseException {@code UPLOAD_ELSEWHERE} when it does not end there, or somebody writes to it;
     *     {@code PIECE_TOO_LARGE}
     */
    long append(UploadId upload, long offset, InputStream content, long most);

    /** The content of an upload so far; closed by the caller. */
    InputStream partial(UploadId upload);

    void discard(UploadId upload);

    /** A new key for a person. */
    WrappedKey freshKey();

    /** Keeps a whole upload as a file of the person with that key; it is on disk when this returns. The same content again is one file. */
    Kept keep(UploadId upload, WrappedKey key);

    /**
     * @param name where it is kept
     * @param digest the SHA-256 of the content, hexadecimal
     */
    record Kept(String name, long size, String digest) {}

    /**
     * Opens a file; closed by the caller. A file that was tampered with breaks off.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when there is none
     */
    InputStream open(String name, WrappedKey key);

    /**
     * Removes the files that nobody has written since an instant and that nothing refers to, and the uploads that nobody has
     * written to since another.
     *
     * @param known tells which of some names of files something refers to
     * @return how many were removed
     */
    int sweep(Instant files, Instant uploads, UnaryOperator<Set<String>> known);
}
