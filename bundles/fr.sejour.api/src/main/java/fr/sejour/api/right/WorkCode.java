package fr.sejour.api.right;

/** The work right in one code; each has one sentence per language. */
public enum WorkCode {
    /** No right to work. */
    NONE,
    /** Any occupation. */
    ANY,
    /** As the held permit allows, within the limit that the right names. */
    AS_HELD,
    /** For the employer named in the work authorisation (C. trav. L. 5221-2). */
    WITH_AUTHORISATION,
    /** Salaried work up to a number of hours a year (C. trav. R. 5221-26). */
    HOURS_PER_YEAR;

    /** Whether the paper bears the mention "autorise son titulaire à travailler" (C. trav. R. 5221-48). */
    public boolean authorisesWork() {
        return this != NONE;
    }
}
