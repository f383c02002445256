package fr.sejour.api.cases;

import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import java.time.Instant;
import java.util.Optional;

/**
 * A piece of a case: what the law makes of it, what was given, and what an agent found.
 *
 * @param need why the case speaks of it at all
 * @param blocking whether the file is incomplete without it (R. 431-10; CE avis 494718)
 * @param basis where that is read
 * @param given the version that stands; what was given before it is in the history
 * @param finding what a named agent said of it last; empty once it has been given again
 */
public record PieceFile(
        PieceType type,
        State state,
        Need need,
        Reading<Boolean> blocking,
        Optional<String> basis,
        Optional<Given> given,
        Optional<PieceFinding> finding) {

    /** Where the piece stands. */
    public enum State {
        MISSING,
        /** Asked for by an agent and not come yet, whatever was given before. */
        ASKED,
        GIVEN,
        /** Refused by an agent with a reason: it counts as missing until it is given again. */
        REFUSED,
        /** An agent found that this person need not give it. */
        WAIVED
    }

    /** Why the case speaks of the piece. */
    public enum Need {
        /** No file is complete without it. */
        REQUIRED,
        /** To be given, and never a reason to call the file incomplete or to stop its examination (CRPA L. 114-5-1). */
        WANTED,
        AT_HAND_OVER,
        /** On no list of this permit: an agent asked for it. */
        ASKED_BESIDES
    }

    /** The version of a piece that stands. */
    public record Given(int version, String mediaType, long size, Instant at, ScanState scan) {}

    public Optional<String> mediaType() {
        return given.map(Given::mediaType);
    }

    public Optional<Long> size() {
        return given.map(Given::size);
    }

    public Optional<Instant> givenAt() {
        return given.map(Given::at);
    }

    /** Why it was asked for, refused or waived. */
    public Optional<String> reason() {
        return finding.map(PieceFinding::reason);
    }
}
