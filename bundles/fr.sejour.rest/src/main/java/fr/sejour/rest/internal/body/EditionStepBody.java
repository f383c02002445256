package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/** What is to be done with an edition of the law. */
public record EditionStepBody(@Nullable String what) {

    /** The steps there are. */
    public enum What {
        REHEARSE,
        ACTIVATE,
        ROLL_BACK
    }

    public What toWhat() {
        return Input.code("what", what, What.class);
    }
}
