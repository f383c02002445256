package fr.sejour.core.internal.desk;

import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.core.internal.cases.Merge;
import fr.sejour.core.internal.cases.Merge.Loss;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.paper.RightsChange;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.FilingFacts;
import fr.sejour.law.PaperGrant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a merge must leave the person, as the law reads the two cases before it and the one after. */
final class Merges {

    private final CaseLaw law;

    Merges(CaseLaw law) {
        this.law = law;
    }

    /**
     * Taking over another case never makes a file less complete, a filing later, a right less, or a clock or an order lost: where it
     * would, it is refused, and whoever asks is told what would be lost and whether the other way round nothing is.
     *
     * @param after what the two would be together
     */
    void refuseWhatTakesAway(CaseRecord survivor, CaseRecord other, CaseRecord after, PersonRecord person) {
        Set<Loss> losses = losses(new Merge(survivor, other), after, person);
        if (!losses.isEmpty()) {
            throw new CaseException(
                    ErrorCode.MERGE_TAKES_AWAY,
                    Map.of(
                            "loses",
                            losses.stream().map(ActTraces::code).toList(),
                            "otherWay",
                            otherWay(survivor, other, person)));
        }
    }

    private boolean otherWay(CaseRecord survivor, CaseRecord other, PersonRecord person) {
        Merge reversed = new Merge(survivor, other).reversed();
        return PermitCase.of(survivor) instanceof PermitCase.Undecided
                && losses(reversed, reversed.together(), person).isEmpty();
    }

    Set<Loss> losses(Merge merge, CaseRecord after, PersonRecord person) {
        Set<Loss> losses = merge.losses();
        for (CaseRecord before : List.of(merge.survivor(), merge.other())) {
            if (before.standing().completeOn().isPresent()
                    && !law.missing(after).isEmpty()) {
                losses.add(Loss.COMPLETENESS);
            }
            if (lateness(after, person) > lateness(before, person)) {
                losses.add(Loss.TIMELINESS);
            }
            if (!givesAsMuch(before, after, person)) {
                losses.add(Loss.RIGHTS);
            }
        }
        return losses;
    }

    private int lateness(CaseRecord record, PersonRecord person) {
        Reading<Timeliness> timeliness = law.assess(facts(record, person)).timeliness();
        return timeliness.fold(
                known -> switch (known) {
                    case IN_TIME, EARLY -> 0;
                    case LATE -> 2;
                    case AFTER_SIX_MONTHS -> 3;
                },
                open -> 1);
    }

    /** Whether every paper with rights comes after the merge too, with no right less, and as surely as before. */
    private boolean givesAsMuch(CaseRecord before, CaseRecord after, PersonRecord person) {
        List<Rights> given = rights(before, person).toList();
        boolean unseen = before.standing().facts() != FactLevel.DECLARED
                && after.standing().facts() == FactLevel.DECLARED;
        return given.isEmpty()
                || (!unseen
                        && given.stream().allMatch(had -> rights(after, person).anyMatch(has -> asMuch(had, has))));
    }

    private static boolean asMuch(Rights had, Rights has) {
        return RightsChange.between(had, has)
                .map(change -> change == Change.MORE)
                .orElse(true);
    }

    private Stream<Rights> rights(CaseRecord record, PersonRecord person) {
        return law.papers(facts(record, person)).stream()
                .filter(paper -> paper.kind() != PaperKind.ATTESTATION_DE_DEPOT)
                .map(PaperGrant::rights);
    }

    private FilingFacts facts(CaseRecord record, PersonRecord person) {
        return law.facts(
                record.filed(),
                person.civilStatus().birthDate(),
                record.standing().prefecture());
    }
}
