package fr.sejour.core.port;

import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the State already knows of people: our first register is a table of our own, fed by import and by hand-overs. */
@ProviderType
public interface RegisterRecords {

    /**
     * Keeps an entry, new or brought up to date; whom it is linked to stays, and nobody links it meanwhile.
     *
     * @return whom it is linked to
     */
    Optional<PersonId> keep(RegisterEntry entry);

    Optional<RegisterEntry> find(ForeignerNumber number);

    /**
     * Links an entry to a person. Work that finds it linked to somebody else meanwhile is run again.
     *
     * @return the entry as it stands from now on: an import may have brought it up to date since it was found
     */
    RegisterEntry link(ForeignerNumber number, PersonId person);

    /** Whom an entry is linked to. */
    Optional<PersonId> linked(ForeignerNumber number);
}
