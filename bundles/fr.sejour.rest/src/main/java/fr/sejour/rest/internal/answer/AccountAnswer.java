package fr.sejour.rest.internal.answer;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn.Enrolment;
import fr.sejour.api.access.SignIn.MandataryEnrolment;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account that was opened.
 *
 * @param secondFactor what the new agent enrols, shown this once
 * @param helperCode by which people name a helper
 */
public record AccountAnswer(
        String login,
        String role,
        @Nullable String personId,
        @Nullable List<String> prefectures,
        @Nullable SecondFactorAnswer secondFactor,
        @Nullable String helperCode) {

    /** A second factor, as an address for authenticators and as a Base32 secret. */
    public record SecondFactorAnswer(String otpauth, String secret) {}

    public static AccountAnswer of(Login login, Caller caller) {
        return of(login, caller, null, null);
    }

    public static AccountAnswer of(Login login, Enrolment enrolment) {
        return of(login, enrolment, null);
    }

    public static AccountAnswer of(Login login, MandataryEnrolment helper) {
        return of(login, helper.enrolment(), helper.mandatary().code().value());
    }

    private static AccountAnswer of(Login login, Enrolment enrolment, @Nullable String code) {
        return of(login, enrolment.caller(), new SecondFactorAnswer(enrolment.otpauth(), enrolment.secret()), code);
    }

    static @Nullable List<String> scope(List<String> prefectures) {
        return prefectures.isEmpty() ? null : prefectures;
    }

    private static AccountAnswer of(
            Login login, Caller caller, @Nullable SecondFactorAnswer secondFactor, @Nullable String code) {
        return new AccountAnswer(
                login.value(),
                Codes.of(caller.role()),
                caller.person().map(PersonId::value).orElse(null),
                scope(caller.prefectures().stream()
                        .map(PrefectureCode::value)
                        .sorted()
                        .toList()),
                secondFactor,
                code);
    }
}
