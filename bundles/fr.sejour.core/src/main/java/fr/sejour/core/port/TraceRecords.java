package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The attempts that failed, each under its number. Scope: an applicant reads those of their person; an agent those made in
 * a préfecture they serve, those of people with a case they may read, and those of nobody known; national services all.
 */
@ProviderType
public interface TraceRecords {

    /**
     * Keeps an attempt; nothing happens when one stands under that number.
     *
     * @return whether it is new
     */
    boolean keep(Attempt attempt);

    /** Keeps what has come to rest on an attempt: a filing, or the right to the substitute channel. */
    void change(Attempt changed);

    Optional<Attempt> find(Caller caller, AttemptNumber number);

    /** The attempts of a person, newest first; the caller has read the person before. */
    List<Attempt> ofPerson(PersonId person, int limit);

    /** How many attempts of that account there are since an instant; of nobody known when it is empty. */
    long countSince(Optional<AccountId> account, Instant since);
}
