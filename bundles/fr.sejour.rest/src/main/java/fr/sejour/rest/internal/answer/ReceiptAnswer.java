package fr.sejour.rest.internal.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.sejour.api.access.Caller;
import fr.sejour.api.filing.FilingReceipt;
import java.util.List;

/** What a person gets back at once for a filing: the case and the papers (CRPA R. 112-11-1). */
public record ReceiptAnswer(@JsonProperty("case") CaseAnswer caseAnswer, List<AttestationAnswer> papers) {

    public static ReceiptAnswer of(FilingReceipt receipt, Caller reader, Wording wording) {
        return new ReceiptAnswer(
                CaseAnswer.of(receipt.caseFile(), wording),
                receipt.papers().stream()
                        .map(it -> AttestationAnswer.of(it, reader, wording))
                        .toList());
    }
}
