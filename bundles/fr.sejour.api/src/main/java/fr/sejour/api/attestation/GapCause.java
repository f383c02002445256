package fr.sejour.api.attestation;

/** Why a person who is entitled to a proof of right holds none. */
public enum GapCause {
    /** What the case rests on is only declared, and no agent has seen it yet. */
    FACTS_TO_SEE,
    /** The file is incomplete: a paper waits for what is missing. */
    FILE_INCOMPLETE,
    /** Our reading of the law leaves open which paper there is. */
    LAW_OPEN,
    /** The law has no paper here that comes without somebody's act. */
    NO_AUTOMATIC_PAPER,
    /** The permit granted is over, and its card never came into the hand. */
    GRANT_OVER,
    /** The paper was due, and the platform issued it late. */
    PAPER_LATE
}
