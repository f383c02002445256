package fr.sejour.api.attestation;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.person.PersonId;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The codes by which people share what they may do. They are the person's own: nobody else gives one, reads one or takes one back.
 */
@ProviderType
public interface Shares {

    /**
     * A fresh code.
     *
     * @param lastDay today at the earliest, {@link Share#LONGEST_DAYS} days on at the latest
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the caller is somebody else; {@code CONTRADICTORY_INPUT}
     *     when the day is outside those bounds; {@code TOO_MANY_SHARES} when a hundred codes are answered already
     */
    Share give(Caller caller, PersonId person, Purpose purpose, LocalDate lastDay);

    /**
     * The codes that are still answered, the newest first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the caller is somebody else
     */
    List<Share> ofPerson(Caller caller, PersonId person);

    /**
     * Takes a code back; from then on it is answered like one that nobody gave. Doing it again changes nothing.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the caller is somebody else, or gave no such code
     */
    void end(Caller caller, PersonId person, ShareCode code);
}
