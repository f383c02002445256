package fr.sejour.rest.internal.body;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.RecoveryCode;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody says to be let in with an access code. */
public record RecoveryClaimBody(
        @Nullable String login,
        @Nullable String foreignerNumber,
        @Nullable String birthDate,
        @Nullable String code,
        @Nullable String password) {

    public RecoveryClaim toClaim() {
        Optional<Login> named = Input.optional("login", Rule.LOGIN, login, Login::new);
        Optional<ForeignerNumber> number =
                Input.optional("foreignerNumber", Rule.FOREIGNER_NUMBER, foreignerNumber, ForeignerNumber::new);
        if (named.isEmpty() && number.isEmpty()) {
            throw new BadInput("login", Rule.REQUIRED);
        }
        LocalDate born = Input.day("birthDate", birthDate);
        RecoveryCode printed = Input.value("code", Rule.RECOVERY_CODE, code, RecoveryCode::new);
        return new RecoveryClaim(named, number, born, printed);
    }

    public String toPassword() {
        return Input.required("password", password);
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "RecoveryClaimBody[hidden]";
    }
}
