package fr.sejour.rest.internal.body;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.team.Leave;
import fr.sejour.rest.internal.problem.Rule;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A leave as it is sent; without its days, there is none. */
public record LeaveBody(
        @Nullable String from,
        @Nullable String until,
        @Nullable String standIn) {

    public Optional<Leave> toLeave() {
        Optional<AccountId> other = Input.optional("standIn", Rule.ACCOUNT, standIn, AccountId::new);
        if (from == null && until == null && other.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = Input.day("from", from);
        LocalDate last = Input.day("until", until);
        return Optional.of(Input.value("until", Rule.ENDS_BEFORE_IT_BEGINS, last, it -> new Leave(first, it, other)));
    }
}
