package fr.sejour.core.port;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.person.DeclaredResidence;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that what is due for a person turns on.
 *
 * @param residence where they live, by what was said last
 * @param cases every case of theirs, newest filing first
 * @param papers every paper of theirs, by first day
 * @param correction what is proposed of them and waits for an answer
 * @param followed where the cases stand that agents confirmed theirs to follow; one that is not there has no entry
 */
@RecordBuilder
public record PersonFile(
        PersonRecord person,
        Optional<DeclaredResidence> residence,
        List<CaseRecord> cases,
        List<Attestation> papers,
        Optional<Correction> correction,
        Map<CaseNumber, CaseStatus> followed)
        implements PersonFileBuilder.With {

    public PersonFile {
        cases = List.copyOf(cases);
        papers = List.copyOf(papers);
        followed = Map.copyOf(followed);
    }
}
