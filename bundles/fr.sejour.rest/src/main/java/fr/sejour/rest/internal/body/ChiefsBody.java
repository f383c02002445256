package fr.sejour.rest.internal.body;

import fr.sejour.api.access.AccountId;
import fr.sejour.rest.internal.problem.Rule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chiefs of a préfecture as they are sent. */
public record ChiefsBody(@Nullable List<@Nullable String> chiefs) {

    public Set<AccountId> toAccounts() {
        return Input.values("chiefs", Rule.ACCOUNT, Input.required("chiefs", chiefs), AccountId::new);
    }
}
