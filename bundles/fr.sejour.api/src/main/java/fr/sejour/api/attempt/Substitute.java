package fr.sejour.api.attempt;

import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.text.Codes;
import java.time.Instant;
import java.util.Optional;

/**
 * The right to file by the substitute channel (R. 431-2): nobody has to invite the person. The number and the signature of the
 * attempt that gives it are its proof, and the day of the attempt counts as that of a filing once an agent has confirmed it.
 *
 * @param prefecture where, when that is known
 */
public record Substitute(Instant openedAt, Because because, Optional<PrefectureCode> prefecture) {

    /** What opened it. */
    public enum Because {
        /** The platform itself failed while the person filed. */
        PLATFORM_FAILED,
        /** The person reported that they cannot file. */
        REPORTED,
        /** A report of something that blocks was not answered by its day. */
        REPORT_UNANSWERED;

        public String slug() {
            return Codes.of(this);
        }
    }
}
