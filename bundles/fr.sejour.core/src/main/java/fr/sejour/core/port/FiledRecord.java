package fr.sejour.core.port;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Received;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
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
        Optional<Received> received)
        implements FiledRecordBuilder.With {

    /** The same filing once it was judged whether the attempt that it names counts; then its day is the filing's. */
    public FiledRecord judged(boolean counts) {
        NamedAttempt named = attempt.orElseThrow().judged(counts);
        FiledRecord judged = naming(named);
        return counts && named.at().isBefore(filedAt)
                ? judged.receivedOn(named.at(), named.at().atZone(zone).toLocalDate())
                : judged;
    }

    /** The same filing, with the attempt that it names. */
    public FiledRecord naming(NamedAttempt named) {
        return withAttempt(Optional.of(named));
    }

    /** The same filing as if it had been made when it was received. */
    public FiledRecord receivedOn(Instant at, LocalDate day) {
        return with().filedAt(at).filedOn(day).build();
    }

    /** The same filing by the holder of that permit. */
    public FiledRecord holding(HeldPermit known) {
        return withHeld(Optional.of(known));
    }
}
