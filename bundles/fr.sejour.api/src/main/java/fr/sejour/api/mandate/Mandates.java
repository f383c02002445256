package fr.sejour.api.mandate;

import fr.sejour.api.access.Caller;
import fr.sejour.api.person.PersonId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Gives, shows and ends mandates. Each method is one transaction, unless it says otherwise. */
@ProviderType
public interface Mandates {

    /**
     * Gives a mandate: the person themselves, or an agent who records a paper that the person has signed.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code NOT_YOURS_TO_DO} for an agent whose préfectures only read the person's cases; {@code UNKNOWN_MANDATARY};
     *     {@code MANDATE_STANDS} when one already stands, or is to, for the same mandatary; {@code CONTRADICTORY_INPUT} for days
     *     that do not fit, or a document that is missing or not for this role
     */
    MandateFile give(Caller caller, PersonId person, NewMandate said);

    /**
     * The mandates of a person, the newest first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope
     */
    List<MandateFile> ofPerson(Caller caller, PersonId person);

    /**
     * Ends a mandate at once; one that has ended stays as it is.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope, or has no such
     *     mandate; {@code NOT_YOURS_TO_DO} for an agent whose préfectures only read the person's cases
     */
    void end(Caller caller, PersonId person, MandateNumber number);

    /**
     * Closes the account of a mandatary for good, with its sessions, and then ends each of their mandates; whoever gave one is told.
     * Each mandate is a transaction of its own: asked again after a stop, it goes on.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for all but the national services; {@code NOT_FOUND}
     */
    void close(Caller caller, MandataryCode code);

    /**
     * What stands for the mandatary who asks, by the names of the people, a page of at most {@value HelpedPage#ROWS} at a time.
     *
     * @param after the key that the page before gave; it names a mandate, so that nobody's name stands in an address
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for anybody else; {@code MALFORMED_INPUT} for a key that no page
     *     of theirs gave
     */
    HelpedPage own(Caller caller, Optional<MandateNumber> after);

    /**
     * One of them.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for anybody but a mandatary; {@code NOT_FOUND} when it does not
     *     stand, or is somebody else's
     */
    Helped own(Caller caller, MandateNumber number);

    /** A mandate with the name of who gave it. */
    record Helped(Mandate mandate, String familyName, String givenNames) {}

    /**
     * Some of the people whom a mandatary helps.
     *
     * @param next the key of the next page; empty on the last
     */
    record HelpedPage(List<Helped> people, Optional<MandateNumber> next) {

        /** How many people a page holds. */
        public static final int ROWS = 50;

        public HelpedPage {
            people = List.copyOf(people);
        }
    }
}
