package fr.sejour.portal.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.FeeQuote;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody reads before they submit: their answers, and what the law says of a filing made today.
 *
 * @param inTime whether nothing about the moment of filing needs attention
 */
public record CheckView(
        String name,
        String permit,
        Optional<String> article,
        Optional<String> held,
        Optional<LocalDate> entryDate,
        boolean workAuthorisation,
        boolean employed,
        Optional<String> attempt,
        Optional<String> follows,
        String address,
        String commune,
        String nature,
        String timeliness,
        boolean inTime,
        Optional<LocalDate> opens,
        Optional<LocalDate> closes,
        List<String> warnings,
        List<Piece> pieces,
        List<Piece> atCollection,
        Optional<Fees> fees) {

    public CheckView {
        warnings = List.copyOf(warnings);
        pieces = List.copyOf(pieces);
        atCollection = List.copyOf(atCollection);
    }

    /**
     * A piece that will be asked for.
     *
     * @param when in which situation; empty means always
     */
    public record Piece(String label, boolean blocking, Optional<String> when) {}

    /** What the permit will cost. */
    public record Fees(int total, List<Line> lines) {

        public Fees {
            lines = List.copyOf(lines);
        }

        /** One part of the price. */
        public record Line(String label, int euros) {}

        static Fees of(Words words, FeeQuote quote) {
            return new Fees(
                    quote.total(),
                    quote.lines().stream()
                            .map(line -> new Line(words.code("fee", line.item()), line.euros()))
                            .toList());
        }
    }

    static CheckView of(
            Visit visit, CatalogueWords labels, Filing filing, String commune, Assessment assessment, String name) {
        Words words = visit.words();
        return new CheckView(
                name,
                labels.permit(filing.permit()),
                filing.article().map(article -> article.reference()),
                filing.heldPermit()
                        .map(held -> words.say(
                                "portal.file.held.known",
                                "permit",
                                labels.permit(held.permit()),
                                "until",
                                held.validUntil())),
                filing.entryDate(),
                filing.workAuthorisation(),
                filing.employed(),
                filing.attempt().map(it -> it.number().value()),
                filing.follows().map(CaseNumber::value),
                filing.residence().address(),
                commune,
                words.code("nature", assessment.nature()),
                assessment
                        .timeliness()
                        .fold(
                                timeliness -> words.code("timeliness", timeliness),
                                open -> words.say("timeliness.undetermined")),
                assessment
                                .timeliness()
                                .ifSettled()
                                .map(Timeliness.IN_TIME::equals)
                                .orElse(false)
                        && assessment.warnings().isEmpty(),
                assessment.opens(),
                assessment.closes(),
                assessment.warnings().stream()
                        .map(code -> words.code("warning", code))
                        .toList(),
                pieces(labels, assessment, PieceRequirement.Phase.FILING),
                pieces(labels, assessment, PieceRequirement.Phase.COLLECTION),
                assessment.fees().ifSettled().map(quote -> Fees.of(words, quote)));
    }

    private static List<Piece> pieces(CatalogueWords labels, Assessment assessment, PieceRequirement.Phase phase) {
        return assessment.pieces().stream()
                .filter(piece -> piece.phase() == phase)
                .map(piece -> new Piece(
                        labels.piece(piece), piece.blocking().ifSettled().orElse(false), labels.when(piece)))
                .toList();
    }
}
