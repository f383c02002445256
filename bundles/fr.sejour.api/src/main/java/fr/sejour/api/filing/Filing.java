package fr.sejour.api.filing;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One dated act of asking, on one ground.
 *
 * @param permit the permit asked for
 * @param article the article it is asked on, when the person names one of the permit's articles
 * @param heldPermit the permit the person says they hold; ignored for what the register already says
 * @param residence where the person lives on the day of filing
 * @param entryDate when the person entered France, when the window depends on it
 * @param workAuthorisation whether the person says a work authorisation was granted to their employer
 * @param employed whether the person says they have a job that they may keep only with the right they hold; leaving it out takes
 *     nothing away, it only puts the case first among those whose right ends on the same day
 * @param attempt the attempt that failed before, when its day is to count
 * @param reception how it came in, when an agent types in what came by another way than the portal
 * @param follows the case of somebody else on whose right the person's hangs, as they typed it: any number is taken
 */
@RecordBuilder
public record Filing(
        PersonId person,
        FilingChannel channel,
        PermitCode permit,
        Optional<Article> article,
        Optional<HeldPermit> heldPermit,
        Residence residence,
        Optional<LocalDate> entryDate,
        boolean workAuthorisation,
        boolean employed,
        Optional<EarlierAttempt> attempt,
        Optional<Reception> reception,
        Optional<CaseNumber> follows)
        implements FilingBuilder.With {}
