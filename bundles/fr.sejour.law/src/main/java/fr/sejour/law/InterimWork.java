package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.WorkCode;
import fr.sejour.api.right.WorkRight;
import fr.sejour.law.internal.text.PermitText;
import fr.sejour.law.internal.text.WorkText;
import fr.sejour.law.internal.text.WorkText.Condition;
import fr.sejour.law.internal.text.WorkText.WorkList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The work right of an interim paper. Two texts give it, one for each channel: R. 431-14 and R. 431-15 for the récépissé,
 * R. 431-15-2 for the attestation de prolongation. They differ, and each is applied as it stands.
 */
final class InterimWork {

    private static final int OVERSEAS_CODE_LENGTH = 3;
    private static final String YES = "yes";

    private final Edition edition;
    private final WorkText text;

    InterimWork(Edition edition) {
        this.edition = edition;
        this.text = edition.text().work();
    }

    Right<WorkRight> onRecepisse(FilingFacts facts, LocalDate on) {
        return right(facts, on, text.recepisse(), text.recepisseRenewal());
    }

    Right<WorkRight> onAttestation(FilingFacts facts, LocalDate on) {
        Right<WorkRight> right = right(facts, on, text.attestation(), text.attestationRenewal());
        return byItsOwnTexts(facts) ? right : whereItApplies(right, facts.prefecture());
    }

    /** The work right of the permit itself, for the paper that stands in for a card already granted. */
    Right<WorkRight> ofThePermit(PermitText permit, Article basis) {
        return new Right<>(asWork(Reading.settled(permit.entry().workRight())), List.of(basis));
    }

    private Right<WorkRight> right(FilingFacts facts, LocalDate on, WorkList list, Article renewalBasis) {
        Nature nature = edition.natureOf(facts);
        if (nature == Nature.FIRST) {
            return new Right<>(firstApplication(facts, on, list), firstBasis(facts, list));
        }
        HeldDocument held = facts.held().orElseThrow();
        Reading<WorkRight> renewal = renewal(facts, held, nature);
        if (nature == Nature.RENEWAL && byItsOwnTexts(facts)) {
            return new Right<>(renewal, edition.asked(facts).entry().legalBasis());
        }
        if (nature == Nature.RENEWAL && isCard(held)) {
            return new Right<>(renewal, List.of(renewalBasis));
        }
        List<Article> basis = new ArrayList<>();
        basis.add(renewalBasis);
        basis.addAll(firstBasis(facts, list));
        Reading<WorkRight> first = firstApplication(facts, on, list);
        return new Right<>(agreed(renewal, first, nature), basis);
    }

    /** Whether the right comes from the texts of the permit itself: EU law, the Withdrawal Agreement, temporary protection. */
    private boolean byItsOwnTexts(FilingFacts facts) {
        PermitText asked = edition.asked(facts);
        boolean first = edition.natureOf(facts) == Nature.FIRST;
        return asked.ownRegime() && (first || asked.entry().renewalInterimWork().equals(Reading.settled(YES)));
    }

    /** Two readings settle a right only when they agree. */
    private Reading<WorkRight> agreed(Reading<WorkRight> renewal, Reading<WorkRight> first, Nature nature) {
        if (renewal.isSettled() && renewal.equals(first)) {
            return renewal;
        }
        return nature == Nature.RENEWAL
                ? Reading.undetermined("not_a_card", text.notACardQuestion())
                : Reading.undetermined("change_of_ground", text.notTheSameGroundQuestion());
    }

    /** What R. 431-15 and R. 431-15-2 al. 4 make of the permit held. */
    private Reading<WorkRight> renewal(FilingFacts facts, HeldDocument held, Nature nature) {
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
            case YES -> Reading.settled(asked.entry().workRight());
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

    private boolean isCard(HeldDocument held) {
        Set<DocumentKind> kinds = edition.kinds(held);
        return !kinds.isEmpty() && text.cards().containsAll(kinds);
    }

    private List<Article> firstBasis(FilingFacts facts, WorkList list) {
        PermitText asked = edition.asked(facts);
        return asked.ownRegime() ? asked.entry().legalBasis() : List.of(list.basis());
    }

    /** What the list says of every article that may found the filing; the answer is settled when they all say the same. */
    private Reading<WorkRight> firstApplication(FilingFacts facts, LocalDate on, WorkList list) {
        PermitText asked = edition.asked(facts);
        if (asked.ownRegime()) {
            return ownRegime(asked);
        }
        List<Reading<WorkRight>> readings = edition.articles(facts).stream()
                .map(article -> underArticle(
                        facts, asked, on, Optional.ofNullable(list.articles().get(article))))
                .distinct()
                .toList();
        return readings.size() == 1
                ? readings.get(0)
                : Reading.undetermined(
                        "by_article",
                        "Under which article is the permit asked for, since the right to work depends on it?");
    }

    private static Reading<WorkRight> ownRegime(PermitText asked) {
        return asked.entry().firstInterimWork().flatMap(word -> switch (word) {
            case YES -> Reading.settled(asked.entry().workRight());
            case "no", "n/a" -> Reading.settled(WorkRight.NONE);
            default -> Reading.undetermined(word, "Does the interim paper of a first application let its holder work?");
        });
    }

    private static Reading<WorkRight> underArticle(
            FilingFacts facts, PermitText asked, LocalDate on, Optional<Condition> condition) {
        WorkRight ofThePermit = asked.entry().workRight();
        return condition
                .map(one -> switch (one) {
                    case IN_FULL -> Reading.settled(ofThePermit);
                    case WITH_WORK_AUTHORISATION ->
                        Reading.settled(facts.workAuthorisation() ? WorkRight.WITH_AUTHORISATION : WorkRight.NONE);
                    case WITH_LONG_STAY_VISA -> Reading.settled(facts.longStayVisa() ? ofThePermit : WorkRight.NONE);
                    case AFTER_ONE_YEAR_OF_RESIDENCE -> afterOneYear(facts, on, ofThePermit);
                })
                .orElseGet(() -> Reading.settled(WorkRight.NONE));
    }

    private static Reading<WorkRight> afterOneYear(FilingFacts facts, LocalDate on, WorkRight ofThePermit) {
        return facts.entryDate()
                .map(entry -> Reading.settled(on.isBefore(entry.plusYears(1)) ? WorkRight.NONE : ofThePermit))
                .orElseGet(() -> Reading.undetermined("entry_date", "Has this person lived in France for one year?"));
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
