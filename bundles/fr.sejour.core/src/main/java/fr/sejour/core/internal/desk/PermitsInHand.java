package fr.sejour.core.internal.desk;

import fr.sejour.api.cases.Act;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an act changes in what is known of the permit in the person's hand: one was seen, handed over, or taken back. */
final class PermitsInHand {

    private static final Pattern OF_A_CASE = Pattern.compile("\\d{19}");

    private final GrantedHere granted;

    PermitsInHand(CaseLaw law) {
        this.granted = new GrantedHere(law);
    }

    void follow(Records records, CaseRecord before, CaseRecord after, Act act, Instant now) {
        if (act instanceof Act.SeeFacts) {
            before.filed()
                    .held()
                    .ifPresent(held -> recordSeen(records, before.filed().person(), held, now));
        } else if (act instanceof Act.HandOver || act instanceof Act.ConfirmReceipt) {
            recordCard(records, after, now);
        } else if (act instanceof Act.DeclareReceipt receipt) {
            declareCard(records, after, receipt.cardNumber(), now);
        } else if (act instanceof Act.RefuseReceipt) {
            records.people().forget(before.filed().person(), reference(before));
        } else if (act instanceof Act.Reopen && PermitCase.of(before) instanceof PermitCase.HandedOver) {
            takeBackCard(records, before);
        }
    }

    private static void recordSeen(Records records, PersonId person, HeldPermit held, Instant now) {
        records.people().find(Upkeep.READS_ALL, person).orElseThrow().heldPermits().stream()
                .filter(fact -> fact.permit().number().equals(held.number()) && fact.level() == FactLevel.DECLARED)
                .findFirst()
                .ifPresent(fact ->
                        records.people().keep(person, new HeldPermitFact(fact.reference(), held, FactLevel.SEEN, now)));
    }

    /** The card in the hand is what the person holds from now on, and the register knows it. */
    private void recordCard(Records records, CaseRecord after, Instant now) {
        String number = after.collection().flatMap(card -> card.cardNumber()).orElseThrow();
        HeldPermit card = granted.permit(after, number, now);
        PersonRecord person =
                records.people().find(Upkeep.READS_ALL, after.filed().person()).orElseThrow();
        records.people().keep(person.id(), new HeldPermitFact(reference(after), card, FactLevel.VERIFIED, now));
        register(records, person, Optional.of(card));
    }

    /** Of the card only its receipt is the person's word: what it is has been decided here. */
    private void declareCard(Records records, CaseRecord after, String number, Instant now) {
        records.people()
                .keep(
                        after.filed().person(),
                        new HeldPermitFact(
                                reference(after), granted.permit(after, number, now), FactLevel.DECLARED, now));
    }

    /**
     * The hand-over was recorded by mistake: nobody holds that card, and what was held before is held still. A case that was
     * filed on the card before its permit began rests on a word again; once that has begun the decision itself stands for it.
     */
    private static void takeBackCard(Records records, CaseRecord before) {
        PersonRecord person =
                records.people().find(Upkeep.READS_ALL, before.filed().person()).orElseThrow();
        records.people().forget(person.id(), reference(before));
        String number = before.collection().flatMap(card -> card.cardNumber()).orElseThrow();
        records.cases().ofPerson(Upkeep.READS_ALL, person.id()).stream()
                .filter(other -> PermitCase.of(other) instanceof PermitCase.Undecided)
                .filter(other -> other.filed()
                        .held()
                        .filter(held -> held.number().equals(number))
                        .filter(held -> held.validFrom().isAfter(other.filed().filedOn()))
                        .isPresent())
                .forEach(other -> records.cases()
                        .change(other.withStanding(other.standing().withFacts(FactLevel.DECLARED))));
        register(
                records,
                person,
                person.heldPermits().stream()
                        .filter(fact -> fact.level() == FactLevel.VERIFIED)
                        .filter(fact -> !fact.reference().equals(reference(before)))
                        .map(HeldPermitFact::permit)
                        .max(Comparator.comparing(HeldPermit::validUntil)));
    }

    private static void register(Records records, PersonRecord person, Optional<HeldPermit> held) {
        person.foreignerNumber()
                .flatMap(records.register()::find)
                .ifPresent(entry -> records.register()
                        .keep(new RegisterEntry(
                                entry.number(),
                                entry.civilStatus(),
                                held,
                                entry.protection(),
                                entry.letterCodeDigest())));
    }

    /** Whether the permit was decided here, so that at most its receipt is somebody's word. */
    static boolean decidedHere(HeldPermitFact fact) {
        return OF_A_CASE.matcher(fact.reference()).matches();
    }

    /** The card of a case is known by the case's number. */
    static String reference(CaseRecord record) {
        return record.number().value();
    }
}
