package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.NextAct;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What comes next on an open case: whose turn it is, what is owed, and by which day. */
public record NextActAnswer(
        String who,
        String what,
        @Nullable String sentence,
        LocalDate by,
        @Nullable String owner) {

    static NextActAnswer of(NextAct next, Wording wording) {
        return new NextActAnswer(
                Codes.of(next.who()),
                next.what(),
                wording.sentenceIfKnown("next." + next.what()),
                next.by(),
                next.owner().orElse(null));
    }
}
