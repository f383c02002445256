package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.report.ReportNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The reports. Scope: an applicant reads those of their person; an agent those owed by a préfecture they serve and those of people
 * with a case they may read; national services all.
 */
@ProviderType
public interface ReportRecords {

    void add(ReportRecord fresh);

    /** Keeps the report to this transaction until its end: whoever holds it meanwhile waits. */
    void hold(ReportNumber number);

    /** Keeps a changed report; steps are only ever added. */
    void change(ReportRecord changed);

    Optional<ReportRecord> find(Caller caller, ReportNumber number);

    /** A report of somebody without an account, for whoever has its secret: the secret is the right to read. */
    Optional<ReportRecord> byNumber(ReportNumber number);

    /** The reports of a person, newest first, without their steps; the caller has read the person before. */
    List<ReportRecord> ofPerson(PersonId person, int limit);

    /** The reports to be answered within the caller's scope, the day that comes first before the others, without their steps. */
    List<ReportRecord> toAnswer(Caller caller, int limit);

    /** Those that block, are to be answered since before that day, and give no right to the substitute channel yet. */
    List<ReportNumber> unanswered(LocalDate before, int limit);

    /** How many reports of that account there are since an instant; of nobody known when it is empty. */
    long countSince(Optional<AccountId> account, Instant since);
}
