package fr.sejour.api.cases;

/** What a malware scan says of a file. */
public enum ScanState {
    /** Looked at, and nothing was found. */
    CLEAN,
    /** To be looked at as soon as the scanner answers again; no agent is shown it before. */
    WAITING,
    /** This installation has no scanner. */
    NONE,
    /** Malware was found once it could be looked at: nobody is given it any more. */
    INFECTED
}
