package fr.sejour.api.cases;

import fr.sejour.api.access.Caller;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.person.PersonId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where pieces are given, replaced, removed, used again and read. Content travels as a stream: no caller needs it whole in
 * memory. Every operation answers {@code NOT_FOUND} for a case, a person or an upload that is unknown or out of scope.
 *
 * <p>A file that cannot be taken is refused at once with a {@link fr.sejour.api.fault.CaseException} of its own:
 * {@code MEDIA_TYPE_NOT_ACCEPTED} (none of PDF, JPEG, PNG, HEIC), {@code FILE_CONTRADICTS_ITS_NAME}, {@code FILE_UNREADABLE},
 * {@code FILE_CUT_SHORT}, {@code FILE_LOCKED} (by a password), {@code FILE_HAS_TOO_MANY_PAGES}, {@code IMAGE_TOO_LARGE},
 * {@code FILE_SWELLS} (a decompression bomb), {@code FILE_INFECTED}, {@code PIECE_TOO_LARGE}; and {@code STORAGE_FULL} or
 * {@code TOO_BUSY} when the platform cannot take it now.
 */
@ProviderType
public interface PieceDesk {

    /** No configuration lets a file be larger than that, in bytes. */
    int LARGEST_EVER = 50 * 1024 * 1024;

    /** What a file may be here. */
    Limits limits();

    /** @param mostPages of a PDF */
    record Limits(int largestBytes, int mostPages) {}

    /**
     * Gives a piece, or gives it again; the version before stays in the history. The same content again changes nothing. A
     * request for pieces is answered by itself when its last piece comes.
     *
     * @throws fr.sejour.api.fault.CaseException {@code PIECE_NOT_EXPECTED} when this case asks for no such piece;
     *     {@code ACT_NOT_ALLOWED} once decided; and as the desk says for a file that cannot be taken
     */
    CaseFile give(Caller caller, CaseNumber number, PieceType type, SentFile file);

    /**
     * Gives a piece by a file that the same person gave before, to whichever case.
     *
     * @throws fr.sejour.api.fault.CaseException as {@link #give}; {@code NOT_FOUND} also for evidence that the caller may not
     *     read
     */
    CaseFile reuse(Caller caller, CaseNumber number, PieceType type, EvidenceId evidence);

    /**
     * Takes back what the person gave, before the decision; it stays in the history.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for an agent; {@code ACT_NOT_ALLOWED} once decided;
     *     {@code PIECE_NOT_EXPECTED} when nothing stands there
     */
    CaseFile remove(Caller caller, CaseNumber number, PieceType type);

    /** Every version ever given to a case, by piece, oldest first. */
    List<PieceVersion> versions(Caller caller, CaseNumber number);

    /**
     * Opens one version, or the one that stands. An agent's reading stands in the journal.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when there is none; {@code PIECE_NOT_SCANNED} for an agent
     *     while it waits for the scanner; {@code FILE_INFECTED}
     */
    PieceReading read(Caller caller, CaseNumber number, PieceType type, Optional<Integer> version);

    /** The files that a person gave to cases that the caller may read, newest first. */
    List<Evidence> evidence(Caller caller, PersonId person);

    /**
     * Begins an upload that may come in parts. It is bound to the account that begins it.
     *
     * @param length in bytes
     * @throws fr.sejour.api.fault.CaseException as {@link #give} for what is known before the content is
     */
    UploadFile begin(Caller caller, CaseNumber number, PieceType type, long length, Optional<String> name);

    /** How far an upload has come. One that has come whole is finished here if it is not yet. */
    UploadFile look(Caller caller, UploadId upload);

    /**
     * Takes the next part. The last part gives the piece; what is refused then is forgotten with its upload.
     *
     * @param offset where the part begins: how far the upload has come
     * @throws fr.sejour.api.fault.CaseException {@code UPLOAD_ELSEWHERE} when the upload has come to another place, or is being
     *     written to; as {@link #give} once it is whole
     */
    UploadFile append(Caller caller, UploadId upload, long offset, SentFile part);

    /** Forgets an upload. */
    void abandon(Caller caller, UploadId upload);
}
