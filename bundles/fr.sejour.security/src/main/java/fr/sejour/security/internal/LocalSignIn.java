package fr.sejour.security.internal;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Accounts;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.Role;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.PrefectureCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Signs people in with a login and a password that the platform keeps itself, and agents with a second factor besides. */
@Component(service = SignIn.class, configurationPid = LocalSignIn.PID)
@Designate(ocd = LocalSignIn.Config.class)
public final class LocalSignIn implements SignIn {

    /** The name of the settings. */
    static final String PID = "fr.sejour.security";

    /** The settings of {@code etc/fr.sejour.security.cfg}. */
    @ObjectClassDefinition(name = "Séjour: who is asking")
    public @interface Config {

        @AttributeDefinition(description = "How long an applicant's session stays open, 1 to 168 hours")
        int applicantSessionHours() default 24;

        @AttributeDefinition(
                description = "How long a session of agents and national services stays open, 1 to 24 hours")
        int agentSessionHours() default 8;

        @AttributeDefinition(description = "How many failures in a row bring the first pause of a login, 3 to 20")
        int failuresBeforePause() default 5;

        @AttributeDefinition(description = "The first pause, in seconds, 1 to 3600; each further failure doubles it")
        int firstPauseSeconds() default 30;

        @AttributeDefinition(description = "The longest pause, in seconds, not below the first and at most 86400")
        int longestPauseSeconds() default 900;

        @AttributeDefinition(description = "The memory of one Argon2id hash, in KiB, 19456 to 1048576")
        int argon2MemoryKib() default PasswordHashes.MEMORY_KIB;

        @AttributeDefinition(description = "The passes of one Argon2id hash, 2 to 20")
        int argon2Iterations() default PasswordHashes.ITERATIONS;

        @AttributeDefinition(description = "The lanes of one Argon2id hash, 1 to 8")
        int argon2Parallelism() default PasswordHashes.PARALLELISM;
    }

    /** The shortest and the longest password, in characters. */
    static final int SHORTEST_PASSWORD = 12;

    static final int LONGEST_PASSWORD = 200;

    private static final int DOORS = 256;
    private static final int WAITING_AT_THE_DOOR = 16;
    private static final Duration WAIT_AT_THE_DOOR = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final Clock clock;
    private final PasswordHashes hashes;
    private final SecondFactor secondFactor;
    private final SessionTokens tokens;
    private final Pauses pauses;
    private final SessionLength sessionLength;
    private final UnknownLogins unknown = new UnknownLogins();
    private final List<ReentrantLock> doors =
            Stream.generate(ReentrantLock::new).limit(DOORS).toList();

    @Activate
    public LocalSignIn(Config config, @Reference Accounts accounts, @Reference Clock clock) {
        this(
                accounts,
                clock,
                PasswordHashes.at(config),
                Pauses.from(config),
                SessionLength.from(config),
                new SecureRandom());
    }

    LocalSignIn(
            Accounts accounts,
            Clock clock,
            PasswordHashes hashes,
            Pauses pauses,
            SessionLength sessionLength,
            SecureRandom random) {
        this.accounts = accounts;
        this.clock = clock;
        this.hashes = hashes;
        this.secondFactor = new SecondFactor(random);
        this.tokens = new SessionTokens(random);
        this.pauses = pauses;
        this.sessionLength = sessionLength;
    }

    @Override
    public Caller register(Login login, String password, CivilStatus civilStatus, Contact contact) {
        checkLength(password);
        // wherever on earth they are, nobody is born after the latest day that has begun anywhere
        if (civilStatus.birthDate().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX))) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "birthDate"));
        }
        return accounts.openForApplicant(login, hashes.hash(password), civilStatus, contact)
                .caller();
    }

    @Override
    public Enrolment enrolAgent(Caller by, Login login, String password, Set<PrefectureCode> prefectures) {
        if (by.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        checkLength(password);
        String secret = secondFactor.newSecret();
        Account account = accounts.openForAgent(login, hashes.hash(password), secret, prefectures);
        return new Enrolment(account.caller(), SecondFactor.otpauth(login, secret), secret);
    }

    @Override
    public MandataryEnrolment enrolHelper(Caller by, Login login, String password, String name, Mandatary.Kind kind) {
        if (by.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        checkLength(password);
        String secret = secondFactor.newSecret();
        Mandatary mandatary = accounts.openForHelper(login, hashes.hash(password), secret, name, kind);
        return new MandataryEnrolment(
                mandatary,
                new Enrolment(Caller.helper(mandatary.account()), SecondFactor.otpauth(login, secret), secret));
    }

    @Override
    public Session signIn(Login login, String password, Optional<String> totp) {
        // one attempt at a time for one login: side by side they would all be looked at before the first pause
        ReentrantLock door = doors.get(Math.floorMod(login.hashCode(), DOORS));
        if (door.getQueueLength() >= WAITING_AT_THE_DOOR || !opens(door)) {
            throw tooMany(WAIT_AT_THE_DOOR);
        }
        try {
            return attempt(login, password, totp);
        } finally {
            door.unlock();
        }
    }

    @Override
    public Optional<Caller> caller(String token) {
        return SessionFingerprint.of(token).map(SessionFingerprint::value).flatMap(accounts::session);
    }

    @Override
    public void signOut(String token) {
        SessionFingerprint.of(token).map(SessionFingerprint::value).ifPresent(accounts::closeSession);
    }

    @Override
    public Session changeAccess(Caller caller, String present, Optional<Login> login, Optional<String> password) {
        if (caller.role() != Role.APPLICANT) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        password.ifPresent(LocalSignIn::checkLength);
        Account account = accounts.find(caller.account()).orElseThrow(() -> new CaseException(ErrorCode.NOT_SIGNED_IN));
        // the same door, pauses and count as for a sign-in: a session left open is no way to guess
        signOut(signIn(account.login(), present, Optional.empty()).token());
        Account changed =
                accounts.change(caller.account(), login.orElse(account.login()), hashes.hash(password.orElse(present)));
        return open(changed.caller(), clock.instant());
    }

    @Override
    public Session recover(RecoveryClaim claim, String password) {
        checkLength(password);
        return open(accounts.recover(claim, hashes.hash(password)).caller(), clock.instant());
    }

    private Session attempt(Login login, String password, Optional<String> totp) {
        Instant now = clock.instant();
        Optional<Account> known = accounts.find(login);
        known.map(Account::lockedUntil)
                .orElseGet(() -> unknown.lockedUntil(login))
                .filter(now::isBefore)
                .ifPresent(until -> {
                    throw tooMany(Duration.between(now, until));
                });
        if (known.isEmpty()) {
            hashes.matchNobody(shortened(password));
            unknown.failed(login, pauses, now);
            throw new CaseException(ErrorCode.SIGN_IN_REFUSED);
        }
        Account account = known.get();
        boolean rightPassword = hashes.matches(shortened(password), account.passwordHash());
        OptionalLong step = stepOf(account, totp, now);
        boolean rightFactor = step.isPresent() || !needsCode(account);
        AccountId id = account.caller().account();
        if (!rightPassword || !rightFactor || !accounts.recordSuccess(id, step)) {
            accounts.recordFailure(id, failures -> pauses.lockAfter(failures, now));
            throw new CaseException(ErrorCode.SIGN_IN_REFUSED);
        }
        if (hashes.outdated(account.passwordHash())) {
            accounts.renewPasswordHash(id, hashes.hash(password));
        }
        return open(account.caller(), now);
    }

    private Session open(Caller caller, Instant now) {
        String token = tokens.newToken();
        Instant expiresAt = now.plus(sessionLength.of(caller.role()));
        accounts.openSession(SessionFingerprint.of(token).orElseThrow().value(), caller.account(), expiresAt);
        return new Session(token, caller, expiresAt);
    }

    private static boolean needsCode(Account account) {
        return account.totpSecret().isPresent() || account.caller().role() != Role.APPLICANT;
    }

    /** The step of the code; empty when it is wrong, or there is no second factor. */
    private OptionalLong stepOf(Account account, Optional<String> totp, Instant now) {
        return account.totpSecret()
                .map(secret -> secondFactor.stepOf(totp.orElse(""), secret, account.lastTotpStep(), now))
                .orElse(OptionalLong.empty());
    }

    private static boolean opens(ReentrantLock door) {
        try {
            return door.tryLock(WAIT_AT_THE_DOOR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static CaseException tooMany(Duration pause) {
        long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return new CaseException(ErrorCode.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", seconds));
    }

    /** A password that nobody can have costs no more than one that somebody can. */
    private static String shortened(String password) {
        return password.length() <= 4 * LONGEST_PASSWORD ? password : password.substring(0, 4 * LONGEST_PASSWORD);
    }

    private static void checkLength(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "password"));
        }
    }
}
