package fr.sejour.core.port;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Received;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What was asked, when and how. Only what is known of the permit held then, and whether an attempt counts, can
 * still change.
 *
 * @param filedOn the legal day of the filing, in {@code zone}
 * @param held the permit the person held when they filed: what they said of it, until the register says otherwise
 * @param employed whether the person says that a job depends on their right
 * @param attempt the attempt whose day is to be that of the filing
 * @param received how it came in, when an agent typed it in
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
        String edition,
        boolean employed,
        Optional<NamedAttempt> attempt,
        Optional<Received> received) {

    /** A filing that names no attempt, came in while it was made, and says nothing of a job. */
    public FiledRecord(
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
        this(
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
                held,
                edition,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** The same filing once it was judged whether the attempt that it names counts; then its day is the filing's. */
    public FiledRecord judged(boolean counts) {
        NamedAttempt named = attempt.orElseThrow().judged(counts);
        boolean earlier = counts && named.at().isBefore(filedAt);
        return new FiledRecord(
                person,
                permit,
                article,
                channel,
                residence,
                entryDate,
                workAuthorisation,
                earlier ? named.at() : filedAt,
                earlier ? named.at().atZone(zone).toLocalDate() : filedOn,
                zone,
                held,
                edition,
                employed,
                Optional.of(named),
                received);
    }

    /** The same filing, with the attempt that it names. */
    public FiledRecord naming(NamedAttempt named) {
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
                held,
                edition,
                employed,
                Optional.of(named),
                received);
    }

    /** The same filing, as an agent typed it in. */
    public FiledRecord cameIn(Received came) {
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
                held,
                edition,
                employed,
                attempt,
                Optional.of(came));
    }

    /** The same filing as if it had been made when it was received. */
    public FiledRecord receivedOn(Instant at, LocalDate day) {
        return new FiledRecord(
                person,
                permit,
                article,
                channel,
                residence,
                entryDate,
                workAuthorisation,
                at,
                day,
                zone,
                held,
                edition,
                employed,
                attempt,
                received);
    }

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
                first.edition,
                employed || other.employed,
                attempt.or(other::attempt),
                received);
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
                edition,
                employed,
                attempt,
                received);
    }
}
