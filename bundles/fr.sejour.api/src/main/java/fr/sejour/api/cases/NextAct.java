package fr.sejour.api.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What comes next on an open case.
 *
 * @param who whose turn it is
 * @param what the code of the sentence that says it, for example {@code decide}
 * @param by the day it is due
 */
public record NextAct(Who who, String what, LocalDate by, Optional<String> owner) {

    /** Whatever can be owed on a case, in the order of its life. */
    public static final List<String> CODES = List.of(
            "take-up",
            "answer-pieces",
            "decide",
            "notify",
            "order-card",
            "produce-card",
            "collect-card",
            "confirm-receipt",
            "deliver",
            "obey-court",
            "close");

    /** Whose turn it is. */
    public enum Who {
        PERSON,
        PREFECTURE,
        CARD_MAKER
    }
}
