package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.CoverageLedger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a person holds a proof of right, and by what. */
public record CoverageAnswer(
        String personId,
        Instant at,
        boolean covered,
        @Nullable Instant coveredUntil,
        List<IntervalAnswer> intervals) {

    /** One proof of right. */
    public record IntervalAnswer(
            String proof,
            String reference,
            ValidityAnswer validity,
            @Nullable Instant endedAt,
            RightAnswer stay,
            RightAnswer work,
            RightAnswer travel,
            RightAnswer social,
            List<String> basis) {}

    public static CoverageAnswer of(CoverageLedger ledger, Wording wording) {
        return new CoverageAnswer(
                ledger.person().value(),
                ledger.at(),
                ledger.covered(),
                ledger.coveredUntil().orElse(null),
                ledger.intervals().stream()
                        .map(it -> new IntervalAnswer(
                                Codes.of(it.proof()),
                                it.reference(),
                                ValidityAnswer.of(it.validity()),
                                it.endedAt().orElse(null),
                                RightAnswer.ofStay(it.stay(), wording),
                                RightAnswer.ofWork(it.work(), wording),
                                RightAnswer.ofTravel(it.travel(), wording),
                                RightAnswer.ofSocial(it.social(), wording),
                                RightAnswer.references(it.basis())))
                        .toList());
    }
}
