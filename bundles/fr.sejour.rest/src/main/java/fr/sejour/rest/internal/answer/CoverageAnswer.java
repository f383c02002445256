package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a person holds a proof of right, and by what. */
public record CoverageAnswer(
        String personId,
        Instant at,
        boolean covered,
        @Nullable Instant coveredUntil,
        @Nullable NextAnswer next,
        List<IntervalAnswer> intervals) {

    /** What comes after what the person holds now. */
    public record NextAnswer(
            LocalDate from,
            @Nullable PaperToCome paper,
            @Nullable Owed owed) {

        static NextAnswer of(ComingCoverage next) {
            return new NextAnswer(
                    next.from(),
                    next.paper().map(PaperToCome::of).orElse(null),
                    next.owed().map(Owed::of).orElse(null));
        }
    }

    /** A paper that will be issued without anybody's act. */
    public record PaperToCome(String kind, LocalDate firstDay, LocalDate issuedOn, String caseNumber) {

        static PaperToCome of(ComingCoverage.ComingPaper paper) {
            return new PaperToCome(
                    Codes.of(paper.kind()),
                    paper.firstDay(),
                    paper.issuedOn(),
                    paper.caseNumber().value());
        }
    }

    /**
     * What somebody owes before there can be a paper.
     *
     * @param pieces what the person has to give first
     */
    public record Owed(String what, @Nullable String owner, LocalDate dueOn, String caseNumber, List<String> pieces) {

        static Owed of(ComingCoverage.Owed owed) {
            return new Owed(
                    Codes.of(owed.what()),
                    owed.owner().map(PrefectureCode::value).orElse(null),
                    owed.dueOn(),
                    owed.caseNumber().value(),
                    owed.pieces().stream().map(PieceType::value).toList());
        }
    }

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

    public static CoverageAnswer of(CoverageLedger ledger, Optional<ComingCoverage> next, Wording wording) {
        return new CoverageAnswer(
                ledger.person().value(),
                ledger.at(),
                ledger.covered(),
                ledger.coveredUntil().orElse(null),
                next.map(NextAnswer::of).orElse(null),
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
