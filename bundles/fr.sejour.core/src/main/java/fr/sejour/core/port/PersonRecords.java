package fr.sejour.core.port;

import fr.sejour.api.access.Caller;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people. Scope: an applicant reads their own person; an agent the people with a case they may read; national services all.
 */
@ProviderType
public interface PersonRecords {

    void add(PersonRecord fresh);

    /** Keeps a changed person. A permit once known stays known: one that is not named is left as it was. */
    void change(PersonRecord changed);

    Optional<PersonRecord> find(Caller caller, PersonId person);

    /** Keeps a fact about a held permit under its reference, new or changed. */
    void keep(PersonId person, HeldPermitFact fact);

    /** Takes back the fact about a held permit that stands under that reference: it never was one. */
    void forget(PersonId person, String reference);
}
