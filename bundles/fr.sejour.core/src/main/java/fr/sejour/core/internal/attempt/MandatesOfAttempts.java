package fr.sejour.core.internal.attempt;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.Records;
import java.time.Clock;
import java.util.Optional;

/**
 * For whom a helper attempted something. The person finds it among their own when they have given a mandate for just that, and it
 * still stands as the attempt is kept; of whatever else was said, nothing stays.
 */
final class MandatesOfAttempts {

    private final Reach reach;

    MandatesOfAttempts(Clock clock) {
        this.reach = new Reach(clock);
    }

    Attempt proved(Records records, Attempt attempt) {
        Attempt.Asker asker = attempt.asker();
        Optional<PersonId> person = asker.person()
                .or(() -> asker.account()
                        .flatMap(account -> records.accounts().find(account))
                        .map(Account::caller)
                        .filter(caller -> caller.role() == Role.HELPER)
                        .flatMap(helper -> helped(records, helper, attempt)));
        return attempt.by(new Attempt.Asker(asker.account(), person, asker.session()));
    }

    private Optional<PersonId> helped(Records records, Caller helper, Attempt attempt) {
        return permission(attempt.operation())
                .flatMap(needed -> said(records, attempt)
                        .flatMap(person ->
                                reach.to(records, helper, person, needed).person()));
    }

    /** Whose case it is, where there is one; otherwise whoever was named. */
    private static Optional<PersonId> said(Records records, Attempt attempt) {
        if (attempt.subject().caseNumber().isPresent()) {
            return attempt.subject()
                    .caseNumber()
                    .flatMap(number -> records.cases().find(Upkeep.READS_ALL, number))
                    .map(record -> record.filed().person());
        }
        Optional<Attempt.Behalf> behalf = attempt.asker().behalf();
        return behalf.flatMap(Attempt.Behalf::person)
                .or(() -> behalf.flatMap(Attempt.Behalf::mandate)
                        .flatMap(number -> records.mandates().find(number))
                        .map(Mandate::person));
    }

    private static Optional<Permission> permission(Attempt.Operation operation) {
        return switch (operation) {
            case FILE -> Optional.of(Permission.FILE);
            case GIVE_PIECE, ACT -> Optional.of(Permission.COMPLETE);
            case OPEN_ACCOUNT, LINK, REPORTED_FILING -> Optional.empty();
        };
    }
}
