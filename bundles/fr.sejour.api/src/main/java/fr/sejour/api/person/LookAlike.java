package fr.sejour.api.person;

import fr.sejour.api.access.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may be the same human being as a person. The platform points it out and joins nobody: what each has stays theirs.
 *
 * @param somebody who; empty when nothing of them is within the caller's scope
 * @param reasons what the two share, never nothing
 * @param keptApart when an agent said that they are two people
 */
public record LookAlike(Optional<Somebody> somebody, Set<Likeness> reasons, Optional<KeptApart> keptApart) {

    public LookAlike {
        reasons = Set.copyOf(reasons);
    }

    /** The other person, as far as an agent has to know them to tell the two apart. */
    public record Somebody(PersonId person, CivilStatus civilStatus) {}

    /**
     * What an agent said.
     *
     * @param by the account that said so
     * @param words why
     */
    public record KeptApart(Instant at, AccountId by, String words) {}

    /** What two people share. */
    public enum Likeness {
        /** Names of the same words in any order, accents and capitals apart, and the same birth date. */
        SAME_NAME_AND_BIRTH_DATE,
        /** Both say that they hold the permit of one number. */
        SAME_HELD_PERMIT,
        /** The register knows one of them under a number that the other has, or gives as that of a permit. */
        SAME_FOREIGNER_NUMBER
    }
}
