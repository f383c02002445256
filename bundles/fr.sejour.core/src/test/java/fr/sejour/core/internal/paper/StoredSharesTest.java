package fr.sejour.core.internal.paper;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.CheckDesk.ShareAnswer;
import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredSharesTest {

    private static final LocalDate BIRTH = LocalDate.of(1999, 4, 12);
    private static final LocalDate WRONG = LocalDate.of(1999, 4, 13);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");
    private final PersonId student = platform.aStudent();

    @Test
    void an_employer_reads_what_all_proofs_together_permit() {
        PersonId person =
                platform.someoneHolding("etudiant", DocumentKind.CST, TODAY.minusYears(1), LocalDate.of(2026, 8, 31));
        platform.fileComplete(person, "etudiant", GRENOBLE);

        ShareAnswer answer = platform.checks.check(give(person, Purpose.WORK).code(), BIRTH);

        assertThat(answer.covered()).isTrue();
        assertThat(answer.until()).contains(LocalDate.of(2026, 8, 31));
        assertThat(answer.rights().stay().map(Right::value)).contains(Reading.settled(StayRight.PROVEN));
        assertThat(answer.rights().work())
                .extracting(Right::value)
                .containsExactly(Reading.settled(WorkRight.hoursPerYear(964)));
        assertThat(answer.holderInitials()).isEqualTo("A. E.");
    }

    /** A visitor's card allows no work (L. 426-20): whoever hires a student may not do so until its last day. */
    @Test
    void an_employer_reads_until_when_the_work_that_is_shown_is_permitted() {
        PersonId person =
                platform.someoneHolding("etudiant", DocumentKind.CST, TODAY.minusYears(1), LocalDate.of(2026, 8, 31));
        platform.alsoHolding(person, "visiteur", DocumentKind.CST, LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31));

        ShareAnswer work = platform.checks.check(give(person, Purpose.WORK).code(), BIRTH);
        ShareAnswer home = platform.checks.check(give(person, Purpose.HOUSING).code(), BIRTH);

        assertThat(work.rights().work())
                .extracting(Right::value)
                .containsExactly(Reading.settled(WorkRight.hoursPerYear(964)));
        assertThat(work.until()).contains(LocalDate.of(2026, 8, 31));
        assertThat(home.until()).as("the stay goes on").contains(LocalDate.of(2027, 7, 31));
    }

    @Test
    void work_that_a_later_proof_permits_as_well_goes_on_with_it() {
        PersonId person =
                platform.someoneHolding("etudiant", DocumentKind.CST, TODAY.minusYears(1), LocalDate.of(2026, 8, 31));
        platform.alsoHolding(
                person, "carte_resident", DocumentKind.CST, LocalDate.of(2026, 8, 1), LocalDate.of(2036, 7, 31));

        assertThat(platform.checks
                        .check(give(person, Purpose.WORK).code(), BIRTH)
                        .until())
                .contains(LocalDate.of(2036, 7, 31));
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"HOUSING", "BANK", "SOCIAL"})
    void nobody_but_an_employer_learns_of_work(Purpose purpose) {
        assertThat(platform.checks
                        .check(give(student, purpose).code(), BIRTH)
                        .rights()
                        .work())
                .isEmpty();
    }

    @Test
    void a_code_is_over_after_its_last_day_and_once_it_is_taken_back() {
        Share oneDay = platform.shares.give(caller(student), student, Purpose.BANK, TODAY);
        Share taken = give(student, Purpose.BANK);
        platform.shares.end(caller(student), student, taken.code());
        platform.shares.end(caller(student), student, taken.code());

        assertThat(refused(taken.code(), BIRTH)).isEqualTo(ErrorCode.CHECK_REFUSED);
        assertThat(platform.checks.check(oneDay.code(), BIRTH).covered()).isTrue();
        platform.clock.advance(Duration.ofDays(1));
        assertThat(refused(oneDay.code(), BIRTH)).isEqualTo(ErrorCode.CHECK_REFUSED);
        assertThat(platform.shares.ofPerson(caller(student), student)).isEmpty();
    }

    @Test
    void after_five_wrong_dates_the_code_waits_and_no_other_one() {
        ShareCode code = give(student, Purpose.WORK).code();
        ShareCode other = give(student, Purpose.WORK).code();
        for (int at = 0; at < 5; at++) {
            assertThat(refused(code, WRONG)).isEqualTo(ErrorCode.CHECK_REFUSED);
        }

        assertThat(refused(code, BIRTH)).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        assertThat(platform.checks.check(other, BIRTH).covered()).isTrue();
    }

    @Test
    void nobody_else_gives_reads_or_takes_back_a_code() {
        PersonId somebodyElse = platform.aStudent();
        Share given = give(student, Purpose.WORK);

        assertThat(Refusals.of(() -> platform.shares.give(AGENT_38, student, Purpose.WORK, TODAY))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> platform.shares.ofPerson(caller(somebodyElse), student))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> platform.shares.end(caller(somebodyElse), somebodyElse, given.code()))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(platform.checks.check(given.code(), BIRTH).covered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 90, 3650})
    void a_code_lasts_from_today_for_ninety_days_at_most(long days) {
        assertThat(Refusals.of(() -> platform.shares.give(caller(student), student, Purpose.WORK, TODAY.plusDays(days)))
                        .code())
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
    }

    @Test
    void the_proof_tells_a_year_later_what_was_answered() {
        ShareAnswer answer = platform.checks.check(give(student, Purpose.WORK).code(), BIRTH);
        platform.clock.advance(Duration.ofDays(365));

        ShareAnswer read =
                platform.checks.shareProven(answer.proof().orElseThrow()).orElseThrow();

        assertThat(read.checkedAt()).isEqualTo(answer.checkedAt());
        assertThat(read.until()).isEqualTo(answer.until());
        assertThat(read.rights().work())
                .extracting(Right::value)
                .containsExactly(Reading.settled(WorkRight.hoursPerYear(964)));
        assertThat(platform.checks.paperProven(answer.proof().orElseThrow())).isEmpty();
        assertThat(platform.checks.shareProven(answer.proof().orElseThrow().replace("true", "false")))
                .isEmpty();
    }

    @Test
    void while_there_is_no_key_the_answer_stands_without_a_proof() {
        ShareAnswer before = platform.checks.check(give(student, Purpose.WORK).code(), BIRTH);
        Share share = give(student, Purpose.WORK);
        platform.signatures.gone(true);

        ShareAnswer answer = platform.checks.check(share.code(), BIRTH);

        assertThat(answer.proof()).isEmpty();
        assertThat(answer.covered()).isTrue();
        assertThat(answer.rights()).isEqualTo(before.rights());
        assertThat(platform.checks.shareProven(before.proof().orElseThrow())).isPresent();
        platform.signatures.gone(false);
        assertThat(platform.checks.check(share.code(), BIRTH).proof()).isPresent();
    }

    private Share give(PersonId person, Purpose purpose) {
        return platform.shares.give(caller(person), person, purpose, TODAY.plusDays(30));
    }

    private ErrorCode refused(ShareCode code, LocalDate birthDate) {
        return Refusals.of(() -> platform.checks.check(code, birthDate)).code();
    }
}
