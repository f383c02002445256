package fr.sejour.api.access;

/** What a caller may do. */
public enum Role {
    /** A foreign national, for their own person. */
    APPLICANT,
    /** An agent of one or more préfectures, for the cases of these. */
    AGENT,
    /** National services: every préfecture, accounts of agents, questions of law. */
    NATIONAL
}
