package fr.sejour.api.right;

import java.util.List;
import java.util.Optional;

/**
 * What a person may do by all their proofs together: of each right the widest that a proof settles.
 *
 * @param stay empty when no proof says anything of it
 * @param work none of them within another: two papers may each allow one employer's work
 * @param open whether a proof leaves something open that the others do not settle more widely
 */
public record HeldRights(
        Optional<Right<StayRight>> stay,
        List<Right<WorkRight>> work,
        Optional<Right<TravelRight>> travel,
        Optional<Right<SocialRight>> social,
        boolean open) {

    public HeldRights {
        work = List.copyOf(work);
    }
}
