package fr.sejour.api.attestation;

import fr.sejour.api.access.Caller;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What those who lead see of the promise that nobody goes without a proof of right: the chiefs of a préfecture there, the national
 * services everywhere. To an agent who leads nowhere it answers {@code NOT_YOURS_TO_DO}, and for a préfecture that the caller does
 * not serve {@code NOT_FOUND}. Reading only, of what the last look at each case found.
 */
@ProviderType
public interface CoverageGaps {

    /** The longest range of months that is counted at once. */
    int MOST_MONTHS = 24;

    /**
     * The gaps that have begun or are to come, the one that began first first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code MALFORMED_INPUT} for a key that no page gave
     */
    GapPage gaps(Caller caller, GapQuery query);

    /**
     * The days noted, by month and préfecture; a préfecture without any is left out.
     *
     * @param prefecture one of those that the caller leads; empty for all of them
     * @throws fr.sejour.api.fault.CaseException {@code CONTRADICTORY_INPUT} when the last month is before the first one, or more
     *     than {@link #MOST_MONTHS} are asked for
     */
    List<UncoveredMonth> uncoveredDays(
            Caller caller, Optional<PrefectureCode> prefecture, YearMonth from, YearMonth until);

    /** The préfectures that the caller leads; empty for all of them, which the national services do. */
    List<PrefectureCode> led(Caller caller);
}
