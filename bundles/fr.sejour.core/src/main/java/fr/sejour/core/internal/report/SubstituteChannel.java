package fr.sejour.core.internal.report;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.report.Report;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.attempt.Receipts;
import fr.sejour.core.port.Records;
import java.time.Instant;
import java.util.Optional;

/**
 * The substitute channel that a report opens. R. 431-2: the person found unable to use the service files by another way. An attempt
 * is the proof that they were: the one that failed, or one made of the report.
 */
final class SubstituteChannel {

    private final Receipts receipts;

    SubstituteChannel(Signatures signatures) {
        this.receipts = new Receipts(signatures);
    }

    /**
     * At once, for a report that filing fails: what fails has given the right.
     *
     * @param failed the attempt that the report is about
     * @param ground the permit that the person wanted to ask for
     */
    Report reported(
            Records records, Report report, Optional<Attempt> failed, Optional<PermitCode> ground, Instant now) {
        Attempt proof = failed.filter(attempt -> attempt.operation().isFiling())
                .orElseGet(() -> proof(records, report, ground, now));
        return open(records, report, proof, Substitute.Because.REPORTED, now);
    }

    /** For a report of something that blocks, whose day is over. */
    Report unanswered(Records records, Report report, Instant now) {
        Attempt proof = proof(records, report, Optional.empty(), now);
        return open(records, report, proof, Substitute.Because.REPORT_UNANSWERED, now);
    }

    private Attempt proof(Records records, Report report, Optional<PermitCode> ground, Instant now) {
        Attempt attempt = receipts.attempt(
                Attempt.Operation.REPORTED_FILING,
                report.trace().problem().orElse("reported"),
                report.trace().request().orElse(report.number().value()),
                new Attempt.Asker(report.account(), report.person(), Optional.empty()),
                new Attempt.Subject(ground, report.caseNumber(), report.owner(), Optional.empty()),
                now);
        records.traces().keep(attempt);
        return attempt;
    }

    private static Report open(Records records, Report report, Attempt proof, Substitute.Because because, Instant now) {
        if (proof.substitute().isEmpty()) {
            records.traces().change(proof.giving(new Substitute(now, because, report.owner())));
        }
        return ReportOccasion.ofThePlatform(now)
                .done(
                        report.givingRightBy(proof.number()),
                        Report.What.SUBSTITUTE_OPENED,
                        Optional.of(proof.number().value()),
                        Optional.empty());
    }
}
