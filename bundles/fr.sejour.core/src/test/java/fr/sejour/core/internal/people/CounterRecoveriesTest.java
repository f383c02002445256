package fr.sejour.core.internal.people;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_75;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Account;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Recoveries.Opened;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.RecoveryCode;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CounterRecoveriesTest {

    private static final Login LOGIN = new Login("amina.b");
    private static final LocalDate BIRTH = LocalDate.of(1999, 4, 12);
    private static final String SEEN = "Passeport marocain";

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void a_person_let_in_at_the_counter_gets_a_new_password_and_every_session_ends() {
        PersonId person = anAccount();
        Account account = platform.accounts.find(LOGIN).orElseThrow();
        platform.accounts.openSession("elsewhere", account.caller().account(), Instant.parse("2026-06-03T07:00:00Z"));

        Opened opened = platform.recoveries.open(AGENT_38, person, SEEN);
        platform.accounts.recover(claim(opened.code()), "fresh hash");

        assertThat(opened.until()).isEqualTo("2026-06-02T07:00:00Z");
        assertThat(platform.accounts.find(LOGIN).orElseThrow().passwordHash()).isEqualTo("fresh hash");
        assertThat(platform.accounts.session("elsewhere")).isEmpty();
        assertThat(platform.recoveries.history(AGENT_38, person))
                .extracting(AccessLine::by, AccessLine::what, AccessLine::words)
                .containsExactly(
                        tuple(AGENT_38.account(), AccessLine.What.RECOVERY_OPENED, Optional.of(SEEN)),
                        tuple(account.caller().account(), AccessLine.What.RECOVERED, Optional.empty()));
        assertThat(platform.inbox.open(caller(person), person))
                .extracting(Notice::kind)
                .contains("recovery-opened", "recovered");
    }

    @Test
    void a_code_serves_once_for_a_day_and_the_last_one_alone() {
        PersonId person = anAccount();
        RecoveryCode first = platform.recoveries.open(AGENT_38, person, SEEN).code();
        RecoveryCode second = platform.recoveries.open(AGENT_38, person, SEEN).code();
        assertThat(refusal(claim(first))).isEqualTo(ErrorCode.RECOVERY_REFUSED);
        platform.accounts.recover(claim(second), "hash");
        assertThat(refusal(claim(second))).isEqualTo(ErrorCode.RECOVERY_REFUSED);

        RecoveryCode third = platform.recoveries.open(AGENT_38, person, SEEN).code();
        platform.clock.advance(Duration.ofHours(24));

        assertThat(refusal(claim(third))).isEqualTo(ErrorCode.RECOVERY_REFUSED);
    }

    @Test
    void every_wrong_part_gets_the_same_answer_and_is_counted() {
        PersonId person = anAccount();
        RecoveryCode code = platform.recoveries.open(AGENT_38, person, SEEN).code();

        assertThat(refusal(new RecoveryClaim(Optional.of(new Login("other")), Optional.empty(), BIRTH, code)))
                .isEqualTo(ErrorCode.RECOVERY_REFUSED);
        assertThat(refusal(new RecoveryClaim(
                        Optional.of(LOGIN), Optional.of(new ForeignerNumber("9900000001")), BIRTH, code)))
                .isEqualTo(ErrorCode.RECOVERY_REFUSED);
        for (int at = 0; at < 10; at++) {
            assertThat(refusal(new RecoveryClaim(Optional.of(LOGIN), Optional.empty(), BIRTH.plusDays(1), code)))
                    .isEqualTo(ErrorCode.RECOVERY_REFUSED);
        }
        assertThat(refusal(claim(code))).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        platform.clock.advance(Duration.ofHours(24));
        RecoveryCode again = platform.recoveries.open(AGENT_38, person, SEEN).code();
        platform.clock.advance(Duration.ofSeconds(1));

        assertThat(platform.accounts.recover(claim(again), "hash").login()).isEqualTo(LOGIN);
    }

    @Test
    void somebody_who_never_had_an_account_gets_one_for_the_person_they_are() {
        PersonId person = platform.aStudent();
        platform.file(person, "etudiant", GRENOBLE);
        RecoveryCode code = platform.recoveries.open(AGENT_38, person, SEEN).code();

        Account account = platform.accounts.recover(claim(code), "hash");

        assertThat(account.caller().person()).contains(person);
        assertThat(platform.accounts.find(LOGIN)).contains(account);
        assertThat(platform.recoveries.history(AGENT_38, person))
                .extracting(AccessLine::what)
                .containsExactly(AccessLine.What.RECOVERY_OPENED, AccessLine.What.ACCOUNT_OPENED);
    }

    @Test
    void only_an_agent_with_the_person_in_their_charge_opens_one() {
        PersonId person = anAccount();

        assertThat(Refusals.of(() -> platform.recoveries.open(caller(person), person, SEEN))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(Refusals.of(() -> platform.recoveries.open(AGENT_75, person, SEEN))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> platform.recoveries.open(AGENT_38, person, " "))
                        .code())
                .isEqualTo(ErrorCode.MALFORMED_INPUT);
    }

    @Test
    void a_code_is_read_as_it_is_printed_and_never_shown_by_mistake() {
        RecoveryCode code = new RecoveryCode("0123456789ABCDEFGHJK");

        assertThat(code.printed()).isEqualTo("0123-4567-89AB-CDEF-GHJK");
        assertThat(new RecoveryCode("o123-4567-89ab-cdef-ghjk")).isEqualTo(code);
        assertThat(code.toString()).doesNotContain("0123");
    }

    private PersonId anAccount() {
        PersonId person = platform.accounts
                .openForApplicant(
                        LOGIN,
                        "hash",
                        new CivilStatus("Exemple", "Amina", BIRTH, "MA"),
                        new Contact(Optional.empty(), Optional.empty(), "fr"))
                .caller()
                .person()
                .orElseThrow();
        platform.file(person, "etudiant", GRENOBLE);
        return person;
    }

    private static RecoveryClaim claim(RecoveryCode code) {
        return new RecoveryClaim(Optional.of(LOGIN), Optional.empty(), BIRTH, code);
    }

    private ErrorCode refusal(RecoveryClaim claim) {
        return Refusals.of(() -> platform.accounts.recover(claim, "other hash")).code();
    }
}
