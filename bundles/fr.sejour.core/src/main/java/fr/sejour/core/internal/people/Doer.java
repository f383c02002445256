package fr.sejour.core.internal.people;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.StaffRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who did what somebody else comes too late for. */
public final class Doer {

    private Doer() {}

    /**
     * Details of a refusal: when it was done, in which role, and for agents by whom and where. The person reads no agent's name.
     *
     * @param actor the account, or {@link Upkeep#PLATFORM}
     */
    public static Map<String, Object> told(Records records, Caller caller, String actor, Instant at) {
        Map<String, Object> told = new HashMap<>();
        told.put("lastActAt", at.toString());
        Optional<StaffRecord> staff = records.teams().staff(new AccountId(actor));
        told.put("lastActByRole", role(actor, staff));
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
        return staff.map(it -> it.caller().role())
                .orElse(Role.APPLICANT)
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }
}
