package fr.sejour.core.port;

import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the watchdog sees of a case in passing.
 *
 * @param seen empty when what is kept of the case cannot be read
 */
public record CaseGlance(CaseNumber number, Optional<Seen> seen) {

    /**
     * What can be read of it.
     *
     * @param filedIn the zone of the préfecture that the filing reached
     * @param notified whether a decision of the case has reached its person
     * @param next whose turn it says it is
     * @param inPlace whether it stands in its queue where its days put it, or in none when it is nobody's turn
     */
    public record Seen(
            CaseStatus status,
            boolean notified,
            ZoneId filedIn,
            PrefectureCode prefecture,
            Optional<PendingTransfer> transfer,
            Optional<NextAct> next,
            Optional<Instant> wakeAt,
            boolean inPlace) {}
}
