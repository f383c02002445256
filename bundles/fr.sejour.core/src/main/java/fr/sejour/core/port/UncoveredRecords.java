package fr.sejour.core.port;

import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The days on which people who were entitled to a proof of right held none. What is noted stays. */
@ProviderType
public interface UncoveredRecords {

    /** Notes those of one person's days that are not noted yet: each day of a person counts once, whatever is said of it later. */
    void keep(PersonId person, List<UncoveredDay> days);

    /** The days of a person, the first one first. */
    List<UncoveredDay> ofPerson(PersonId person);

    /** How many days are noted in each préfecture; one without any is left out. */
    Map<PrefectureCode, Long> countByPrefecture();
}
