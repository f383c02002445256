package fr.sejour.api.catalogue;

import java.util.Optional;

/**
 * A piece that a filing asks for.
 *
 * @param blocking whether the file is incomplete without it (R. 431-10; CE avis 494718)
 * @param waivable whether some people need not give it
 * @param requiredWhen the situation in which it is asked for, in words; empty means always
 * @param waivedWhen the situation in which it is not asked for, in words
 * @param phase when it is owed; a piece owed at collection never blocks a filing
 * @param maxAgeMonths how old it may be, in months
 * @param source where the catalogue read it
 */
public record PieceRequirement(
        PieceType type,
        String labelFr,
        String labelEn,
        Reading<Boolean> blocking,
        Reading<Boolean> waivable,
        Optional<String> blockingBasis,
        Optional<String> requiredWhen,
        Optional<String> waivedWhen,
        Phase phase,
        Optional<Integer> maxAgeMonths,
        String source) {

    /** When a piece is owed. */
    public enum Phase {
        FILING,
        COLLECTION
    }
}
