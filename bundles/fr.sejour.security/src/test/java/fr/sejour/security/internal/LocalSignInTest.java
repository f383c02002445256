package fr.sejour.security.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.access.SignIn.Enrolment;
import fr.sejour.api.access.SignIn.Session;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.PrefectureCode;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

class LocalSignInTest {

    private static final Login AMINA = new Login("amina.b");
    private static final Login CLERK = new Login("clerk.38");
    private static final Login NOBODY = new Login("nobody");
    private static final String PASSWORD = "quatre mots au hasard";
    private static final Optional<String> NO_CODE = Optional.empty();

    private final HandClock clock = new HandClock();
    private final InMemoryAccounts accounts = new InMemoryAccounts(clock);
    private final LocalSignIn signIn = signIn(hashesAt(64));

    @Test
    void an_applicant_signs_in_and_the_token_speaks_for_them() {
        Caller registered = register();

        Session session = signIn.signIn(AMINA, PASSWORD, NO_CODE);

        assertThat(session.caller()).isEqualTo(registered);
        assertThat(session.token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(signIn.caller(session.token())).contains(registered);
    }

    @Test
    void only_the_hash_of_a_token_is_kept() {
        register();

        Session session = signIn.signIn(AMINA, PASSWORD, NO_CODE);

        assertThat(accounts.keptOfSessions())
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}")
                .doesNotContain(session.token());
    }

    @Test
    void the_password_is_kept_as_an_argon2id_hash_with_its_parameters() {
        register();

        assertThat(accounts.find(AMINA).orElseThrow().passwordHash()).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
    }

    @Test
    void an_applicants_session_ends_after_a_day_and_an_agents_after_eight_hours() {
        Enrolment clerk = enrolClerk();
        register();
        Session applicant = signIn.signIn(AMINA, PASSWORD, NO_CODE);
        Session agent = signIn.signIn(CLERK, PASSWORD, code(clerk.secret()));

        clock.pass(Duration.ofHours(8));

        assertThat(signIn.caller(agent.token())).isEmpty();
        assertThat(signIn.caller(applicant.token())).isPresent();
    }

    @Test
    void a_session_that_was_left_speaks_for_nobody() {
        register();
        Session session = signIn.signIn(AMINA, PASSWORD, NO_CODE);

        signIn.signOut(session.token());

        assertThat(signIn.caller(session.token())).isEmpty();
    }

    @Test
    void a_forged_token_speaks_for_nobody() {
        assertThat(signIn.caller("x".repeat(43))).isEmpty();
        assertThat(signIn.caller("")).isEmpty();
        assertThat(signIn.caller("é".repeat(10_000))).isEmpty();
    }

    @Test
    void a_wrong_password_and_an_unknown_login_get_the_same_answer_at_every_attempt() {
        register();

        for (int attempt = 1; attempt <= 7; attempt++) {
            CaseException known = refusal(AMINA, "un autre mot de passe", NO_CODE);
            CaseException unknown = refusal(NOBODY, "un autre mot de passe", NO_CODE);

            assertThat(known.code()).isEqualTo(attempt <= 5 ? ErrorCode.SIGN_IN_REFUSED : ErrorCode.TOO_MANY_ATTEMPTS);
            assertThat(unknown.code()).isEqualTo(known.code());
            assertThat(unknown.details()).isEqualTo(known.details());
        }
    }

    @Test
    void pauses_grow_with_each_failure_and_hold_back_the_right_password_too() {
        register();
        failTimes(5);

        CaseException paused = refusal(AMINA, PASSWORD, NO_CODE);
        clock.pass(Duration.ofSeconds(30));
        failTimes(1);
        CaseException pausedLonger = refusal(AMINA, PASSWORD, NO_CODE);

        assertThat(paused.details()).containsEntry("retryAfterSeconds", 30L);
        assertThat(pausedLonger.details()).containsEntry("retryAfterSeconds", 60L);
    }

    @Test
    void a_sign_in_after_the_pause_forgets_the_failures() {
        register();
        failTimes(5);
        clock.pass(Duration.ofSeconds(30));

        signIn.signIn(AMINA, PASSWORD, NO_CODE);

        assertThat(accounts.find(AMINA).orElseThrow().failures()).isZero();
        assertThat(refusal(AMINA, "un autre mot de passe", NO_CODE).code()).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
    }

    @Test
    void attempts_side_by_side_are_counted_one_by_one() throws Exception {
        register();

        var threads = Executors.newFixedThreadPool(8);
        var attempts = IntStream.range(0, 20)
                .mapToObj(i -> threads.submit(
                        () -> refusal(AMINA, "un autre mot de passe", NO_CODE).code()))
                .toList();
        long refused = 0;
        for (Future<ErrorCode> attempt : attempts) {
            refused += attempt.get() == ErrorCode.SIGN_IN_REFUSED ? 1 : 0;
        }
        threads.shutdown();

        assertThat(refused).isEqualTo(5);
    }

    @Test
    void an_agent_needs_the_second_factor() {
        Enrolment clerk = enrolClerk();

        assertThat(refusal(CLERK, PASSWORD, NO_CODE).code()).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
        assertThat(refusal(CLERK, PASSWORD, Optional.of("12345x")).code()).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
        assertThat(signIn.signIn(CLERK, PASSWORD, code(clerk.secret())).caller().role())
                .isEqualTo(Role.AGENT);
    }

    @Test
    void no_code_serves_twice() {
        Enrolment clerk = enrolClerk();
        Optional<String> code = code(clerk.secret());
        signIn.signIn(CLERK, PASSWORD, code);

        assertThat(refusal(CLERK, PASSWORD, code).code()).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
    }

    @Test
    void a_code_one_step_old_or_one_step_early_is_accepted_and_no_other() {
        Enrolment clerk = enrolClerk();
        Optional<String> now = code(clerk.secret());
        clock.pass(Duration.ofSeconds(60));
        CaseException twoStepsOld = refusal(CLERK, PASSWORD, now);
        clock.pass(Duration.ofSeconds(-30));

        signIn.signIn(CLERK, PASSWORD, now);
        clock.pass(Duration.ofSeconds(30));
        Optional<String> early = code(clerk.secret());
        clock.pass(Duration.ofSeconds(-30));
        signIn.signIn(CLERK, PASSWORD, early);

        assertThat(twoStepsOld.code()).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
    }

    @Test
    void the_second_factor_gives_the_codes_of_rfc_6238() {
        String secret = new Base32().encodeToString("12345678901234567890".getBytes(US_ASCII));
        SecondFactor factor = new SecondFactor(new SecureRandom());

        assertThat(factor.stepOf("287082", secret, 0, Instant.ofEpochSecond(59)))
                .hasValue(1);
        assertThat(factor.stepOf("081804", secret, 0, Instant.ofEpochSecond(1111111109L)))
                .hasValue(37037036);
    }

    @Test
    void the_enrolment_can_be_read_by_an_authenticator() {
        Enrolment clerk = enrolClerk();

        assertThat(clerk.secret()).matches("[A-Z2-7]{32}");
        assertThat(clerk.otpauth())
                .isEqualTo("otpauth://totp/S%C3%A9jour:clerk.38?secret=" + clerk.secret()
                        + "&issuer=S%C3%A9jour&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void only_national_services_open_accounts_of_agents() {
        Caller applicant = register();
        Caller agent = enrolClerk().caller();

        for (Caller by : Set.of(applicant, agent)) {
            assertThatThrownBy(() -> signIn.enrolAgent(by, new Login("other"), PASSWORD, Set.of()))
                    .isInstanceOfSatisfying(
                            CaseException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO));
        }
    }

    @Test
    void a_password_has_12_to_200_characters_of_any_script() {
        assertThat(registering("onze signes").code()).isEqualTo(ErrorCode.MALFORMED_INPUT);
        assertThat(registering("x".repeat(201)).details()).containsEntry("field", "password");

        signIn.register(new Login("two.hundred"), "🔑".repeat(200), civilStatus(), contact());
        signIn.register(new Login("twelve"), "كلمة السر هي", civilStatus(), contact());

        assertThat(signIn.signIn(new Login("two.hundred"), "🔑".repeat(200), NO_CODE)
                        .token())
                .isNotBlank();
    }

    @Test
    void a_password_typed_in_another_unicode_form_is_the_same_password() {
        signIn.register(AMINA, "clé secrète d'été", civilStatus(), contact());

        Session session = signIn.signIn(AMINA, Normalizer.normalize("clé secrète d'été", Normalizer.Form.NFD), NO_CODE);

        assertThat(session.token()).isNotBlank();
    }

    @Test
    void nobody_is_born_tomorrow() {
        CivilStatus unborn = new CivilStatus("Benali", "Amina", LocalDate.of(2026, 3, 4), "MA");

        CaseException refused =
                catchThrowableOfType(CaseException.class, () -> signIn.register(AMINA, PASSWORD, unborn, contact()));

        assertThat(refused.details()).containsEntry("field", "birthDate");
    }

    @Test
    void a_login_is_taken_once_whatever_its_case() {
        register();

        assertThatThrownBy(() -> signIn.register(new Login("AMINA.B"), PASSWORD, civilStatus(), contact()))
                .isInstanceOfSatisfying(
                        CaseException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.LOGIN_TAKEN));
    }

    @Test
    void a_hash_of_the_old_cost_is_renewed_at_the_next_sign_in() {
        register();
        LocalSignIn dearer = signIn(hashesAt(128));

        dearer.signIn(AMINA, PASSWORD, NO_CODE);

        Account account = accounts.find(AMINA).orElseThrow();
        assertThat(account.passwordHash()).startsWith("$argon2id$v=19$m=128,");
        assertThat(dearer.signIn(AMINA, PASSWORD, NO_CODE).token()).isNotBlank();
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            refusal(AMINA, "un autre mot de passe", NO_CODE);
        }
    }

    @Test
    void one_code_serves_once_on_however_many_nodes() throws Exception {
        Optional<String> code = code(enrolClerk().secret());
        List<LocalSignIn> nodes =
                Stream.generate(() -> signIn(hashesAt(64))).limit(8).toList();
        var threads = Executors.newFixedThreadPool(nodes.size());

        List<Future<Boolean>> attempts = nodes.stream()
                .map(node -> threads.submit(() -> signsIn(node, code)))
                .toList();

        int sessions = 0;
        for (Future<Boolean> attempt : attempts) {
            sessions += attempt.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(sessions).isEqualTo(1);
    }

    private static boolean signsIn(LocalSignIn node, Optional<String> code) {
        try {
            return !node.signIn(CLERK, PASSWORD, code).token().isEmpty();
        } catch (CaseException refused) {
            return false;
        }
    }

    private CaseException refusal(Login login, String password, Optional<String> totp) {
        return catchThrowableOfType(CaseException.class, () -> signIn.signIn(login, password, totp));
    }

    private CaseException registering(String password) {
        return catchThrowableOfType(
                CaseException.class, () -> signIn.register(AMINA, password, civilStatus(), contact()));
    }

    private Caller register() {
        return signIn.register(AMINA, PASSWORD, civilStatus(), contact());
    }

    private Enrolment enrolClerk() {
        return signIn.enrolAgent(
                Caller.national(new AccountId("national")), CLERK, PASSWORD, Set.of(new PrefectureCode("38")));
    }

    private Optional<String> code(String secret) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return Optional.of(generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()), clock.instant()));
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private LocalSignIn signIn(PasswordHashes hashes) {
        return new LocalSignIn(
                accounts,
                clock,
                hashes,
                new Pauses(5, Duration.ofSeconds(30), Duration.ofMinutes(15)),
                new SessionLength(Duration.ofHours(24), Duration.ofHours(8)),
                new SecureRandom());
    }

    private static PasswordHashes hashesAt(int memoryKib) {
        return new PasswordHashes(memoryKib, 2, 1, new SecureRandom());
    }

    private static CivilStatus civilStatus() {
        return new CivilStatus("Benali", "Amina", LocalDate.of(1999, 5, 17), "MA");
    }

    private static Contact contact() {
        return new Contact(Optional.of("famille@example.org"), Optional.empty(), "fr");
    }
}
