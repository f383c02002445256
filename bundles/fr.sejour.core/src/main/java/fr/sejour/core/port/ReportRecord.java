package fr.sejour.core.port;

import fr.sejour.api.report.Report;
import java.util.Optional;

/**
 * A report as it is kept. How far it has been escalated is not: it follows from its day.
 *
 * @param secretDigest the digest of the secret of somebody without an account
 */
public record ReportRecord(Report report, Optional<String> secretDigest) {

    public ReportRecord with(Report changed) {
        return new ReportRecord(changed, secretDigest);
    }
}
