package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.WorkCode;
import fr.sejour.api.right.WorkRight;
import fr.sejour.law.internal.text.PaperRow;
import fr.sejour.law.internal.text.PermitText;
import fr.sejour.law.internal.text.WorkRow;
import fr.sejour.law.internal.text.WorkRow.Under;
import fr.sejour.law.internal.text.WorkRule;
import fr.sejour.law.internal.text.WorkText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The work right of an interim paper: the row that holds, and what it reads. */
final class InterimWork {

    private static final int OVERSEAS_CODE_LENGTH = 3;

    private final Edition edition;
    private final WorkText text;

    InterimWork(Edition edition) {
        this.edition = edition;
        this.text = edition.text().work();
    }

    /**
     * A work right with its reasons.
     *
     * @param because empty while the texts leave the right open
     */
    record Traced(Right<WorkRight> right, List<String> because) {

        Traced {
            because = right.value().isSettled() ? List.copyOf(because) : List.of();
        }
    }

    /** @param order whether a judge's order lets its holder work; empty where nobody ordered anything */
    Traced of(PaperRow.Work work, Circumstances now, Optional<Boolean> order) {
        return work instanceof PaperRow.WorkHere here
                ? written(here.rule(), now, order)
                : under(((PaperRow.WorkUnder) work).under(), now, now.nature());
    }

    Traced under(Under under, Circumstances now) {
        return under(under, now, now.nature());
    }

    /** Every article that may found the filing is asked; the right is settled when they all give the same. */
    private Traced under(Under under, Circumstances now, Nature nature) {
        List<Traced> given = edition.articles(now.facts()).stream()
                .map(article -> underArticle(under, now, nature, article))
                .toList();
        Set<Reading<WorkRight>> readings = new LinkedHashSet<>();
        Set<Article> basis = new LinkedHashSet<>();
        Set<String> because = new LinkedHashSet<>();
        given.forEach(each -> {
            readings.add(each.right().value());
            basis.addAll(each.right().basis());
            because.addAll(each.because());
        });
        Reading<WorkRight> reading = readings.size() == 1
                ? readings.iterator().next()
                : Reading.undetermined(
                        "by_article",
                        "Under which article is the permit asked for, since the right to work depends on it?");
        return new Traced(new Right<>(reading, List.copyOf(basis)), List.copyOf(because));
    }

    private Traced underArticle(Under under, Circumstances now, Nature nature, Article article) {
        for (WorkRow row : edition.text().papers().work().on(edition.onOrAfterItsFirstDay(now.on()))) {
            if (row.under().contains(under) && row.natures().contains(nature) && row.speaksOf(article)) {
                Reading<Boolean> holds = now.hold(row.when());
                if (!holds.isSettled()) {
                    return new Traced(
                            new Right<>(holds.flatMap(it -> Reading.settled(WorkRight.NONE)), basis(row.rule(), now)),
                            List.of());
                }
                if (holds.equals(Reading.settled(true))) {
                    return traced(row.rule(), read(row.rule(), under, now, nature, Optional.empty()), now);
                }
            }
        }
        throw new IllegalStateException("No row on work under " + under + " holds for " + article);
    }

    private Traced written(WorkRule rule, Circumstances now, Optional<Boolean> order) {
        return traced(rule, read(rule, Under.RECEPISSE, now, now.nature(), order), now);
    }

    private Traced traced(WorkRule rule, Reading<WorkRight> reading, Circumstances now) {
        boolean none = reading.equals(Reading.settled(WorkRight.NONE));
        Right<WorkRight> right = new Right<>(reading, basis(rule, now));
        return new Traced(
                rule.metropolitan() ? whereItApplies(right, now.facts().prefecture()) : right,
                List.of(none ? rule.noneBecause() : rule.because()));
    }

    private List<Article> basis(WorkRule rule, Circumstances now) {
        List<Article> basis = new ArrayList<>(rule.basis());
        if (rule.basisOfThePermit()) {
            basis.addAll(edition.asked(now.facts()).entry().legalBasis());
        }
        return basis;
    }

    private Reading<WorkRight> read(
            WorkRule rule, Under under, Circumstances now, Nature nature, Optional<Boolean> order) {
        PermitText asked = edition.asked(now.facts());
        return switch (rule.source()) {
            case ANY -> Reading.settled(WorkRight.ANY);
            case NONE -> Reading.settled(WorkRight.NONE);
            case WITH_AUTHORISATION -> Reading.settled(WorkRight.WITH_AUTHORISATION);
            case OF_THE_PERMIT -> Reading.settled(asked.entry().workRight());
            case AS_GRANTED -> asWork(Reading.settled(asked.entry().workRight()));
            case AS_HELD -> asHeld(now.facts(), nature);
            case AS_PRINTED -> now.facts().held().orElseThrow().work();
            case AS_ALLOWED -> asWork(now.facts().held().orElseThrow().work());
            case OF_ITS_OWN_TEXTS -> ofItsOwnTexts(asked);
            case OF_TWO_READINGS -> {
                Reading<WorkRight> held = asHeld(now.facts(), nature);
                Reading<WorkRight> first =
                        under(under, now, Nature.FIRST).right().value();
                Reading.Undetermined<Object> open = rule.open().orElseThrow();
                yield held.isSettled() && held.equals(first)
                        ? held
                        : Reading.undetermined(open.token(), open.question());
            }
            case AS_ORDERED -> Reading.settled(order.orElseThrow() ? WorkRight.ANY : WorkRight.NONE);
        };
    }

    /** What R. 431-15 and R. 431-15-2 al. 4 make of the document held. */
    private Reading<WorkRight> asHeld(FilingFacts facts, Nature nature) {
        HeldDocument held = facts.held().orElseThrow();
        boolean tooLate = facts.filedOn()
                .isAfter(held.validUntil().plus(edition.text().windows().late().acceptedUntil()));
        if (tooLate) {
            return Reading.undetermined(
                    "after_six_months",
                    "Is a filing made over six months after the end of the permit still a renewal?");
        }
        PermitText asked = edition.asked(facts);
        if (nature == Nature.CHANGE_OF_GROUND) {
            return asWork(held.work());
        }
        return asked.entry().renewalInterimWork().flatMap(word -> switch (word) {
            case "as_previous_permit" -> asWork(held.work());
            case "no" -> Reading.settled(WorkRight.NONE);
            case "yes" -> Reading.settled(asked.entry().workRight());
            default ->
                Reading.undetermined(
                        "not_renewable",
                        "What does the interim paper of a permit that is not renewable let its holder do?");
        });
    }

    /**
     * A right held goes on when the law counts it as the exercise of a professional activity. Only a limit of the permit can
     * raise a doubt, and one that the edition does not know does.
     */
    private Reading<WorkRight> asWork(Reading<WorkRight> held) {
        return held.flatMap(right -> {
            boolean settled = right.code() != WorkCode.AS_HELD
                    || text.permitRights().values().stream()
                            .anyMatch(known ->
                                    known.countsAsWork() && known.right().equals(right));
            return settled
                    ? Reading.settled(right)
                    : Reading.undetermined("limited_activity", text.countsAsWorkQuestion());
        });
    }

    private static Reading<WorkRight> ofItsOwnTexts(PermitText asked) {
        return asked.entry().firstInterimWork().flatMap(word -> switch (word) {
            case "yes" -> Reading.settled(asked.entry().workRight());
            case "no", "n/a" -> Reading.settled(WorkRight.NONE);
            default -> Reading.undetermined(word, "Does the interim paper of a first application let its holder work?");
        });
    }

    /** R. 431-15-2 authorises work in metropolitan France, and in the territories for which it is rewritten. */
    private Right<WorkRight> whereItApplies(Right<WorkRight> right, PrefectureCode prefecture) {
        boolean metropolitan = prefecture.value().length() < OVERSEAS_CODE_LENGTH;
        if (metropolitan || right.value().equals(Reading.settled(WorkRight.NONE))) {
            return right;
        }
        Optional<Article> rewritten =
                Optional.ofNullable(text.territory().rewrittenIn().get(prefecture));
        if (rewritten.isPresent()) {
            List<Article> basis = new ArrayList<>(right.basis());
            basis.add(rewritten.get());
            return new Right<>(right.value(), basis);
        }
        return new Right<>(
                right.value()
                        .flatMap(work -> Reading.undetermined(
                                "territory", text.territory().question())),
                right.basis());
    }
}
