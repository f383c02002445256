package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the law needs to know of one filing. The core builds it from the filing and from the register.
 *
 * @param asked the permit asked for
 * @param article the article it is asked under; empty when the person named none
 * @param held the document in hand, expired or not; empty for a person who holds none
 * @param filedOn the legal day of the filing, in {@code zone}
 * @param entryDate the day of the last entry into France; empty when it is not known, or for a person born in France
 * @param workAuthorisation whether an authorisation of C. trav. L. 5221-2 was granted for the job
 * @param longStayVisa whether the person holds a long-stay visa that is still valid (L. 411-1 1° and 2°)
 * @param blueCardOfAnotherState whether the person, or for a family the person joined, holds a Blue Card of another Member
 *     State (R. 421-23, R. 421-37-7)
 * @param prefecture the responsible préfecture: some rights are written for a territory
 * @param zone the zone of its legal days
 */
public record FilingFacts(
        PermitCode asked,
        Optional<Article> article,
        Optional<HeldDocument> held,
        FilingChannel channel,
        LocalDate filedOn,
        LocalDate birthDate,
        Optional<LocalDate> entryDate,
        boolean workAuthorisation,
        boolean longStayVisa,
        boolean blueCardOfAnotherState,
        PrefectureCode prefecture,
        ZoneId zone) {

    /** @throws IllegalArgumentException when the filing, or the entry, is before the birth, or the entry after the filing */
    public FilingFacts {
        if (filedOn.isBefore(birthDate)) {
            throw new IllegalArgumentException("A filing is not before the person's birth");
        }
        if (entryDate.isPresent()
                && (entryDate.get().isBefore(birthDate) || entryDate.get().isAfter(filedOn))) {
            throw new IllegalArgumentException("An entry is between the person's birth and the filing");
        }
    }

    /** The same filing by somebody who has no work authorisation. */
    public FilingFacts withoutWorkAuthorisation() {
        return new FilingFacts(
                asked,
                article,
                held,
                channel,
                filedOn,
                birthDate,
                entryDate,
                false,
                longStayVisa,
                blueCardOfAnotherState,
                prefecture,
                zone);
    }

    /** The same filing by somebody who did not say when they entered France. */
    public FilingFacts withoutEntryDate() {
        return new FilingFacts(
                asked,
                article,
                held,
                channel,
                filedOn,
                birthDate,
                Optional.empty(),
                workAuthorisation,
                longStayVisa,
                blueCardOfAnotherState,
                prefecture,
                zone);
    }

    /** Whether it came by an electronic way, through the service of R. 431-2 or by e-mail (CRPA L. 112-11). */
    public boolean electronic() {
        return online() || channel == FilingChannel.EMAIL;
    }

    /** Whether the filing goes through the service of R. 431-2, or its substitute, which is worth the same. */
    public boolean online() {
        return channel == FilingChannel.ONLINE || channel == FilingChannel.SUBSTITUTE;
    }
}
