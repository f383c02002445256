package fr.sejour.api.access;

import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asking, in which role, with which scope. Every service takes one and every read of the store is bounded by it: what
 * is out of scope reads exactly like what does not exist.
 *
 * @param account the login that asks
 * @param role what it may do
 * @param person the person an applicant speaks for; empty for agents
 * @param prefectures the préfectures an agent serves; empty for the other roles
 * @param mandate under which a helper's account speaks for the person, inside the transaction that has found it to stand
 */
public record Caller(
        AccountId account,
        Role role,
        Optional<PersonId> person,
        Set<PrefectureCode> prefectures,
        Optional<MandateNumber> mandate) {

    /** @throws IllegalArgumentException when the scope does not fit the role */
    public Caller {
        prefectures = Set.copyOf(prefectures);
        if (person.isPresent() != (role == Role.APPLICANT)) {
            throw new IllegalArgumentException("An applicant speaks for a person, and nobody else does");
        }
        if (prefectures.isEmpty() == (role == Role.AGENT)) {
            throw new IllegalArgumentException("An agent serves one or more préfectures, and nobody else does");
        }
    }

    public static Caller applicant(AccountId account, PersonId person) {
        return new Caller(account, Role.APPLICANT, Optional.of(person), Set.of(), Optional.empty());
    }

    public static Caller agent(AccountId account, Set<PrefectureCode> prefectures) {
        return new Caller(account, Role.AGENT, Optional.empty(), prefectures, Optional.empty());
    }

    public static Caller national(AccountId account) {
        return new Caller(account, Role.NATIONAL, Optional.empty(), Set.of(), Optional.empty());
    }

    /** An association or a lawyer. By itself it reads nothing: it is a mandate that lets it speak for somebody. */
    public static Caller helper(AccountId account) {
        return new Caller(account, Role.HELPER, Optional.empty(), Set.of(), Optional.empty());
    }

    /** The same account, speaking for the person who gave it that mandate. */
    public Caller under(MandateNumber number, PersonId mandator) {
        return new Caller(account, Role.APPLICANT, Optional.of(mandator), Set.of(), Optional.of(number));
    }

    /** Whether it works for a préfecture or for the national services. */
    public boolean isStaff() {
        return role == Role.AGENT || role == Role.NATIONAL;
    }

    public boolean speaksFor(PersonId other) {
        return person.map(other::equals).orElse(false);
    }

    public boolean serves(PrefectureCode prefecture) {
        return role == Role.NATIONAL || prefectures.contains(prefecture);
    }
}
