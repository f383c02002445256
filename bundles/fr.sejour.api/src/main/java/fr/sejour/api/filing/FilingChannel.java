package fr.sejour.api.filing;

/** How a filing reached the administration. It decides which interim paper it gets and which clocks run. */
public enum FilingChannel {
    /** By the person or a helper, on the portal or through the API. */
    ONLINE,
    /** Keyed by an agent in front of the person. */
    COUNTER,
    /** Keyed by an agent from a letter. */
    POST,
    /** Keyed by an agent from an e-mail: no online service, yet an electronic message (CRPA L. 112-11). */
    EMAIL,
    /** Keyed by an agent because the online service could not be used (R. 431-2); worth an online filing. */
    SUBSTITUTE
}
