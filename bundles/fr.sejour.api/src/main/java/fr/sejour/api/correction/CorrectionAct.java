package fr.sejour.api.correction;

import java.util.Optional;

/** What ends a proposal. */
public sealed interface CorrectionAct {

    /** The person takes it back, or an agent for them. */
    record Withdraw() implements CorrectionAct {}

    /**
     * An agent has seen that it is so.
     *
     * @param words what was seen; required where nothing else bears it out, see {@link Correction#restsOnWhatIsSaid}
     */
    record Approve(Optional<String> words) implements CorrectionAct {
        public Approve {
            words = words.map(Correction::inWords);
        }
    }

    /** An agent refuses it, with a reason that the person reads. */
    record Refuse(String reason) implements CorrectionAct {
        public Refuse {
            reason = Correction.inWords(reason);
        }
    }
}
