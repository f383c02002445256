package fr.sejour.law;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.law.internal.text.PaperFact;
import fr.sejour.law.internal.text.PaperRow.Way;
import fr.sejour.law.internal.text.PaperTable.ExtendedCards;
import fr.sejour.law.internal.text.PermitText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the rows of the papers' table ask of one filing, on the day on which a paper would begin. */
final class Circumstances {

    private static final Set<DocumentKind> NOT_A_TITLE = Set.of(DocumentKind.TRAVEL_DOCUMENT, DocumentKind.VISA);
    private static final String BILATERAL = "bilateral";
    private static final String YES = "yes";

    private final Edition edition;
    private final FilingFacts facts;
    private final boolean complete;
    private final Reading<Timeliness> timeliness;
    private final LocalDate on;

    Circumstances(Edition edition, FilingFacts facts, boolean complete, Reading<Timeliness> timeliness, LocalDate on) {
        this.edition = edition;
        this.facts = facts;
        this.complete = complete;
        this.timeliness = timeliness;
        this.on = on;
    }

    FilingFacts facts() {
        return facts;
    }

    LocalDate on() {
        return on;
    }

    Nature nature() {
        return edition.natureOf(facts);
    }

    Way way() {
        return facts.online() ? Way.ONLINE : Way.ELSEWHERE;
    }

    /** Whether all of them hold, as far as the first that does not, or that the texts leave open. */
    Reading<Boolean> hold(List<PaperFact> asked) {
        for (PaperFact fact : asked) {
            Reading<Boolean> holds = holds(fact);
            if (!holds.equals(Reading.settled(true))) {
                return holds;
            }
        }
        return Reading.settled(true);
    }

    static boolean isTitle(PermitText permit) {
        return permit.entry()
                .documentKind()
                .ifSettled()
                .filter(NOT_A_TITLE::contains)
                .isEmpty();
    }

    private Reading<Boolean> holds(PaperFact fact) {
        return switch (fact) {
            case RESIDENCE_PERMIT -> Reading.settled(isTitle(asked()));
            case COMPLETE_FILE -> Reading.settled(complete);
            case FILED_IN_TIME -> timeliness.map(time -> time == Timeliness.IN_TIME);
            case FILED_EARLY -> timeliness.map(time -> time == Timeliness.EARLY);
            case FILED_BEFORE_EXPIRY -> held(it -> !facts.filedOn().isAfter(it.validUntil()));
            case FILED_AFTER_EXPIRY -> held(it -> facts.filedOn().isAfter(it.validUntil()));
            case YOUNG_ADULT -> edition.windows().youngAdult(facts);
            case EXTENDED_CARD -> held(this::isExtended);
            case RESIDENT_CARD ->
                held(it ->
                        isExtended(it) && edition.kinds(it).contains(extended().resident()));
            case OTHER_CARD ->
                held(it -> !isExtended(it) && areAll(it, extended().other()));
            case DOCUMENT_HELD -> held(it -> true);
            case CARD_HELD -> held(it -> areAll(it, edition.text().work().cards()));
            case VISA_HELD -> held(Circumstances::isVisa);
            case TRAINEE_VISA_HELD ->
                held(it -> isVisa(it) && edition.text().papers().visasLeftOut().contains(it.permit()));
            case OWN_REGIME -> Reading.settled(asked().ownRegime());
            case OWN_TEXTS_AT_RENEWAL ->
                Reading.settled(asked().ownRegime()
                        && asked().entry().renewalInterimWork().equals(Reading.settled(YES)));
            case WORK_AUTHORISATION -> Reading.settled(facts.workAuthorisation());
            case LONG_STAY_VISA -> Reading.settled(facts.longStayVisa());
            case ONE_YEAR_OF_RESIDENCE ->
                facts.entryDate()
                        .map(entry -> Reading.settled(!on.isBefore(entry.plusYears(1))))
                        .orElseGet(() ->
                                Reading.undetermined("entry_date", "Has this person lived in France for one year?"));
        };
    }

    private PermitText asked() {
        return edition.asked(facts);
    }

    private Reading<Boolean> held(Predicate<HeldDocument> holds) {
        return Reading.settled(facts.held().filter(holds).isPresent());
    }

    private static boolean isVisa(HeldDocument held) {
        return held.kind().equals(Optional.of(DocumentKind.VISA));
    }

    private boolean areAll(HeldDocument held, Set<DocumentKind> among) {
        Set<DocumentKind> kinds = edition.kinds(held);
        return !kinds.isEmpty() && among.containsAll(kinds);
    }

    private ExtendedCards extended() {
        return edition.text().papers().extendedCards();
    }

    /** A resident card, a multi-year card of four years, or a bilateral permit over one year (L. 433-3 al. 1). */
    private boolean isExtended(HeldDocument held) {
        Set<DocumentKind> kinds = edition.kinds(held);
        if (kinds.equals(Set.of(extended().resident()))) {
            return true;
        }
        if (kinds.equals(Set.of(extended().multiYear()))) {
            // A card is valid on its last day, so that four years end on the eve of the fourth anniversary.
            return !held.validUntil()
                    .plusDays(1)
                    .isBefore(held.validFrom().plusMonths(extended().multiYearMonths()));
        }
        boolean bilateral = edition.permit(held.permit())
                .filter(entry -> entry.family().equals(BILATERAL))
                .isPresent();
        return bilateral
                && held.validUntil()
                        .isAfter(held.validFrom().plusMonths(extended().bilateralOverMonths()));
    }
}
