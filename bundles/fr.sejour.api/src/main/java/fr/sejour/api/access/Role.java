package fr.sejour.api.access;

/** What a caller may do. */
public enum Role {
    /** A foreign national, for their own person. */
    APPLICANT,
    /** An agent of one or more préfectures, for the cases of these. */
    AGENT,
    /** An association or a lawyer, for those who gave them a mandate, and for what it allows. */
    HELPER,
    /** National services: every préfecture, accounts of agents, questions of law. */
    NATIONAL
}
