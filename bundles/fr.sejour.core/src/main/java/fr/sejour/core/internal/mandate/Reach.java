package fr.sejour.core.internal.mandate;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * For whom a caller speaks. A helper reads nothing of the store by itself; where an operation lets a mandate in, this finds, in
 * the transaction of that operation, the one that stands, and the helper speaks for the person there. Whatever does not ask here
 * stays closed to helpers.
 */
public final class Reach {

    private final Clock clock;

    public Reach(Clock clock) {
        this.clock = clock;
    }

    /** The caller, speaking for that person when a mandate that stands allows it; otherwise as they came. */
    public Caller to(Records records, Caller caller, PersonId person, Permission permission) {
        if (caller.role() != Role.HELPER) {
            return caller;
        }
        LocalDate today = today(clock.instant());
        return records.mandates().between(caller.account(), person).stream()
                .filter(it -> it.standsOn(today) && it.allows().contains(permission))
                .findFirst()
                .map(it -> caller.under(it.number(), person))
                .orElse(caller);
    }

    /** The same for the person of a case. */
    public Caller to(Records records, Caller caller, CaseNumber number, Permission permission) {
        if (caller.role() != Role.HELPER) {
            return caller;
        }
        return records.cases()
                .find(Upkeep.READS_ALL, number)
                .map(record -> to(records, caller, record.filed().person(), permission))
                .orElse(caller);
    }

    /** What a line of the journal says of the mandate; empty for who acts in their own name. */
    public static String trace(Caller caller) {
        return caller.mandate().map(number -> " under " + number).orElse("");
    }

    static LocalDate today(Instant now) {
        return Prefecture.nationalDay(now);
    }
}
