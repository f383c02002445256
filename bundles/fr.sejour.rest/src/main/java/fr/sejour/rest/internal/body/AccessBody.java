package fr.sejour.rest.internal.body;

import fr.sejour.api.access.Login;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another login, another password, or both. */
public record AccessBody(
        @Nullable String presentPassword,
        @Nullable String login,
        @Nullable String password) {

    public String toPresent() {
        return Input.required("presentPassword", presentPassword);
    }

    public Optional<Login> toLogin() {
        return Input.optional("login", Rule.LOGIN, login, Login::new);
    }

    /** @throws BadInput when neither login nor password is there */
    public Optional<String> toPassword() {
        if (login == null && password == null) {
            throw new BadInput("password", Rule.REQUIRED);
        }
        return Optional.ofNullable(password);
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "AccessBody[hidden]";
    }
}
