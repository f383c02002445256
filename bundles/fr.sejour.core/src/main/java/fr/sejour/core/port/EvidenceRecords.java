package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The files that people gave, what each case made of them, and the uploads under way. The caller has read the case before. */
@ProviderType
public interface EvidenceRecords {

    /** The key under which a person's files are kept, wrapped by the vault; empty while there is none, or once erased. */
    Optional<WrappedKey> key(PersonId person);

    void keepKey(PersonId person, WrappedKey key);

    void add(EvidenceRecord fresh);

    Optional<EvidenceRecord> find(EvidenceId id);

    /** The file of a person that the vault keeps under that name. */
    Optional<EvidenceRecord> named(PersonId person, String name);

    List<EvidenceRecord> ofPerson(PersonId person);

    /** The files that wait for the scanner, the oldest first. */
    List<EvidenceRecord> waiting(int limit);

    /** Keeps what the scanner said of a file, wherever it is used. */
    void judge(EvidenceId id, ScanState scan);

    void addVersion(CaseNumber number, PieceVersion fresh);

    void endVersion(CaseNumber number, PieceType type, int version, PieceVersion.End end);

    /** Every version of every piece of a case, by piece and version. */
    List<PieceVersion> versions(CaseNumber number);

    /** The cases in which a version of that file was given. */
    List<CaseNumber> uses(EvidenceId id);

    /** Those of the names that a file is kept under. */
    Set<String> known(Set<String> names);

    void begin(UploadRecord fresh);

    Optional<UploadRecord> upload(UploadId id);

    /** The upload has given its piece. */
    void finish(UploadId id);

    void forget(UploadId id);

    /** Forgets the uploads that expired before that instant. */
    void sweepUploads(Instant before);
}
