package fr.sejour.core.internal.paper;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static fr.sejour.core.internal.Platform.holding;
import static fr.sejour.core.internal.Platform.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.attestation.CheckDesk.State;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.ReadableSignatures;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.RunningAgainStore;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.law.Editions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicCheckDeskTest {

    private static final LocalDate BIRTH = LocalDate.of(1999, 4, 12);
    private static final LocalDate WRONG = LocalDate.of(1999, 4, 13);
    private static final CheckCode UNKNOWN = new CheckCode("0000-0000-0000");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void a_wrong_code_and_a_wrong_date_get_the_same_refusal() {
        Attestation deposit = deposit(platform.aStudent());

        CaseException wrongCode = Refusals.of(() -> platform.checks.check(UNKNOWN, BIRTH));
        CaseException wrongDate = Refusals.of(() -> platform.checks.check(deposit.checkCode(), WRONG));

        assertThat(wrongCode.code()).isEqualTo(ErrorCode.CHECK_REFUSED);
        assertThat(wrongDate.code()).isEqualTo(ErrorCode.CHECK_REFUSED);
        assertThat(wrongDate.getMessage()).isEqualTo(wrongCode.getMessage());
    }

    @Test
    void after_five_wrong_dates_the_code_slows_down_more_with_each() {
        CheckCode code = deposit(platform.aStudent()).checkCode();
        for (int at = 0; at < 5; at++) {
            assertThat(Refusals.of(() -> platform.checks.check(code, WRONG)).code())
                    .isEqualTo(ErrorCode.CHECK_REFUSED);
        }
        List<Object> waits = new ArrayList<>();

        for (int at = 0; at < 4; at++) {
            CaseException slowed = Refusals.of(() -> platform.checks.check(code, BIRTH));
            assertThat(slowed.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
            long wait = (Long) slowed.details().get("retryAfterSeconds");
            waits.add(wait);
            platform.clock.advance(Duration.ofSeconds(wait));
            assertThat(Refusals.of(() -> platform.checks.check(code, WRONG)).code())
                    .isEqualTo(ErrorCode.CHECK_REFUSED);
        }

        assertThat(waits).containsExactly(30L, 60L, 120L, 240L);
    }

    @Test
    void a_code_that_no_paper_has_slows_down_like_one_that_a_paper_has() {
        CheckCode code = deposit(platform.aStudent()).checkCode();

        for (int at = 0; at < 12; at++) {
            CaseException wrongDate = Refusals.of(() -> platform.checks.check(code, WRONG));
            CaseException wrongCode = Refusals.of(() -> platform.checks.check(UNKNOWN, WRONG));
            assertThat(wrongCode.code()).isEqualTo(wrongDate.code());
            assertThat(wrongCode.details()).isEqualTo(wrongDate.details());
            platform.clock.advance(Duration.ofSeconds(20));
        }
        platform.clock.advance(Duration.ofDays(1));

        assertThat(Refusals.of(() -> platform.checks.check(UNKNOWN, WRONG)).code())
                .isEqualTo(ErrorCode.CHECK_REFUSED);
    }

    @Test
    void a_try_counts_once_however_often_the_store_runs_the_work() {
        PublicCheckDesk desk = new PublicCheckDesk(
                new RunningAgainStore(platform.store), new Editions(), new ReadableSignatures(), platform.clock);
        CheckCode code = deposit(platform.aStudent()).checkCode();

        for (int at = 0; at < 5; at++) {
            assertThat(Refusals.of(() -> desk.check(UNKNOWN, BIRTH)).code()).isEqualTo(ErrorCode.CHECK_REFUSED);
            assertThat(Refusals.of(() -> desk.check(code, WRONG)).code()).isEqualTo(ErrorCode.CHECK_REFUSED);
        }

        assertThat(Refusals.of(() -> desk.check(UNKNOWN, BIRTH)).code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        assertThat(Refusals.of(() -> desk.check(code, BIRTH)).code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    void the_right_date_is_answered_once_the_wait_is_over() {
        CheckCode code = deposit(platform.aStudent()).checkCode();
        for (int at = 0; at < 5; at++) {
            Refusals.of(() -> platform.checks.check(code, WRONG));
        }

        platform.clock.advance(Duration.ofSeconds(29));
        assertThat(Refusals.of(() -> platform.checks.check(code, BIRTH)).code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        platform.clock.advance(Duration.ofSeconds(1));

        assertThat(platform.checks.check(code, BIRTH).state()).isEqualTo(State.VALID);
    }

    @Test
    void wrong_dates_are_forgotten_after_a_day_and_slow_down_no_other_code() {
        CheckCode code = deposit(platform.aStudent()).checkCode();
        CheckCode other = deposit(platform.aStudent()).checkCode();
        for (int at = 0; at < 5; at++) {
            Refusals.of(() -> platform.checks.check(code, WRONG));
        }

        assertThat(platform.checks.check(other, BIRTH).state()).isEqualTo(State.VALID);
        platform.clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(Refusals.of(() -> platform.checks.check(code, WRONG)).code()).isEqualTo(ErrorCode.CHECK_REFUSED);
        assertThat(platform.checks.check(code, BIRTH).state()).isEqualTo(State.VALID);
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        CheckCode code = deposit(platform.aStudent()).checkCode();
        String typed = code.printed()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('-', ' ')
                .replace('0', 'o');

        assertThat(platform.checks.check(new CheckCode(typed), BIRTH).kind()).isEqualTo(PaperKind.ATTESTATION_DE_DEPOT);
    }

    @Test
    void a_paper_has_the_state_of_the_instant_it_is_checked() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 8, 28));
        CheckCode first = prolongation(student).checkCode();
        assertThat(platform.checks.check(first, BIRTH).state()).isEqualTo(State.NOT_YET_VALID);

        platform.liveUntil(LocalDate.of(2026, 9, 1));
        assertThat(platform.checks.check(first, BIRTH).state()).isEqualTo(State.VALID);
        platform.liveUntil(LocalDate.of(2026, 12, 1));
        assertThat(platform.checks.check(first, BIRTH).state()).isEqualTo(State.EXPIRED);
        assertThat(platform.checks.check(first, BIRTH).endReason()).isEmpty();

        CheckCode second = prolongation(student).checkCode();
        platform.act(caller(student), number, new Act.Withdraw("je pars"));
        CheckAnswer ended = platform.checks.check(second, BIRTH);
        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(ended.endReason()).contains("withdrawn");
    }

    /** Whoever kept the statement alone reads it years later, or a program does, with nobody there to explain it. */
    @Test
    void the_proof_tells_rights_of_today_as_coming_before_the_first_day_and_none_once_the_paper_is_over() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 8, 28));
        CheckCode code = prolongation(student).checkCode();

        String before = platform.checks.check(code, BIRTH).proof().orElseThrow();
        platform.liveUntil(LocalDate.of(2026, 9, 1));
        String running = platform.checks.check(code, BIRTH).proof().orElseThrow();
        platform.act(caller(student), number, new Act.Withdraw("je pars"));
        String over = platform.checks.check(code, BIRTH).proof().orElseThrow();

        assertThat(before).contains("state=NOT_YET_VALID", " comingRights=S").doesNotContain(" rights=");
        assertThat(running).contains("state=VALID", " rights=S").doesNotContain("comingRights");
        assertThat(over)
                .contains("state=ENDED", "endReason=withdrawn")
                .contains("number=" + prolongation(student).number().value())
                .doesNotContain("ights=");
        assertThat(List.of(before, running, over))
                .extracting(proof ->
                        platform.checks.paperProven(proof).orElseThrow().state())
                .containsExactly(State.NOT_YET_VALID, State.VALID, State.ENDED);
    }

    /** A proof of before says the rights of a paper in whatever state. */
    @ParameterizedTest
    @CsvSource({
        "VALID, true",
        "NOT_YET_VALID, true",
        "EXPIRED, false",
        "REPLACED, false",
        "ENDED, false",
        "REVOKED, false"
    })
    void a_proof_of_before_is_still_good_and_tells_no_rights_of_a_paper_that_was_over(State state, boolean told) {
        String before = platform.signatures.sign(
                "check",
                Map.of(
                        "checkedAt", "2026-10-01T08:00:00Z",
                        "state", state.name(),
                        "kind", "ATTESTATION_DE_PROLONGATION",
                        "number", "SJ-4K2M-9XQ7-B3TD",
                        "holder", "A. E.",
                        "firstDay", "2026-09-01",
                        "zone", "Europe/Paris",
                        "rights", "SX WH964 T0 C0",
                        "more", "false"));

        CheckAnswer read = platform.checks.paperProven(before).orElseThrow();

        assertThat(read.state()).isEqualTo(state);
        assertThat(read.number().value()).isEqualTo("SJ-4K2M-9XQ7-B3TD");
        assertThat(read.rights().map(rights -> RightsCode.of(rights).value()))
                .isEqualTo(told ? Optional.of("SX WH964 T0 C0") : Optional.empty());
    }

    @Test
    void a_paper_that_proves_nothing_says_that_its_holder_has_another_proof() {
        CheckAnswer answer = platform.checks.check(deposit(platform.aStudent()).checkCode(), BIRTH);

        assertThat(answer.kind()).isEqualTo(PaperKind.ATTESTATION_DE_DEPOT);
        assertThat(answer.holderHasMoreRights()).isTrue();
    }

    @Test
    void a_paper_that_is_over_says_that_its_holder_has_the_next_one() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 1));
        CheckCode first = prolongation(student).checkCode();
        assertThat(platform.checks.check(first, BIRTH).holderHasMoreRights()).isFalse();

        platform.liveUntil(LocalDate.of(2026, 12, 1));

        assertThat(platform.checks.check(first, BIRTH).holderHasMoreRights()).isTrue();
        assertThat(platform.checks
                        .check(prolongation(student).checkCode(), BIRTH)
                        .holderHasMoreRights())
                .isFalse();
    }

    @Test
    void a_permit_that_only_its_holder_speaks_of_is_no_proof_for_a_checker() {
        PersonId person = platform.someone();
        platform.file(
                caller(person),
                holding(
                        filing(person, "etudiant", GRENOBLE),
                        said("carte_resident", "D1", "2025-01-01", "2034-12-31")));

        assertThat(platform.checks.check(deposit(person).checkCode(), BIRTH).holderHasMoreRights())
                .isFalse();
    }

    @Test
    void the_answer_holds_no_name_no_ground_and_no_other_paper() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 1));

        CheckAnswer answer = platform.checks.check(prolongation(student).checkCode(), BIRTH);

        assertThat(answer.holderInitials()).isEqualTo("A. E.");
        assertThat(answer.toString())
                .doesNotContainIgnoringCase("amina")
                .doesNotContainIgnoringCase("exemple")
                .doesNotContainIgnoringCase("etudiant")
                .doesNotContain(number.value(), student.value(), BIRTH.toString())
                .doesNotContain(deposit(student).number().value());
    }

    @ParameterizedTest
    @CsvSource({"王, 小明, 小. 王.", "é, É, É. é.", "𝒜mina, 𐤀leph, 𐤀. 𝒜.", "O'Neil, y, y. O."})
    void initials_are_the_first_characters_of_any_script(String family, String given, String initials) {
        PersonId person = platform.someone();
        platform.store.write(records -> {
            PersonRecord before = records.people().find(NATIONAL, person).orElseThrow();
            records.people()
                    .change(PersonRecordBuilder.builder()
                            .id(person)
                            .civilStatus(new CivilStatus(family, given, BIRTH, "XX"))
                            .civilStatusLevel(FactLevel.DECLARED)
                            .contact(before.contact())
                            .foreignerNumber(before.foreignerNumber())
                            .protection(before.protection())
                            .heldPermits(before.heldPermits())
                            .build());
            return person;
        });

        assertThat(platform.checks.check(deposit(person).checkCode(), BIRTH).holderInitials())
                .isEqualTo(initials);
    }

    @Test
    void a_card_in_the_hand_is_more_than_the_paper_that_it_ended() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Grant(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31), "arrêté 38"));
        CheckCode favourable = platform.papersOf(student).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_DECISION_FAVORABLE)
                .findFirst()
                .orElseThrow()
                .checkCode();
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.act(AGENT_38, number, new Act.CardReady("CARD-1"));
        platform.act(AGENT_38, number, new Act.HandOver(LocalDate.of(2026, 6, 1)));

        CheckAnswer answer = platform.checks.check(favourable, BIRTH);

        assertThat(answer.state()).isEqualTo(State.ENDED);
        assertThat(answer.endReason()).contains("card-handed-over");
        assertThat(answer.holderHasMoreRights()).isTrue();
    }

    /** The deposit attestation of the person's latest filing; files first when there is none. */
    private Attestation deposit(PersonId person) {
        if (platform.papersOf(person).isEmpty()) {
            platform.file(person, "etudiant", GRENOBLE);
        }
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_DEPOT)
                .findFirst()
                .orElseThrow();
    }

    /** The attestation de prolongation with the latest first day. */
    private Attestation prolongation(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .findFirst()
                .orElseThrow();
    }
}
