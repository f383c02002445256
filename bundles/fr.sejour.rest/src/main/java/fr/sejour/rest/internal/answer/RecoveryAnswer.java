package fr.sejour.rest.internal.answer;

import fr.sejour.api.access.Recoveries.Opened;
import java.time.Instant;

/** A way in that waits for its person; the code is shown here and nowhere else. */
public record RecoveryAnswer(String code, Instant until) {

    public static RecoveryAnswer of(Opened opened) {
        return new RecoveryAnswer(opened.code().printed(), opened.until());
    }

    /** Never the code. */
    @Override
    public String toString() {
        return "RecoveryAnswer[hidden]";
    }
}
