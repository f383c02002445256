package fr.sejour.web.preview;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts by login, sessions by token, and one password for all that were not opened with their own. */
public final class InMemorySignIn implements SignIn {

    public static final String PASSWORD = "correct horse battery";
    public static final String TOTP = "123456";

    private final Map<Login, Caller> accounts = new HashMap<>();
    private final Map<Login, String> passwords = new HashMap<>();
    private final Map<String, Caller> sessions = new HashMap<>();

    public InMemorySignIn with(String login, Caller caller) {
        accounts.put(new Login(login), caller);
        return this;
    }

    /** A session that stands already; its token is the login. */
    public InMemorySignIn open(String login) {
        sessions.put(login, accounts.get(new Login(login)));
        return this;
    }

    @Override
    public Caller register(Login login, String password, CivilStatus civilStatus, Contact contact) {
        int length = password.codePointCount(0, password.length());
        if (length < 12 || length > 200) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "password"));
        }
        if (civilStatus.birthDate().isAfter(Platform.TODAY)) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "birthDate"));
        }
        if (accounts.containsKey(login)) {
            throw new CaseException(ErrorCode.LOGIN_TAKEN);
        }
        Caller caller = Caller.applicant(new AccountId("a-" + login), new PersonId("person-1"));
        accounts.put(login, caller);
        passwords.put(login, password);
        return caller;
    }

    @Override
    public MandataryEnrolment enrolHelper(Caller by, Login login, String password, String name, Mandatary.Kind kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Enrolment enrolAgent(Caller by, Login login, String password, Set<PrefectureCode> prefectures) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session signIn(Login login, String password, Optional<String> totp) {
        Caller caller = accounts.get(login);
        boolean second = caller != null
                && (caller.person().isPresent() || totp.filter(TOTP::equals).isPresent());
        if (!second || !password.equals(passwords.getOrDefault(login, PASSWORD))) {
            throw new CaseException(ErrorCode.SIGN_IN_REFUSED);
        }
        String token = "token-" + sessions.size();
        sessions.put(token, caller);
        return new Session(token, caller, Instant.MAX);
    }

    @Override
    public Session changeAccess(Caller caller, String present, Optional<Login> login, Optional<String> password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session recover(RecoveryClaim claim, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Caller> caller(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public void signOut(String token) {
        sessions.remove(token);
    }
}
