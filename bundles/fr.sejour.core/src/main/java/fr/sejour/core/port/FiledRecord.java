package fr.sejour.core.port;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What was asked, when and how. Only what is known of the permit held then can still change.
 *
 * @param filedOn the legal day of the filing, in {@code zone}
 * @param held the permit the person held when they filed: what they said of it, until the register says otherwise
 * @param edition the name of the edition of the law the filing was assessed under
 */
public record FiledRecord(
        PersonId person,
        PermitCode permit,
        Optional<Article> article,
        FilingChannel channel,
        Residence residence,
        Optional<LocalDate> entryDate,
        boolean workAuthorisation,
        Instant filedAt,
        LocalDate filedOn,
        ZoneId zone,
        Optional<HeldPermit> held,
        String edition) {

    /**
     * The same filing and an earlier or later one on the same ground taken as one: made on the day of the first of them, and
     * saying what either says.
     */
    public FiledRecord together(FiledRecord other) {
        boolean otherFirst = other.filedAt.isBefore(filedAt);
        FiledRecord first = otherFirst ? other : this;
        return new FiledRecord(
                person,
                permit,
                article.or(other::article),
                channel,
                residence,
                entryDate.or(other::entryDate),
                workAuthorisation || other.workAuthorisation,
                first.filedAt,
                first.filedOn,
                first.zone,
                held.or(other::held),
                first.edition);
    }

    /** The same filing by the holder of that permit. */
    public FiledRecord holding(HeldPermit known) {
        return new FiledRecord(
                person,
                permit,
                article,
                channel,
                residence,
                entryDate,
                workAuthorisation,
                filedAt,
                filedOn,
                zone,
                Optional.of(known),
                edition);
    }
}
