package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.law.internal.text.EditionText;
import fr.sejour.law.internal.text.PermitText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The law in one edition: the catalogue, the préfectures, and the functions that say what the law makes of a filing.
 * Immutable; safe from any thread.
 *
 * <p>Every function that takes {@link FilingFacts} throws a {@link CaseException}: {@code UNKNOWN_PERMIT} when the edition has
 * no such permit, {@code CONTRADICTORY_INPUT} when the article named does not found the permit asked for.
 */
public final class Edition {

    private final EditionText text;
    private final Windows windows;
    private final Pieces pieces;
    private final Papers papers;
    private final Clocks clocks;
    private final Fees fees;

    Edition(EditionText text) {
        this.text = text;
        this.windows = new Windows(this);
        this.pieces = new Pieces(this);
        this.papers = new Papers(this);
        this.clocks = new Clocks(this);
        this.fees = new Fees(this);
    }

    public EditionStamp stamp() {
        return text.stamp();
    }

    public Optional<PermitEntry> permit(PermitCode code) {
        return permitText(code).map(PermitText::entry);
    }

    /** Every permit, in catalogue order. */
    public List<PermitEntry> permits() {
        return text.permits().values().stream().map(PermitText::entry).toList();
    }

    public Optional<PieceRequirement> pieceType(PieceType type) {
        return Optional.ofNullable(text.pieces().get(type));
    }

    public Optional<Prefecture> prefecture(PrefectureCode code) {
        return Optional.ofNullable(text.prefectures().get(code));
    }

    /** The zone of the legal days there; without a préfecture, or with one it does not know, the national one. */
    public ZoneId zone(Optional<PrefectureCode> place) {
        return place.flatMap(this::prefecture).map(Prefecture::zone).orElse(Prefecture.NATIONAL);
    }

    /** The legal day there; without a préfecture, or with one it does not know, the national one. */
    public LocalDate dayAt(Optional<PrefectureCode> place, Instant now) {
        return now.atZone(zone(place)).toLocalDate();
    }

    /** When to file (R. 431-4, R. 431-5). */
    public Windows windows() {
        return windows;
    }

    /** What to file (R. 431-10, R. 431-11). */
    public Pieces pieces() {
        return pieces;
    }

    /** The interim papers and their rights (R. 431-12 to R. 431-15-4, L. 433-3). */
    public Papers papers() {
        return papers;
    }

    /** The legal delays (R. 432-1, R. 432-2, CRPA R. 112-11-2). */
    public Clocks clocks() {
        return clocks;
    }

    /** What it costs (L. 436-1 to L. 436-8). */
    public Fees fees() {
        return fees;
    }

    /** What the filing is, seen from the document in hand. */
    public Nature natureOf(FilingFacts facts) {
        PermitText asked = asked(facts);
        if (facts.held().isEmpty()) {
            return Nature.FIRST;
        }
        PermitCode held = facts.held().get().permit();
        boolean continues = asked.follows().stream()
                .filter(succession -> succession.permit().equals(held))
                .anyMatch(succession ->
                        succession.article().isEmpty() || succession.article().equals(facts.article()));
        return held.equals(facts.asked()) || continues ? Nature.RENEWAL : Nature.CHANGE_OF_GROUND;
    }

    EditionText text() {
        return text;
    }

    /** The day by which a dated row is chosen: nothing is known of the law before the edition. */
    LocalDate onOrAfterItsFirstDay(LocalDate day) {
        return day.isBefore(stamp().inForceFrom()) ? stamp().inForceFrom() : day;
    }

    Optional<PermitText> permitText(PermitCode code) {
        return Optional.ofNullable(text.permits().get(code));
    }

    /** The permit asked for, once the facts are seen not to contradict it. */
    PermitText asked(FilingFacts facts) {
        PermitText asked = permitText(facts.asked())
                .orElseThrow(() -> new CaseException(
                        ErrorCode.UNKNOWN_PERMIT, Map.of("permit", facts.asked().value())));
        facts.article().ifPresent(article -> {
            if (!asked.entry().legalBasis().contains(article)) {
                throw new CaseException(
                        ErrorCode.CONTRADICTORY_INPUT,
                        Map.of("permit", facts.asked().value(), "article", article.reference()));
            }
        });
        return asked;
    }

    /**
     * The kinds that a document in hand may have: the one it is known to have, or those of the catalogue; none when nobody
     * can say.
     */
    Set<DocumentKind> kinds(HeldDocument held) {
        return held.kind()
                .map(Set::of)
                .orElseGet(
                        () -> permitText(held.permit()).map(PermitText::kinds).orElse(Set.of()));
    }

    /** The articles that may found the filing: the one named, or all those of the permit. */
    List<Article> articles(FilingFacts facts) {
        return facts.article()
                .map(List::of)
                .orElseGet(() -> asked(facts).entry().legalBasis());
    }
}
