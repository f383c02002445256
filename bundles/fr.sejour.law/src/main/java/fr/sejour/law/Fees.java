package fr.sejour.law;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.FeeLine;
import fr.sejour.api.catalogue.FeeQuote;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.law.internal.text.FeesText;
import fr.sejour.law.internal.text.FeesText.FeeClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a permit costs at the rates of one edition. */
public final class Fees {

    private final Edition edition;
    private final FeesText text;

    Fees(Edition edition) {
        this.edition = edition;
        this.text = edition.text().fees();
    }

    /**
     * The fees of the permit asked for, owed at the hand-over. Which event fixes the rates (filing, decision or hand-over) was
     * not read: ask the edition in force on the day whose rates you want.
     *
     * @param late whether the filing is late without force majeure; the fee of L. 436-5 is then added to a renewal, unless the
     *     person shows a valid visa
     * @param ratesOn a day on which this edition is in force
     * @return undetermined when the class depends on an article, a ground or a text that is not known
     * @throws IllegalArgumentException when the edition is not yet in force on that day
     */
    public Reading<FeeQuote> quote(FilingFacts facts, boolean late, LocalDate ratesOn) {
        if (ratesOn.isBefore(edition.stamp().inForceFrom())) {
            throw new IllegalArgumentException("The rates of an edition are those of a day on which it is in force");
        }
        return feeClass(facts)
                .flatMap(name -> lines(facts, name)
                        .flatMap(lines -> withLateFee(facts, name, lines, late))
                        .map(lines -> new FeeQuote(ratesOn, lines)));
    }

    /** Whether the filing, were it late, would surely owe the fee of L. 436-5: what is not settled is not said. */
    boolean wouldOweLateFee(FilingFacts facts) {
        return edition.natureOf(facts) == Nature.RENEWAL
                && feeClass(facts).fold(name -> lateFeeApplies(facts, name), open -> false);
    }

    private boolean lateFeeApplies(FilingFacts facts, String name) {
        return edition.natureOf(facts) != Nature.FIRST
                && !facts.longStayVisa()
                && !text.classes().lateFeeExempt().contains(name);
    }

    private Reading<String> feeClass(FilingFacts facts) {
        Reading<String> ofThePermit = edition.asked(facts).entry().feeClass();
        return ofThePermit.fold(
                Reading::settled,
                open -> open.token().equals(FeesText.BY_ARTICLE)
                        ? facts.article()
                                .map(article -> Reading.settled(text.classes()
                                        .byArticle()
                                        .getOrDefault(article, text.classes().otherwise())))
                                .orElse(ofThePermit)
                        : ofThePermit);
    }

    private Reading<List<FeeLine>> lines(FilingFacts facts, String name) {
        FeeClass feeClass = text.classes().classes().get(name);
        if (feeClass == null) {
            throw new IllegalStateException("The loader lets no unknown fee class through: " + name);
        }
        Reading<List<FeeLine>> first = lines(facts, feeClass, feeClass.first());
        Nature nature = edition.natureOf(facts);
        if (nature == Nature.FIRST) {
            return first;
        }
        Reading<List<FeeLine>> renewal = lines(facts, feeClass, feeClass.renewal());
        boolean cardHeld = facts.held()
                .filter(held -> edition.kinds(held).contains(DocumentKind.VISA))
                .isEmpty();
        if (nature == Nature.RENEWAL && cardHeld) {
            return renewal;
        }
        return first.equals(renewal)
                ? first
                : Reading.undetermined("first_or_renewal", text.classes().natureQuestion());
    }

    private Reading<List<FeeLine>> lines(FilingFacts facts, FeeClass feeClass, Optional<List<String>> rates) {
        if (rates.isEmpty()) {
            return Reading.undetermined(
                    "unknown", feeClass.question().orElse(text.classes().natureQuestion()));
        }
        List<FeeLine> lines = new ArrayList<>();
        for (String rate : rates.get()) {
            for (FeesText.OpenRate open : text.amounts().open()) {
                if (open.rate().equals(rate) && open.permits().contains(facts.asked())) {
                    return Reading.undetermined(open.token(), open.question());
                }
            }
            lines.add(rate(rate));
        }
        return Reading.settled(List.copyOf(lines));
    }

    private Reading<List<FeeLine>> withLateFee(FilingFacts facts, String name, List<FeeLine> lines, boolean late) {
        if (!late || !lateFeeApplies(facts, name)) {
            return Reading.settled(lines);
        }
        if (edition.natureOf(facts) == Nature.CHANGE_OF_GROUND) {
            return Reading.undetermined("late_change_of_ground", text.classes().lateChangeQuestion());
        }
        List<FeeLine> withLateFee = new ArrayList<>(lines);
        withLateFee.add(rate(FeesText.LATE_RENEWAL));
        return Reading.settled(List.copyOf(withLateFee));
    }

    private FeeLine rate(String name) {
        FeeLine line = text.amounts().rates().get(name);
        if (line == null) {
            throw new IllegalStateException("The loader lets no unknown rate through: " + name);
        }
        return line;
    }
}
