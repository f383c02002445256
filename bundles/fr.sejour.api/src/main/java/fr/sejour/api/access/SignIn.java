package fr.sejour.api.access;

import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The door: opens accounts and sessions. Implemented by the security bundle, called by the API and the pages. */
@ProviderType
public interface SignIn {

    /**
     * Opens an applicant's account. Anybody may.
     *
     * @param password 12 to 200 characters
     * @throws fr.sejour.api.fault.CaseException {@code LOGIN_TAKEN}, {@code MALFORMED_INPUT} (password out of bounds)
     */
    Caller register(Login login, String password, CivilStatus civilStatus, Contact contact);

    /**
     * Opens an agent's account with a second factor.
     *
     * @param by who opens it: national services
     * @param prefectures whom the agent serves; empty for an account of the national services
     * @return the second factor to enrol, shown once
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO}, {@code LOGIN_TAKEN}, {@code MALFORMED_INPUT}
     */
    Enrolment enrolAgent(Caller by, Login login, String password, Set<PrefectureCode> prefectures);

    /**
     * Opens the account of an association or a lawyer, with a second factor.
     *
     * @param by who opens it: national services
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO}, {@code LOGIN_TAKEN}, {@code MALFORMED_INPUT}
     */
    MandataryEnrolment enrolHelper(Caller by, Login login, String password, String name, Mandatary.Kind kind);

    /**
     * Opens a session.
     *
     * @param totp the six digits of the second factor; required of agents and national services
     * @throws fr.sejour.api.fault.CaseException {@code SIGN_IN_REFUSED} for any wrong part, {@code TOO_MANY_ATTEMPTS}
     */
    Session signIn(Login login, String password, Optional<String> totp);

    /**
     * Changes an applicant's login, password or both. Every session of the account ends, and a fresh one opens.
     *
     * @param present the present password
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for an agent; {@code SIGN_IN_REFUSED} when the present
     *     password is wrong; {@code TOO_MANY_ATTEMPTS}; {@code LOGIN_TAKEN}; {@code MALFORMED_INPUT} (password out of bounds)
     */
    Session changeAccess(Caller caller, String present, Optional<Login> login, Optional<String> password);

    /**
     * Lets somebody in with an access code. Anybody may try.
     *
     * @throws fr.sejour.api.fault.CaseException {@code RECOVERY_REFUSED} for any wrong part; {@code LOGIN_TAKEN};
     *     {@code TOO_MANY_ATTEMPTS}; {@code MALFORMED_INPUT} (password out of bounds)
     */
    Session recover(RecoveryClaim claim, String password);

    /** Who that token speaks for; empty when it is unknown, forged or expired. */
    Optional<Caller> caller(String token);

    /** Ends the session of that token; nothing happens when there is none. */
    void signOut(String token);

    /** An open session. The token is a secret of 256 random bits; only its hash is kept. */
    record Session(String token, Caller caller, Instant expiresAt) {}

    /** A new agent's account and its second factor as an {@code otpauth:} address and as a Base32 secret. */
    record Enrolment(Caller caller, String otpauth, String secret) {}

    /** A new helper's account, its second factor, and the code by which people name it. */
    record MandataryEnrolment(Mandatary mandatary, Enrolment enrolment) {}
}
