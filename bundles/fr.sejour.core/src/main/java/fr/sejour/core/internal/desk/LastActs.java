package fr.sejour.core.internal.desk;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.StaffRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What whoever comes too late is told: what was done last on the case, when, and by whom as agents name each other. */
final class LastActs {

    private LastActs() {}

    /** Details of a refusal. The person reads in which role somebody acted, and no agent's name. */
    static Map<String, Object> told(Records records, Caller caller, CaseRecord record) {
        List<JournalLine> journal = records.cases().journal(record.number());
        if (journal.isEmpty()) {
            return Map.of();
        }
        JournalLine last = journal.get(journal.size() - 1);
        Map<String, Object> told = new HashMap<>();
        told.put("lastAct", last.what());
        told.put("lastActAt", last.at().toString());
        Optional<StaffRecord> staff = records.teams().staff(new AccountId(last.actor()));
        told.put("lastActByRole", role(last.actor(), staff));
        if (caller.isStaff()) {
            staff.ifPresent(it -> {
                told.put("lastActBy", it.login().value());
                told.put(
                        "lastActOf",
                        it.caller().prefectures().stream()
                                .map(PrefectureCode::value)
                                .sorted()
                                .toList());
            });
        }
        return told;
    }

    private static String role(String actor, Optional<StaffRecord> staff) {
        if (actor.equals(Upkeep.PLATFORM)) {
            return Upkeep.PLATFORM;
        }
        return ActTraces.code(staff.map(it -> it.caller().role()).orElse(Role.APPLICANT));
    }
}
