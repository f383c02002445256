package fr.sejour.api.catalogue;

import fr.sejour.api.right.WorkRight;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One permit of the catalogue in one edition, with how sure we are of it and where we read it.
 *
 * @param family the part of the catalogue it stands in, for example {@code study}
 * @param legalBasis the articles that found the permit; a filing may name one of them
 * @param maxMonths the longest validity of the document, in months
 * @param window which filing window applies
 * @param route where it is asked for
 * @param silence what silence means and after which delay (R.* 432-1, R. 432-2)
 * @param workRight the work right of the permit itself
 * @param firstInterimWork the work right of the interim paper of a first application, as the catalogue words it
 * @param renewalInterimWork the work right of the interim paper of a renewal, as the catalogue words it
 * @param feeClass the class of the fee table
 * @param endsOn the last day on which it can be asked for, when the law sets one
 */
public record PermitEntry(
        PermitCode code,
        String labelFr,
        String labelEn,
        String family,
        Reading<DocumentKind> documentKind,
        List<Article> legalBasis,
        int maxMonths,
        boolean renewable,
        WindowRule window,
        Reading<FilingRoute> route,
        Reading<LegalDelay> silence,
        WorkRight workRight,
        Reading<String> firstInterimWork,
        Reading<String> renewalInterimWork,
        List<PieceRequirement> firstPieces,
        List<PieceRequirement> renewalPieces,
        Reading<String> feeClass,
        Optional<LocalDate> endsOn,
        Confidence confidence,
        Confidence piecesConfidence,
        List<String> sources,
        Optional<String> notes) {

    public PermitEntry {
        legalBasis = List.copyOf(legalBasis);
        firstPieces = List.copyOf(firstPieces);
        renewalPieces = List.copyOf(renewalPieces);
        sources = List.copyOf(sources);
    }
}
