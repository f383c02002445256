package fr.sejour.core.port;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people. Scope: an applicant reads their own person; an agent the people with a case they may read; national services all.
 */
@ProviderType
public interface PersonRecords {

    void add(PersonRecord fresh);

    /**
     * Keeps a changed person. A permit once known stays known: one that is not named is left as it was, and so are the papers of
     * an earlier system.
     */
    void change(PersonRecord changed);

    /**
     * Keeps the person to this transaction until its end: whoever asks for the same one waits. Work that changes anything
     * around a person asks first, before it reads what it goes by, so that whatever locks follow are taken in one order.
     */
    void hold(PersonId person);

    /** Does the same with the person of a case; nothing when there is no such case. */
    void hold(CaseNumber number);

    Optional<PersonRecord> find(Caller caller, PersonId person);

    /** The people born that day whose names hold words that begin like each of these, by family name; none without a word. */
    List<PersonRecord> named(Caller caller, String name, LocalDate birthDate, int limit);

    /** Keeps a fact about a held permit under its reference, new or changed. */
    void keep(PersonId person, HeldPermitFact fact);

    /** Keeps a paper of an earlier system, new or ended. */
    void keep(PersonId person, EarlierPaper paper);

    /** Takes back the fact about a held permit that stands under that reference: it never was one. */
    void forget(PersonId person, String reference);

    /** Where the person lives, by what was said last; empty when nobody has said. The caller has read the person before. */
    Optional<DeclaredResidence> residence(PersonId person);

    /** Keeps where the person lives, in place of what was said before. */
    void keepResidence(PersonId person, DeclaredResidence residence);
}
