package fr.sejour.api.attestation;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What comes after the proofs of right that a person holds now, as far as can be told today.
 *
 * @param from the first day that none of them reaches; today for somebody who holds none
 * @param paper what continues the right by itself, so that nothing is missing
 * @param owed otherwise what somebody owes before there can be a paper; empty when no open case of theirs could give one
 */
public record ComingCoverage(LocalDate from, Optional<ComingPaper> paper, Optional<Owed> owed) {

    /**
     * A paper that the platform will issue without anybody's act.
     *
     * @param issuedOn the day on which it will be there
     */
    public record ComingPaper(PaperKind kind, LocalDate firstDay, LocalDate issuedOn, CaseNumber caseNumber) {}

    /**
     * An act that stands between a person and a paper.
     *
     * @param owner the préfecture that owes it; empty for the national jurist
     * @param dueOn the day by which it is owed
     * @param pieces what the person has to give first, for the paper follows a complete file; none when they owe nothing
     */
    public record Owed(
            Task.Kind what,
            Optional<PrefectureCode> owner,
            LocalDate dueOn,
            CaseNumber caseNumber,
            List<PieceType> pieces) {

        public Owed {
            pieces = List.copyOf(pieces);
        }
    }
}
