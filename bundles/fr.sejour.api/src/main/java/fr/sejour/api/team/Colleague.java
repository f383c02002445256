package fr.sejour.api.team;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Login;
import java.util.Optional;

/**
 * An agent as other agents of the préfecture see them.
 *
 * @param login the name they go by
 * @param chief whether they make the teams of the préfecture
 */
public record Colleague(AccountId account, Login login, boolean chief, Optional<Leave> leave) {}
