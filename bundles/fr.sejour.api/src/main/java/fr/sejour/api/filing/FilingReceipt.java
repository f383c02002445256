package fr.sejour.api.filing;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseFile;
import java.util.List;

/**
 * What a person gets back at once: the case, the papers, what is missing, which clocks run and what comes next (CRPA
 * R. 112-11-1).
 */
public record FilingReceipt(CaseFile caseFile, List<Attestation> papers) {

    public FilingReceipt {
        papers = List.copyOf(papers);
    }
}
