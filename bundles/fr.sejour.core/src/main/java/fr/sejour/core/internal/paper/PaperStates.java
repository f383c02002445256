package fr.sejour.core.internal.paper;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CheckDesk.State;
import java.time.Instant;
import java.util.Set;

/** What a paper is worth at an instant. Pure. */
final class PaperStates {

    /** The reasons for which another paper stands in the place of one. */
    private static final Set<String> REPLACING = Set.of("corrected", "replaced");

    private PaperStates() {}

    static State of(Attestation paper, Instant now) {
        if (paper.end().filter(end -> !now.isBefore(end.at())).isPresent()) {
            return paper.isRevoked() ? State.REVOKED : isReplaced(paper.end().get()) ? State.REPLACED : State.ENDED;
        }
        if (now.isBefore(paper.validity().start())) {
            return State.NOT_YET_VALID;
        }
        return paper.validAt(now) ? State.VALID : State.EXPIRED;
    }

    static boolean isReplaced(Attestation.End end) {
        return REPLACING.contains(end.reason());
    }
}
