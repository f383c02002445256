package fr.sejour.api.access;

import fr.sejour.api.person.ForeignerNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says to be let in again.
 *
 * @param login the one to sign in with from now on: the present one, or with a foreigner number, or for a person without an
 *     account, another
 * @param foreignerNumber in the place of a forgotten login
 */
public record RecoveryClaim(
        Optional<Login> login, Optional<ForeignerNumber> foreignerNumber, LocalDate birthDate, RecoveryCode code) {

    /** @throws IllegalArgumentException when it names neither login nor foreigner number */
    public RecoveryClaim {
        if (login.isEmpty() && foreignerNumber.isEmpty()) {
            throw new IllegalArgumentException("Name the login or the foreigner number");
        }
    }

    /** Never the person. */
    @Override
    public String toString() {
        return "RecoveryClaim[hidden]";
    }
}
