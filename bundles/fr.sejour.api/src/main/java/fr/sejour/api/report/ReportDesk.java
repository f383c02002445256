package fr.sejour.api.report;

import fr.sejour.api.access.Caller;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The reports. Each method is one transaction. Scope: an applicant reads those of their person; an agent those that a préfecture
 * they serve owes an answer to and those of people with a case they may read; national services all.
 */
@ProviderType
public interface ReportDesk {

    /**
     * Opens a report. Anybody may, also without being signed in.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} for a case or an attempt out of scope;
     *     {@code CONTRADICTORY_INPUT} for a préfecture that is none; {@code TOO_MANY_ATTEMPTS} beyond twenty in an hour from
     *     one account, or five hundred from nobody known
     */
    Opened open(Optional<Caller> caller, NewReport said);

    /** @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when unknown or out of scope */
    Report find(Caller caller, ReportNumber number);

    /**
     * The report of somebody without an account, by the secret that was shown to them once.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when number and secret do not belong together
     */
    Report find(ReportNumber number, String secret);

    /**
     * For an applicant their own, newest first; for the others those to be answered, the most urgent first. At most 200, without
     * their steps.
     */
    List<Report> list(Caller caller);

    /**
     * Does an act.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}; {@code NOT_YOURS_TO_DO} for an act of the other side;
     *     {@code ACT_NOT_ALLOWED} to reopen what was not answered; {@code CONTRADICTORY_INPUT} for a préfecture that is none
     */
    Report act(Caller caller, ReportNumber number, ReportAct act);

    /** Does an act of somebody without an account; as {@link #find(ReportNumber, String)} and {@link #act}. */
    Report act(ReportNumber number, String secret, ReportAct act);

    /** @param secret by which somebody without an account, or a helper, finds the report again; it is kept nowhere */
    record Opened(Report report, Optional<String> secret) {}
}
