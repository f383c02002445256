package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.Transfers.Incoming;
import fr.sejour.rest.internal.answer.CaseAnswer.TransferAnswer;
import java.time.LocalDate;
import java.util.List;

/** The cases that other préfectures offer. */
public record TransfersAnswer(List<OfferAnswer> transfers) {

    /** One case on offer. */
    public record OfferAnswer(
            String caseNumber,
            String permit,
            String familyName,
            String givenNames,
            LocalDate filedOn,
            String from,
            TransferAnswer transfer) {}

    public static TransfersAnswer of(List<Incoming> incoming) {
        return new TransfersAnswer(incoming.stream()
                .map(it -> new OfferAnswer(
                        it.number().value(),
                        it.permit().value(),
                        it.familyName(),
                        it.givenNames(),
                        it.filedOn(),
                        it.from().value(),
                        TransferAnswer.of(it.offer())))
                .toList());
    }
}
