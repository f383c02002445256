package fr.sejour.core.port;

import fr.sejour.api.attestation.Attestation;
import java.util.List;

/**
 * All that a check of a paper turns on.
 *
 * @param papers every paper of the holder, this one among them, in the order of {@link PaperRecords#ORDER}
 * @param failures the tries that failed on its code
 */
public record PaperFile(
        Attestation paper, PersonRecord holder, List<Attestation> papers, AttemptRecords.Failures failures) {

    public PaperFile {
        papers = List.copyOf(papers);
    }
}
