package fr.sejour.core.internal.desk;

import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.CollectionFile.DeclaredReceipt;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The permits that were granted here and that nobody has recorded in the person's hand: a filing continues them all the same. What
 * they are is no word of the person but the State's own decision; only whether the card was received may be.
 */
final class GrantedHere {

    private final CaseLaw law;

    GrantedHere(CaseLaw law) {
        this.law = law;
    }

    /**
     * The person with these permits among those they hold; no proof of right comes of them, which the attestation de décision
     * favorable is until the card is in the hand.
     *
     * @param on the day of a filing, for which a permit that begins later is none yet
     */
    PersonRecord holding(PersonRecord person, List<CaseRecord> cases, LocalDate on, Instant now) {
        List<HeldPermitFact> granted = cases.stream()
                .filter(this::waits)
                .map(record -> fact(record, now))
                .filter(fact -> !fact.permit().validFrom().isAfter(on))
                .toList();
        Set<String> references = granted.stream().map(HeldPermitFact::reference).collect(Collectors.toSet());
        return person.withHeldPermits(Stream.concat(
                        person.heldPermits().stream().filter(fact -> !references.contains(fact.reference())),
                        granted.stream())
                .toList());
    }

    /** Whether its permit was granted and is not recorded in the hand; a travel document and a validated visa are no permit held. */
    private boolean waits(CaseRecord record) {
        boolean granted = PermitCase.of(record) instanceof PermitCase.OnItsWayToTheHand
                || record.standing().status() == CaseStatus.DELIVERED;
        return granted && law.mayComeAsACard(record);
    }

    private HeldPermitFact fact(CaseRecord record, Instant now) {
        return new HeldPermitFact(
                PermitsInHand.reference(record), permit(record, number(record), now), FactLevel.VERIFIED, now);
    }

    /** The number of its card, as soon as there is one or the person has said it; until then that of its case. */
    private static String number(CaseRecord record) {
        return record.collection()
                .flatMap(card -> card.cardNumber().or(() -> card.declared().map(DeclaredReceipt::cardNumber)))
                .orElse(record.number().value());
    }

    /** What a case has granted, on a card of that number. */
    HeldPermit permit(CaseRecord granted, String number, Instant now) {
        DecisionFile decision = granted.decision().orElseThrow();
        Edition edition = law.at(now);
        return new HeldPermit(
                granted.filed().permit(),
                number,
                edition.permit(granted.filed().permit())
                        .flatMap(entry -> entry.documentKind().ifSettled()),
                decision.validFrom().orElseThrow(),
                decision.validUntil().orElseThrow());
    }
}
