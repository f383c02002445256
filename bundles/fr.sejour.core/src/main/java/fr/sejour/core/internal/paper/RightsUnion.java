package fr.sejour.core.internal.paper;

import fr.sejour.api.attestation.CoverageLedger.Interval;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.right.HeldRights;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.WorkCode;
import fr.sejour.api.right.WorkRight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Adds up the rights of several proofs. Pure. */
final class RightsUnion {

    /** From the narrowest to the widest: a proof that stands alone is worth more than one shown beside another document. */
    static final List<StayRight> STAY =
            List.of(StayRight.NOT_PROVEN, StayRight.PROVEN_WITH_EXPIRED_PERMIT, StayRight.PROVEN);

    static final List<TravelRight> TRAVEL =
            List.of(TravelRight.NONE, TravelRight.RETURN_WITH_EXPIRED_PERMIT, TravelRight.RETURN);

    static final List<SocialRight> SOCIAL = List.of(SocialRight.NONE, SocialRight.MAINTAINED);

    private RightsUnion() {}

    static HeldRights of(List<Interval> proofs) {
        List<Right<WorkRight>> work = work(proofs);
        return new HeldRights(
                widest(proofs, Interval::stay, STAY),
                work,
                widest(proofs, Interval::travel, TRAVEL),
                widest(proofs, Interval::social, SOCIAL),
                proofs.stream().anyMatch(proof -> !proof.work().value().isSettled())
                        && work.stream().noneMatch(right -> right.value().equals(Reading.settled(WorkRight.ANY))));
    }

    /** Whether a work right lets its holder do all that another one does. */
    static boolean includes(WorkRight wide, WorkRight narrow) {
        return wide.code() == WorkCode.ANY
                || narrow.code() == WorkCode.NONE
                || wide.equals(narrow)
                || (wide.hoursPerYear().isPresent()
                        && narrow.hoursPerYear().isPresent()
                        && wide.hoursPerYear().getAsInt()
                                >= narrow.hoursPerYear().getAsInt());
    }

    private static List<Right<WorkRight>> work(List<Interval> proofs) {
        List<Right<WorkRight>> kept = new ArrayList<>();
        for (Interval proof : proofs) {
            Optional<WorkRight> settled = proof.work().value().ifSettled();
            if (settled.isPresent() && kept.stream().noneMatch(right -> includes(of(right), settled.get()))) {
                kept.removeIf(right -> includes(settled.get(), of(right)));
                kept.add(proof.work());
            }
        }
        return kept;
    }

    private static WorkRight of(Right<WorkRight> settled) {
        return settled.value().ifSettled().orElseThrow();
    }

    private static <T> Optional<Right<T>> widest(
            List<Interval> proofs, Function<Interval, Right<T>> right, List<T> narrowFirst) {
        return proofs.stream()
                .map(right)
                .filter(it -> it.value().isSettled())
                .max(Comparator.comparingInt(
                        it -> narrowFirst.indexOf(it.value().ifSettled().orElseThrow())));
    }
}
