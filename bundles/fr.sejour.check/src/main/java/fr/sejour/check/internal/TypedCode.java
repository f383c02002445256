package fr.sejour.check.internal;

import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.ShareCode;

/** A code as somebody typed it: nobody has to say which of the two kinds they hold. */
sealed interface TypedCode {

    /** The code of a paper. */
    record OfPaper(CheckCode code) implements TypedCode {}

    /** The code that a person shares. */
    record Shared(ShareCode code) implements TypedCode {}

    /** @throws IllegalArgumentException when it is neither */
    static TypedCode read(String typed) {
        return CheckCode.fits(typed) ? new OfPaper(new CheckCode(typed)) : new Shared(new ShareCode(typed));
    }
}
