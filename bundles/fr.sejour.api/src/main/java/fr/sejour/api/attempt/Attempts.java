package fr.sejour.api.attempt;

import fr.sejour.api.access.Caller;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The attempts that failed. Each is numbered, dated and signed at once, also while the database is down: then it waits in a file
 * of this node, and reaches the database once, whatever happens in between. Without a key to sign with it is signed when it is read
 * and there is one again; it says then when that was.
 */
@ProviderType
public interface Attempts {

    /**
     * Keeps an attempt and gives its receipt. Never throws: whoever calls is answering a failure already.
     *
     * @return empty when it is not kept: this account has had its receipts for the hour, or nothing can be written anywhere
     */
    Optional<AttemptReceipt> keep(Failure failure);

    /**
     * An attempt by its number: a person's own; for agents and national services any, for nobody guesses a number and whoever has
     * one was shown it. That they read it stands in the history of its person's access.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}
     */
    Attempt find(Caller caller, AttemptNumber number);

    /** The attempts of the person that the caller speaks for, newest first, at most 200; none for agents. */
    List<Attempt> own(Caller caller);

    /** The attempts that wait in this node's file for the database, oldest first. */
    List<Attempt> waiting();

    /** Brings what waits to the database, as the platform does by itself; answers how many reached it. */
    int replay();
}
