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
 * @param question what has to be answered, when it is a question of law, or the number that it is about
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
        /** Nobody has begun to instruct the case. */
        TAKE_UP,
        /** Decide before silence refuses. */
        DECIDE,
        /** The permit is granted and nobody has ordered its card. */
        ORDER_CARD,
        /** The card was ordered and has not come. */
        CHASE_CARD,
        /** The card is ready and its holder has not come. */
        REMIND_HOLDER,
        /** What was granted needs no card and nobody has delivered it. */
        DELIVER,
        /** The person says that the card is in their hand; confirm it or say why not. */
        CONFIRM_RECEIPT,
        /** Two cases of the person look like one: take the other over or keep them apart. */
        LOOK_AT_DUPLICATE,
        /** The person named a case of somebody else that theirs follows: say whether it does. */
        CONFIRM_LINK,
        /** The person, or an agent for them, says that their civil status is another: approve it or refuse it. */
        ANSWER_CORRECTION,
        /** The case that this one follows ended: look at this one again. */
        LOOK_AGAIN,
        /** The person is under eighteen and nobody is known to act for them. */
        NAME_REPRESENTATIVE,
        /** The person has come of age and is reached where their representative was: ask where they are. */
        ASK_FOR_CONTACT,
        /** The law has come to give less than the paper in the hand, which stands to its last day: see to what follows it. */
        SEE_FEWER_RIGHTS,
        /** A decision against the person has not reached them. */
        NOTIFY,
        /** The person asked for the reasons of a silent refusal. */
        GIVE_REASONS,
        /** A judge ordered something that is not done. */
        OBEY_COURT,
        /** What was granted is over, and the case is still open. */
        CLOSE
    }

    /** How far up a task has gone. */
    public enum Escalation {
        TEAM,
        CHIEF,
        NATIONAL
    }
}
