package fr.sejour.web.page;

import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;

/** Where a case stands and what comes next, alike on every page. */
public final class CaseWords {

    private CaseWords() {}

    /** As the style sheet calls how good the news is. */
    public static String tone(CaseStatus status) {
        return switch (status) {
            case GRANTED, CARD_IN_PRODUCTION, CARD_READY, HANDED_OVER, DELIVERED -> "yes";
            case AWAITING_PIECES, SILENTLY_REFUSED -> "open";
            case REFUSED, REGISTRATION_REFUSED -> "no";
            case FILED, UNDER_REVIEW, WITHDRAWN, MOOT -> "plain";
        };
    }

    /** What comes next, in words; a code without a sentence says at least whose turn it is. */
    public static String next(Words words, NextAct next) {
        return words.ifSaid("next." + next.what()).orElseGet(() -> words.code("next.other", next.who()));
    }
}
