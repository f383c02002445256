package fr.sejour.api.cases;

import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An act owed by a team.
 *
 * @param owner the préfecture that owes it; empty for the national jurist
 * @param kind what is owed
 * @param escalation who has been told so far
 * @param question what has to be answered, when it is a question of law
 */
public record Task(
        String id,
        CaseNumber caseNumber,
        Kind kind,
        Optional<PrefectureCode> owner,
        LocalDate dueOn,
        Escalation escalation,
        Optional<String> question) {

    /** What a team owes. */
    public enum Kind {
        /** See what the person declared and the case rests on, within two working days. */
        SEE_FACTS,
        /** Say whether the day of the attempt that the person named counts, within two working days. */
        CONFIRM_ATTEMPT,
        /** The right in hand ends and no paper may be issued without an agent. */
        PREVENT_GAP,
        /** A value of the law is undetermined and a paper waits for it. */
        SETTLE_LAW,
        /** Decide before silence refuses. */
        DECIDE,
        /** The permit is granted and nobody has ordered its card. */
        ORDER_CARD,
        /** What was granted needs no card and nobody has delivered it. */
        DELIVER,
        /** A decision against the person has not reached them. */
        NOTIFY
    }

    /** How far up a task has gone. */
    public enum Escalation {
        TEAM,
        CHIEF,
        NATIONAL
    }
}
