package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EarlierPaper;
import java.util.List;

/**
 * What has to be written so that a case stands as the law wants it at an instant.
 *
 * @param after the case with its clocks, tasks, next act and wake instant brought up to date
 * @param issued the papers to add
 * @param ended the papers that stop, each with its end
 * @param earlierEnded the same of papers that an earlier system issued
 * @param lines what the platform did by itself, for the journal
 * @param told what the person has to know
 */
record Plan(
        CaseRecord after,
        List<Attestation> issued,
        List<Attestation> ended,
        List<EarlierPaper> earlierEnded,
        List<Line> lines,
        List<Told> told) {

    Plan {
        issued = List.copyOf(issued);
        ended = List.copyOf(ended);
        earlierEnded = List.copyOf(earlierEnded);
        lines = List.copyOf(lines);
        told = List.copyOf(told);
    }

    Plan withAfter(CaseRecord changed) {
        return new Plan(changed, issued, ended, earlierEnded, lines, told);
    }

    /** One line for the journal. */
    record Line(String what, String detail, String basis) {}
}
