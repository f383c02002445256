package fr.sejour.core.port;

import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The days on which people who were entitled to a proof of right held none, which stay as they were noted, and the gaps that open
 * cases leave, as they are seen now. No scope: the caller has been found to lead the préfectures before.
 */
@ProviderType
public interface UncoveredRecords {

    /**
     * Notes those of one person's days that are not noted yet: each day of a person counts once, whatever is said of it later. They
     * are there from the end of the transaction on.
     */
    void keep(PersonId person, List<UncoveredDay> days);

    /**
     * The next cases whose person goes without a proof on a day that has begun and is not noted, and on which the clock has nothing
     * else to do; the longest waiting first, of one instant the case filed first. Their people are kept to this transaction as
     * {@link DueRecords#claim} does it.
     */
    List<WithoutProof> begun(Instant now, int limit);

    /**
     * Somebody who goes without a proof that they are owed, as their case was last looked at.
     *
     * @param filedIn the zone of the préfecture that the filing reached
     * @param gap the gap of coverage that the case says it leaves open
     * @param dayAt when the next day begins that is to be noted
     * @param wakeAt when the clock has something else to do on the case
     */
    record WithoutProof(
            CaseNumber number,
            PersonId person,
            PrefectureCode prefecture,
            ZoneId filedIn,
            Optional<PlannedGap> gap,
            Instant dayAt,
            Optional<Instant> wakeAt) {}

    /** The days of a person, the first one first. */
    List<UncoveredDay> ofPerson(PersonId person);

    /** How many days are noted in each préfecture; one without any is left out. */
    Map<PrefectureCode, Long> countByPrefecture();

    /**
     * The days noted at some préfectures, each day of each person once, and the people they are of; one without any is left out.
     *
     * @param prefectures empty for every one
     */
    List<UncoveredMonth> count(List<PrefectureCode> prefectures, YearMonth month);

    /**
     * The gaps that open cases leave, the one that began first first, then by number.
     *
     * @param prefectures empty for every one
     * @param until the last day on which they begin
     * @param needingSomebody only those that no paper closes by itself
     */
    List<GapRow> gaps(
            List<PrefectureCode> prefectures,
            LocalDate until,
            boolean needingSomebody,
            Optional<GapKey> after,
            int limit);

    /** The key a page of gaps ended at. */
    record GapKey(LocalDate from, CaseNumber number) implements Comparable<GapKey> {

        private static final Comparator<GapKey> ORDER =
                Comparator.comparing(GapKey::from).thenComparing(GapKey::number);

        @Override
        public int compareTo(GapKey other) {
            return ORDER.compare(this, other);
        }
    }
}
