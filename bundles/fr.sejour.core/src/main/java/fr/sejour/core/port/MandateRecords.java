package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.person.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who may be given a mandate, and the mandates. No scope: whoever reads has found the person, or asks for their own account. */
@ProviderType
public interface MandateRecords {

    void add(Mandatary fresh);

    Optional<Mandatary> mandatary(MandataryCode code);

    void add(Mandate fresh);

    /** Keeps who ended a mandate, and when. */
    void end(Mandate ended);

    /** The mandates of a person, the newest first. */
    List<Mandate> ofPerson(PersonId person);

    Optional<Mandate> find(MandateNumber number);

    /** The mandates that an account was given and nobody has ended, whatever their days. */
    List<Mandate> ofMandatary(AccountId account);

    /** Those of them that this person gave. */
    List<Mandate> between(AccountId account, PersonId person);

    /**
     * The mandates of an account that stand on a day, by the names of who gave them, then by number.
     *
     * @param after the one they follow; empty for the first ones
     */
    List<Mandates.Helped> helped(AccountId account, LocalDate day, Optional<Mandates.Helped> after, int limit);
}
