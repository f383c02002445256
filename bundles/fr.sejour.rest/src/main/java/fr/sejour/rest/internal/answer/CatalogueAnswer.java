package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.LegalDelay;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.right.Right;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The permits of the edition that applies on a day. */
public record CatalogueAnswer(LocalDate on, EditionAnswer edition, List<PermitAnswer> permits) {

    /**
     * One permit, with how sure we are of it and where we read it.
     *
     * @param undetermined the members whose value is an open question, so that a jurist finds them
     */
    public record PermitAnswer(
            String code,
            LabelAnswer label,
            String family,
            Object documentKind,
            List<String> legalBasis,
            int maxMonths,
            boolean renewable,
            String window,
            Object route,
            Object silence,
            RightAnswer workRight,
            Object firstInterimWork,
            Object renewalInterimWork,
            List<PieceRequirementAnswer> firstPieces,
            List<PieceRequirementAnswer> renewalPieces,
            Object feeClass,
            @Nullable LocalDate endsOn,
            String confidence,
            String piecesConfidence,
            List<String> sources,
            @Nullable String notes,
            List<String> undetermined) {

        static PermitAnswer of(PermitEntry permit, Wording wording) {
            List<String> basis = RightAnswer.references(permit.legalBasis());
            return new PermitAnswer(
                    permit.code().value(),
                    new LabelAnswer(permit.labelFr(), permit.labelEn()),
                    permit.family(),
                    OpenQuestion.shown(permit.documentKind(), Codes::of),
                    basis,
                    permit.maxMonths(),
                    permit.renewable(),
                    Codes.of(permit.window()),
                    OpenQuestion.shown(permit.route(), Codes::of),
                    OpenQuestion.shown(permit.silence(), PermitAnswer::shown),
                    RightAnswer.ofWork(new Right<>(Reading.settled(permit.workRight()), permit.legalBasis()), wording),
                    OpenQuestion.shown(permit.firstInterimWork(), it -> it),
                    OpenQuestion.shown(permit.renewalInterimWork(), it -> it),
                    permit.firstPieces().stream()
                            .map(PieceRequirementAnswer::of)
                            .toList(),
                    permit.renewalPieces().stream()
                            .map(PieceRequirementAnswer::of)
                            .toList(),
                    OpenQuestion.shown(permit.feeClass(), it -> it),
                    permit.endsOn().orElse(null),
                    Codes.of(permit.confidence()),
                    Codes.of(permit.piecesConfidence()),
                    permit.sources(),
                    permit.notes().orElse(null),
                    openQuestions(permit));
        }

        private static String shown(LegalDelay delay) {
            return delay.length().map(Period::toString).orElse("none");
        }

        private static List<String> openQuestions(PermitEntry permit) {
            List<String> open = new ArrayList<>();
            note(open, "documentKind", permit.documentKind());
            note(open, "route", permit.route());
            note(open, "silence", permit.silence());
            note(open, "firstInterimWork", permit.firstInterimWork());
            note(open, "renewalInterimWork", permit.renewalInterimWork());
            note(open, "feeClass", permit.feeClass());
            permit.firstPieces().forEach(it -> note(open, "firstPieces", it));
            permit.renewalPieces().forEach(it -> note(open, "renewalPieces", it));
            return List.copyOf(open);
        }

        private static void note(List<String> open, String list, PieceRequirement piece) {
            note(open, list + "." + piece.type() + ".blocking", piece.blocking());
            note(open, list + "." + piece.type() + ".waivable", piece.waivable());
        }

        private static void note(List<String> open, String member, Reading<?> reading) {
            if (!reading.isSettled()) {
                open.add(member);
            }
        }
    }

    public static CatalogueAnswer of(LocalDate on, EditionStamp edition, List<PermitEntry> permits, Wording wording) {
        return new CatalogueAnswer(
                on,
                EditionAnswer.of(edition),
                permits.stream().map(it -> PermitAnswer.of(it, wording)).toList());
    }
}
