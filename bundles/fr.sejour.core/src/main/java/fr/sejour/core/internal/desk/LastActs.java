package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.core.internal.people.Doer;
import fr.sejour.core.internal.people.StoredCorrections;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What whoever comes too late is told: what somebody did last on the case, when, and by whom as agents name each other. */
final class LastActs {

    /** What stands in a journal beside what was done: the letter of a decision, and who read what. */
    private static final Set<String> NO_ACTS =
            Set.of(ActTraces.LETTER, EvidenceReader.PIECE_READ, StoredCorrections.PROOF_READ);

    private LastActs() {}

    /** Details of a refusal. The person reads in which role somebody acted, and no agent's name. */
    static Map<String, Object> told(Records records, Caller caller, CaseRecord record) {
        List<JournalLine> journal = records.cases().journal(record.number());
        if (journal.isEmpty()) {
            return Map.of();
        }
        JournalLine last = journal.stream()
                .filter(line -> !line.actor().equals(Upkeep.PLATFORM))
                .filter(line -> !NO_ACTS.contains(line.what()))
                .reduce((earlier, later) -> later)
                // of a case that was taken over and that nobody has touched since, what the platform did
                .orElse(journal.get(journal.size() - 1));
        Map<String, Object> told = new HashMap<>(Doer.told(records, caller, last.actor(), last.at()));
        told.put("lastAct", last.what());
        return told;
    }
}
