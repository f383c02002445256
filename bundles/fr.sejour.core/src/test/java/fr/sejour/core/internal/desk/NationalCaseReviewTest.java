package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.AGENT_75;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.aPdf;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static fr.sejour.core.internal.Platform.holding;
import static fr.sejour.core.internal.Platform.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.PieceReading;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.practice.LocalRules;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.spi.rules.PrefectureRules;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalCaseReviewTest {

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final PieceType NATIONALITE = new PieceType("nationalite");
    private static final PieceType DOMICILE = new PieceType("domicile");
    private static final CaseNumber UNKNOWN = new CaseNumber("0000000000000000018");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    // -- who may do what ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(
            value = ActKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DECLARE_RECEIPT", "ASK_FOR_REASONS"})
    void the_person_answers_withdraws_says_what_they_received_and_does_nothing_else(ActKind kind) {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, askFor(DOMICILE));
        boolean theirs = EnumSet.of(ActKind.ANSWER, ActKind.WITHDRAW).contains(kind);

        if (theirs) {
            Act own = kind == ActKind.WITHDRAW ? new Act.Withdraw("je pars") : act(kind);
            assertThat(platform.act(caller(student), number, own).number()).isEqualTo(number);
        } else {
            assertThat(refusalOf(caller(student), number, act(kind)).code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    @ParameterizedTest
    @EnumSource(ActKind.class)
    void a_case_out_of_scope_reads_like_an_unknown_one_to_every_act(ActKind kind) {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        for (Caller stranger : List.of(caller(platform.aStudent()), AGENT_75)) {
            CaseException outOfScope = refusalOf(stranger, number, act(kind));
            CaseException unknown = refusalOf(stranger, UNKNOWN, act(kind));
            assertThat(outOfScope.code()).isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(outOfScope.getMessage()).isEqualTo(unknown.getMessage());
        }
        assertThat(refusalOf(NATIONAL, UNKNOWN, act(kind)).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_case_out_of_scope_reads_like_an_unknown_one_to_every_reading() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        for (Caller stranger : List.of(caller(platform.aStudent()), AGENT_75)) {
            for (CaseNumber asked : List.of(number, UNKNOWN)) {
                assertThat(Refusals.of(() -> platform.review.find(stranger, asked))
                                .code())
                        .isEqualTo(ErrorCode.NOT_FOUND);
                assertThat(Refusals.of(() -> platform.review.journal(stranger, asked))
                                .code())
                        .isEqualTo(ErrorCode.NOT_FOUND);
                assertThat(Refusals.of(() -> platform.pieces.read(stranger, asked, NATIONALITE, Optional.empty()))
                                .code())
                        .isEqualTo(ErrorCode.NOT_FOUND);
                assertThat(Refusals.of(() -> platform.pieces.give(stranger, asked, NATIONALITE, aPdf()))
                                .code())
                        .isEqualTo(ErrorCode.NOT_FOUND);
            }
            assertThat(Refusals.of(() -> platform.review.ofPerson(stranger, student))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource(ActKind.class)
    void a_prefecture_that_gave_the_case_away_reads_it_and_does_nothing_more(ActKind kind) {
        PersonId student = platform.aStudent();
        CaseNumber number = movedToLyon(student);

        assertThat(refusalOf(AGENT_38, number, act(kind)).code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(platform.review.find(AGENT_38, number).prefecture()).isEqualTo(new PrefectureCode("69"));
        assertThat(platform.review.journal(AGENT_38, number)).isNotEmpty();
        assertThat(Refusals.of(() -> platform.pieces.give(AGENT_38, number, NATIONALITE, aPdf()))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    @ParameterizedTest
    @EnumSource(ActKind.class)
    void a_prefecture_that_is_offered_the_case_receives_it_and_does_nothing_else(ActKind kind) {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));

        if (kind == ActKind.RECEIVE_TRANSFER) {
            assertThat(platform.act(AGENT_69, number, act(kind)).prefecture()).isEqualTo(new PrefectureCode("69"));
        } else {
            assertThat(refusalOf(AGENT_69, number, act(kind)).code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    @Test
    void nobody_receives_for_the_prefecture_that_was_offered_the_case() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));

        CaseException refusal = refusalOf(AGENT_38, number, new Act.ReceiveTransfer());

        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(platform.review.find(AGENT_38, number).prefecture()).isEqualTo(new PrefectureCode("38"));
    }

    @Test
    void an_applicant_has_no_queue_and_no_tasks() {
        Caller student = caller(platform.aStudent());

        assertThat(Refusals.of(() -> platform.review.queue(student, Queues.everything()))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(Refusals.of(() -> tasksOf(student)).code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    // -- versions and states -----------------------------------------------------------------------------------------

    @Test
    void an_act_decided_on_an_older_version_is_refused_and_changes_nothing() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        long seen = platform.review.find(AGENT_38, number).version();
        platform.review.act(AGENT_38, number, OptionalLong.of(seen), new Act.TakeUp());

        CaseException refusal =
                Refusals.of(() -> platform.review.act(AGENT_38, number, OptionalLong.of(seen), act(ActKind.GRANT)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CASE_CHANGED);
        assertThat(refusal.details()).containsEntry("version", seen + 1);
        assertThat(platform.review.find(AGENT_38, number).status()).isEqualTo(CaseStatus.UNDER_REVIEW);
    }

    @Test
    void an_act_that_the_state_forbids_is_answered_with_the_acts_that_are() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        CaseException refusal = refusalOf(AGENT_38, number, act(ActKind.GRANT));

        // a complete file of verified facts: nothing to see, no registration to refuse
        assertThat(refusal.code()).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        assertThat(refusal.details()).containsEntry("status", "filed");
        assertThat((List<?>) refusal.details().get("allowedActs"))
                .extracting(String::valueOf)
                .containsExactlyInAnyOrder(
                        "take-up",
                        "ask-for-pieces",
                        "refuse-piece",
                        "waive-piece",
                        "withdraw",
                        "close-as-moot",
                        "follow",
                        "offer-transfer",
                        "record-court-order",
                        "revoke-paper",
                        "assign");
        assertThat(platform.review.find(AGENT_38, number).acts()).hasSize(11);
    }

    @Test
    void a_person_is_shown_the_acts_that_are_theirs_and_no_agents_act() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(platform.review.find(caller(student), number).acts()).containsExactly(ActKind.WITHDRAW);
        CaseException refusal = refusalOf(caller(student), number, new Act.Answer());
        assertThat(refusal.code()).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        assertThat(refusal.details()).containsEntry("allowedActs", List.of("withdraw"));

        platform.act(AGENT_38, number, askFor(DOMICILE));
        assertThat(platform.review.find(caller(student), number).acts())
                .containsExactlyInAnyOrder(ActKind.ANSWER, ActKind.WITHDRAW);
        assertThat(platform.review.ofPerson(caller(student), student).get(0).acts())
                .containsExactlyInAnyOrder(ActKind.ANSWER, ActKind.WITHDRAW);
        assertThat(platform.act(caller(student), number, new Act.Answer()).acts())
                .containsExactly(ActKind.WITHDRAW);
        assertThat(platform.review.find(AGENT_38, number).acts()).contains(ActKind.GRANT, ActKind.WITHDRAW);
    }

    // -- days that contradict each other -----------------------------------------------------------------------------

    @Test
    void an_answer_is_awaited_within_a_year_and_not_before_the_delay_that_is_reasonable() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        // R. 431-11 asks for a reasonable delay: fifteen days at least, by our own practice
        assertThat(contradictionOf(number, askFor(DOMICILE, TODAY.plusDays(14))))
                .isEqualTo("answerBy");
        assertThat(contradictionOf(number, askFor(DOMICILE, LocalDate.of(2027, 6, 2))))
                .isEqualTo("answerBy");
        assertThat(contradictionOf(number, askFor(DOMICILE, LocalDate.MAX))).isEqualTo("answerBy");
        assertThat(platform.act(AGENT_38, number, askFor(DOMICILE, TODAY.plusDays(15)))
                        .status())
                .isEqualTo(CaseStatus.AWAITING_PIECES);
    }

    @Test
    void m11_an_agent_withdraws_what_the_person_asked_them_to_and_the_person_is_told_who_says_so() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(contradictionOf(number, new Act.Withdraw("x"))).isEqualTo("means");
        assertThat(contradictionOf(number, withdrawal(TODAY.minusDays(1)))).isEqualTo("day");
        assertThat(contradictionOf(number, withdrawal(TODAY.plusDays(1)))).isEqualTo("day");
        platform.act(AGENT_38, number, withdrawal(TODAY));

        assertThat(platform.review.find(AGENT_38, number).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(platform.inbox.open(caller(student), student).get(0))
                .satisfies(told -> assertThat(told.kind()).isEqualTo("withdrawn-as-asked"))
                .satisfies(told -> assertThat(told.body()).contains("lettre"));
    }

    private static Act withdrawal(LocalDate day) {
        return new Act.Withdraw("elle part", Optional.of(new Act.Withdraw.Asked("lettre", day)));
    }

    @Test
    void no_piece_is_asked_for_that_the_law_does_not_ask_of_this_permit() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        CaseException refused = refusalOf(AGENT_38, number, askFor(new PieceType("acte_mariage")));

        assertThat(refused.code()).isEqualTo(ErrorCode.PIECE_NOT_EXPECTED);
        assertThat(refused.details()).containsEntry("piece", "acte_mariage");
        assertThat(platform.review.find(AGENT_38, number).status()).isEqualTo(CaseStatus.FILED);
    }

    @Test
    void a_card_is_handed_over_between_the_day_it_was_ready_and_today() {
        CaseNumber number = cardReady(platform.aStudent());
        platform.clock.moveTo(LocalDate.of(2026, 6, 10));

        assertThat(contradictionOf(number, new Act.HandOver(TODAY.minusDays(1))))
                .isEqualTo("day");
        assertThat(contradictionOf(number, new Act.HandOver(LocalDate.of(2026, 6, 11))))
                .isEqualTo("day");
        assertThat(platform.act(AGENT_38, number, new Act.HandOver(TODAY)).status())
                .isEqualTo(CaseStatus.HANDED_OVER);
    }

    @Test
    void what_was_granted_is_delivered_between_the_decision_and_today() {
        CaseNumber number = grantedTravelTitle();
        platform.clock.moveTo(LocalDate.of(2026, 6, 10));

        assertThat(contradictionOf(number, new Act.Deliver(TODAY.minusDays(1)))).isEqualTo("day");
        assertThat(contradictionOf(number, new Act.Deliver(LocalDate.of(2026, 6, 11))))
                .isEqualTo("day");
        assertThat(platform.act(AGENT_38, number, new Act.Deliver(TODAY)).status())
                .isEqualTo(CaseStatus.DELIVERED);
    }

    @Test
    void a_permit_on_a_card_ends_in_a_hand_and_a_travel_title_without_a_card() {
        CaseNumber card = granted(platform.aStudent());
        CaseNumber title = grantedTravelTitle();

        assertThat(platform.review.find(AGENT_38, card).acts())
                .contains(ActKind.ORDER_CARD)
                .doesNotContain(ActKind.DELIVER);
        assertThat(refusalOf(AGENT_38, card, new Act.Deliver(TODAY)).code()).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        assertThat(platform.review.find(AGENT_38, title).acts())
                .contains(ActKind.DELIVER)
                .doesNotContain(ActKind.ORDER_CARD);
        assertThat(platform.review.find(AGENT_38, title).next().orElseThrow().what())
                .isEqualTo("deliver");
    }

    /** A student card lasts a year (catalogue), and the permit held ends on 31 August 2026. */
    @ParameterizedTest
    @CsvSource({
        "1999-04-11, 2000-04-10, validFrom",
        "2026-09-02, 2027-09-01, validFrom",
        "2026-09-01, 2027-09-02, validUntil",
        "2025-06-01, 2026-06-01, validUntil"
    })
    void no_permit_begins_before_its_holder_or_long_after_their_right_or_lasts_longer_than_the_law_says(
            LocalDate from, LocalDate until, String field) {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());

        assertThat(contradictionOf(number, new Act.Grant(from, until, "arrêté 38-2026-01")))
                .isEqualTo(field);
    }

    @Test
    void a_permit_that_nobody_has_seen_puts_off_no_first_day() {
        PersonId student = platform.someone();
        CaseFile file = platform.file(
                        caller(student),
                        holding(
                                filing(student, "etudiant", GRENOBLE),
                                said("etudiant", "D1", "2025-09-01", "2026-09-30")))
                .caseFile();
        platform.givePieces(student, file);
        platform.act(AGENT_38, file.number(), new Act.TakeUp());
        Act grant = new Act.Grant(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 9, 30), "arrêté 38-2026-01");

        assertThat(contradictionOf(file.number(), grant)).isEqualTo("validFrom");

        platform.act(AGENT_38, file.number(), new Act.SeeFacts());
        assertThat(platform.act(AGENT_38, file.number(), grant).status()).isEqualTo(CaseStatus.GRANTED);
    }

    @Test
    void a_card_is_handed_over_until_the_last_day_of_its_permit() {
        CaseNumber number = cardReady(platform.aStudent());
        platform.clock.moveTo(LocalDate.of(2027, 9, 5));

        assertThat(contradictionOf(number, new Act.HandOver(LocalDate.of(2027, 9, 1))))
                .isEqualTo("day");
        assertThat(platform.act(AGENT_38, number, new Act.HandOver(LocalDate.of(2027, 8, 31)))
                        .status())
                .isEqualTo(CaseStatus.HANDED_OVER);
    }

    @Test
    void a_hand_over_recorded_by_mistake_takes_the_card_back_and_gives_the_paper_again() {
        platform.register.read(new StringReader(
                "foreigner_number,family_name,given_names,birth_date,nationality,permit,document_kind,permit_number,"
                        + "valid_from,valid_until,protection,letter_code\n"
                        + "9900000001,Exemple,Amina,1999-04-12,MA,etudiant,CST,T1,2025-09-01,2026-08-31,,ABCD-1234\n"));
        PersonId student = platform.someone();
        ForeignerNumber known = new ForeignerNumber("9900000001");
        platform.people.link(caller(student), student, known, LocalDate.of(1999, 4, 12), new LetterCode("ABCD-1234"));
        CaseNumber number = cardReady(student);
        platform.act(AGENT_38, number, new Act.HandOver(TODAY));

        CaseFile reopened = platform.act(AGENT_38, number, new Act.Reopen("remise enregistrée par erreur"));

        assertThat(reopened.status()).isEqualTo(CaseStatus.CARD_READY);
        assertThat(platform.people.find(caller(student), student).heldPermits())
                .extracting(fact -> fact.permit().number())
                .containsExactly("T1");
        assertThat(platform.store
                        .read(records -> records.register().find(known))
                        .flatMap(entry -> entry.heldPermit())
                        .orElseThrow()
                        .number())
                .isEqualTo("T1");
        assertThat(platform.papersOf(student))
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_DECISION_FAVORABLE)
                .filteredOn(paper -> paper.end().isEmpty())
                .hasSize(1);
        assertThat(platform.act(AGENT_38, number, new Act.HandOver(TODAY)).status())
                .isEqualTo(CaseStatus.HANDED_OVER);
        assertThat(platform.people.find(caller(student), student).heldPermits()).hasSize(2);
    }

    @Test
    void a_case_that_rests_on_a_card_taken_back_rests_on_a_word_again() {
        PersonId student = platform.aStudent();
        CaseNumber first = cardReady(student);
        platform.act(AGENT_38, first, new Act.HandOver(TODAY));
        platform.clock.moveTo(LocalDate.of(2026, 7, 1));
        CaseNumber next =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        assertThat(platform.review.find(AGENT_38, next).held().orElseThrow().number())
                .isEqualTo("CARD-1");

        platform.act(AGENT_38, first, new Act.Reopen("remise enregistrée par erreur"));

        assertThat(platform.review.find(AGENT_38, next).facts()).isEqualTo(FactLevel.DECLARED);
    }

    @Test
    void a_decision_reaches_the_person_between_its_day_and_today() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, act(ActKind.REFUSE));

        assertThat(contradictionOf(number, new Act.Notify("letter", TODAY.minusDays(1), "1A")))
                .isEqualTo("day");
        assertThat(contradictionOf(number, new Act.Notify("letter", TODAY.plusDays(1), "1A")))
                .isEqualTo("day");
        assertThat(platform.act(AGENT_38, number, new Act.Notify("letter", TODAY, "1A"))
                        .decision()
                        .orElseThrow()
                        .notification())
                .isPresent();
    }

    @Test
    void a_permit_that_is_over_today_is_not_granted() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());

        assertThat(contradictionOf(number, new Act.Grant(TODAY.minusYears(1), TODAY, "arrêté 38-2026-01")))
                .isEqualTo("validUntil");
    }

    @Test
    void days_of_another_century_are_no_days_of_a_permit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Act.Grant(TODAY, LocalDate.MAX, "arrêté 38-2026-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> said("etudiant", "T1", "2025-09-01", "+999999999-12-31"));
        assertThatIllegalArgumentException().isThrownBy(() -> said("etudiant", "T1", "0001-01-01", "2026-08-31"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CivilStatus("Exemple", "Amina", LocalDate.MIN, "MA"));
    }

    /** What a card number cannot hold is refused when it is keyed, not when the card is handed over. */
    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "AB\u0007CD", "12345678901234567890123456789012345678901"})
    void a_card_number_that_no_held_permit_could_carry_is_refused(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Act.CardReady(number));
    }

    @Test
    void a_case_is_offered_to_another_prefecture_that_exists() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        assertThat(contradictionOf(number, new Act.OfferTransfer(new PrefectureCode("38"), "ici")))
                .isEqualTo("to");
        assertThat(contradictionOf(number, new Act.OfferTransfer(new PrefectureCode("984"), "loin")))
                .isEqualTo("to");
        assertThat(contradictionOf(number, new Act.OfferTransfer(new PrefectureCode("20"), "Corse")))
                .isEqualTo("to");
    }

    /** Five working days from Monday 1 June end on the 8th. */
    @Test
    void whoever_acts_on_a_case_that_silence_has_taken_away_finds_it_where_it_is_before_any_pass() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("69"), "déménagement"));
        platform.clock.moveTo(LocalDate.of(2026, 6, 9));
        CaseFile offered = platform.review.find(AGENT_38, number);

        assertThat(Refusals.of(() -> platform.act(AGENT_38, number, new Act.TakeUp()))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(platform.review.find(AGENT_38, number)).isEqualTo(offered);

        CaseFile taken = platform.act(AGENT_69, number, new Act.TakeUp());

        assertThat(taken.prefecture()).isEqualTo(new PrefectureCode("69"));
        assertThat(taken.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(platform.review.journal(AGENT_69, number))
                .extracting(JournalLine::what)
                .containsSubsequence("transfer-completed", "take-up");
    }

    // -- pieces ------------------------------------------------------------------------------------------------------

    @Test
    void a_piece_that_the_file_does_not_ask_for_is_not_expected() {
        PersonId student = platform.aStudent();
        CaseNumber number =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();

        for (String type : List.of("contrat_travail", "selfie")) {
            CaseException refusal =
                    Refusals.of(() -> platform.pieces.give(caller(student), number, new PieceType(type), aPdf()));
            assertThat(refusal.code()).isEqualTo(ErrorCode.PIECE_NOT_EXPECTED);
            assertThat(refusal.details()).containsEntry("piece", type);
        }
        assertThat(platform.pieces.versions(caller(student), number)).isEmpty();
    }

    @Test
    void a_piece_that_was_asked_for_before_the_list_changed_is_expected() {
        PersonId student = platform.aStudent();
        CaseNumber number =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        PieceRecord asked = new PieceRecord(
                new PieceType("contrat_travail"),
                PieceFile.State.ASKED,
                Optional.empty(),
                Optional.of(new PieceFinding(
                        AGENT_38.account(), platform.clock.instant(), "illisible", Optional.empty(), false)));
        platform.store.write(records -> {
            CaseRecord record = records.cases().find(Platform.NATIONAL, number).orElseThrow();
            records.cases().change(record.withPieces(List.of(asked)));
            return record;
        });

        CaseFile file = platform.pieces.give(caller(student), number, new PieceType("contrat_travail"), aPdf());

        assertThat(state(file, new PieceType("contrat_travail"))).isEqualTo(PieceFile.State.GIVEN);
    }

    @Test
    void a_piece_that_no_permit_knows_cannot_be_asked_for() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        assertThat(refusalOf(AGENT_38, number, askFor(new PieceType("selfie"))).code())
                .isEqualTo(ErrorCode.PIECE_NOT_EXPECTED);
    }

    @Test
    void the_largest_piece_is_taken_and_one_byte_more_is_not() {
        PersonId student = platform.aStudent();
        CaseNumber number =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();

        CaseException refusal = Refusals.of(
                () -> platform.pieces.give(caller(student), number, NATIONALITE, pdfOf(10 * 1024 * 1024 + 1)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.PIECE_TOO_LARGE);
        assertThat(refusal.details()).containsEntry("largestBytes", 10 * 1024 * 1024L);
        assertThat(platform.pieces
                        .give(caller(student), number, NATIONALITE, pdfOf(10 * 1024 * 1024))
                        .complete())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf,<html>",
        "image/png,%PDF-1.7",
        "text/html,<html>",
        "text/html,%PDF-1.7",
    })
    void a_piece_that_is_not_what_it_says_is_not_taken(String mediaType, String content) {
        PersonId student = platform.aStudent();
        CaseFile before = platform.file(student, "etudiant", GRENOBLE).caseFile();
        SentFile piece = Platform.sent(mediaType, content);

        CaseException refusal =
                Refusals.of(() -> platform.pieces.give(caller(student), before.number(), NATIONALITE, piece));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED);
        assertThat(platform.review.find(caller(student), before.number())).isEqualTo(before);
        assertThat(platform.pieces.versions(caller(student), before.number())).isEmpty();
        assertThat(platform.vault.names()).isEmpty();
        assertThat(platform.vault.uploads()).isEmpty();
    }

    @Test
    void a_decided_case_takes_no_pieces() {
        PersonId student = platform.aStudent();
        CaseNumber number = granted(student);

        CaseException refusal = Refusals.of(() -> platform.pieces.give(caller(student), number, DOMICILE, aPdf()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        assertThat(refusal.details()).containsEntry("status", "granted");
    }

    @Test
    void the_last_piece_asked_for_resumes_the_examination_by_itself() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(
                AGENT_38,
                number,
                new Act.AskForPieces(Set.of(NATIONALITE, DOMICILE), TODAY.plusDays(30), "illisibles"));

        CaseFile half = platform.pieces.give(caller(student), number, DOMICILE, aPdf());
        CaseFile whole = platform.pieces.give(caller(student), number, NATIONALITE, aPdf());

        assertThat(half.status()).isEqualTo(CaseStatus.AWAITING_PIECES);
        assertThat(half.complete()).isFalse();
        assertThat(whole.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(whole.complete()).isTrue();
    }

    @Test
    void a_refused_piece_makes_the_file_incomplete_again_and_stops_the_silence() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        CaseFile refused = platform.act(AGENT_38, number, new Act.RefusePiece(NATIONALITE, "illisible"));

        assertThat(refused.complete()).isFalse();
        assertThat(state(refused, NATIONALITE)).isEqualTo(PieceFile.State.REFUSED);
        assertThat(silences(refused)).containsExactly("2026-08-30 STOPPED");

        platform.clock.moveTo(LocalDate.of(2026, 6, 11));
        CaseFile given = platform.pieces.give(caller(student), number, NATIONALITE, aPdf());

        // R. 422-5: ninety days from the day the file is complete again; 11 June + 90 is 9 September 2026
        assertThat(given.complete()).isTrue();
        assertThat(silences(given)).containsExactly("2026-08-30 STOPPED", "2026-09-09 RUNNING");
    }

    @Test
    void the_refusal_of_a_piece_that_does_not_block_leaves_the_file_complete() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        CaseFile refused = platform.act(AGENT_38, number, new Act.RefusePiece(DOMICILE, "trop ancien"));

        assertThat(refused.complete()).isTrue();
        assertThat(silences(refused)).containsExactly("2026-08-30 RUNNING");
    }

    @Test
    void what_was_not_given_cannot_be_refused() {
        PersonId student = platform.aStudent();
        CaseNumber number =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        platform.act(AGENT_38, number, askFor(DOMICILE));

        for (PieceType type : List.of(NATIONALITE, DOMICILE)) {
            assertThat(refusalOf(AGENT_38, number, new Act.RefusePiece(type, "illisible"))
                            .code())
                    .isEqualTo(ErrorCode.PIECE_NOT_EXPECTED);
        }
    }

    @Test
    void a_later_finding_takes_back_no_paper_already_issued() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 5));

        platform.act(AGENT_38, number, new Act.RefusePiece(NATIONALITE, "illisible"));
        platform.liveUntil(LocalDate.of(2026, 9, 20));

        assertThat(platform.papersOf(student))
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .singleElement()
                .satisfies(paper -> {
                    assertThat(paper.end()).isEmpty();
                    assertThat(paper.validAt(platform.clock.instant())).isTrue();
                });
    }

    @Test
    void the_bytes_of_a_piece_come_back_as_they_were_given_last() throws IOException {
        PersonId student = platform.aStudent();
        CaseNumber number =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        platform.pieces.give(caller(student), number, DOMICILE, pdfOf(30));

        platform.pieces.give(caller(student), number, DOMICILE, pdfOf(50));

        try (PieceReading read = platform.pieces.read(AGENT_38, number, DOMICILE, Optional.empty())) {
            assertThat(read.size()).isEqualTo(50);
            assertThat(read.content()).hasBinaryContent(Arrays.copyOf("%PDF-".getBytes(StandardCharsets.US_ASCII), 50));
        }
        assertThat(Refusals.of(() -> platform.pieces.read(AGENT_38, number, NATIONALITE, Optional.empty()))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    // -- silence -----------------------------------------------------------------------------------------------------

    @Test
    void pieces_asked_for_after_the_silent_refusal_do_not_make_it_forgotten() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 9, 1));
        platform.act(AGENT_38, number, askFor(NATIONALITE, LocalDate.of(2026, 10, 1)));

        CaseFile answered = platform.pieces.give(caller(student), number, NATIONALITE, aPdf());

        assertThat(answered.status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
        assertThat(silences(answered)).containsExactly("2026-08-30 EXPIRED");
        assertThat(answered.tasks())
                .filteredOn(task -> task.kind() == Task.Kind.DECIDE)
                .extracting(Task::dueOn)
                .containsExactly(LocalDate.of(2026, 8, 30));
    }

    @Test
    void a_reopened_case_has_a_silence_of_its_own() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 9, 1));
        platform.act(AGENT_38, number, act(ActKind.REFUSE));
        platform.act(AGENT_38, number, new Act.Notify("letter", LocalDate.of(2026, 9, 1), "1A"));

        CaseFile reopened = platform.act(AGENT_38, number, new Act.Reopen("le juge l'a dit"));

        // R. 422-5: 1 September + 90 days is 30 November 2026
        assertThat(reopened.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(silences(reopened)).containsExactly("2026-08-30 STOPPED", "2026-11-30 RUNNING");
        assertThat(reopened.next().orElseThrow().by()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void a_reopened_case_gives_its_paper_again_at_once() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 5));
        platform.act(caller(student), number, new Act.Withdraw("je pars"));
        assertThat(platform.coverage.of(caller(student), student).covered()).isFalse();

        platform.act(AGENT_38, number, new Act.Reopen("elle reste"));

        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    // -- the card ----------------------------------------------------------------------------------------------------

    @Test
    void the_card_handed_over_is_what_the_person_holds_and_what_the_register_knows() {
        PersonId student = platform.aStudent();
        ForeignerNumber known = new ForeignerNumber("9900000001");
        platform.store.write(records -> {
            PersonRecord person = records.people().find(NATIONAL, student).orElseThrow();
            records.register()
                    .keep(new RegisterEntry(
                            known, person.civilStatus(), Optional.empty(), Optional.empty(), Optional.empty()));
            records.people()
                    .change(PersonRecordBuilder.builder()
                            .id(student)
                            .civilStatus(person.civilStatus())
                            .civilStatusLevel(FactLevel.VERIFIED)
                            .contact(person.contact())
                            .foreignerNumber(Optional.of(known))
                            .heldPermits(person.heldPermits())
                            .build());
            return student;
        });
        CaseNumber number = cardReady(student);

        platform.act(AGENT_38, number, new Act.HandOver(TODAY));

        assertThat(platform.people.find(caller(student), student).heldPermits())
                .filteredOn(fact -> fact.permit().number().equals("CARD-1"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.level()).isEqualTo(FactLevel.VERIFIED);
                    assertThat(fact.permit().permit()).isEqualTo(new PermitCode("etudiant"));
                    assertThat(fact.permit().kind()).contains(DocumentKind.CST);
                    assertThat(fact.permit().validUntil()).isEqualTo(LocalDate.of(2027, 8, 31));
                });
        Optional<RegisterEntry> entry =
                platform.store.read(records -> records.register().find(known));
        assertThat(entry.orElseThrow().heldPermit().orElseThrow().number()).isEqualTo("CARD-1");
    }

    @Test
    void the_next_renewal_rests_on_the_card_without_anybody_saying_so() {
        PersonId student = platform.aStudent();
        CaseNumber number = cardReady(student);
        platform.act(AGENT_38, number, new Act.HandOver(TODAY));
        platform.clock.moveTo(LocalDate.of(2027, 5, 10));

        CaseFile renewal = platform.file(student, "etudiant", GRENOBLE).caseFile();

        assertThat(renewal.held().orElseThrow().number()).isEqualTo("CARD-1");
        assertThat(renewal.facts()).isEqualTo(FactLevel.VERIFIED);
    }

    // -- transfer ----------------------------------------------------------------------------------------------------

    @Test
    void a_transfer_keeps_the_filing_date_the_clocks_the_pieces_and_the_papers() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseFile before = platform.review.find(AGENT_38, number);
        List<Attestation> papers = platform.papersOf(student);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));
        platform.clock.moveTo(LocalDate.of(2026, 6, 3));

        CaseFile after = platform.act(AGENT_69, number, new Act.ReceiveTransfer());

        assertThat(after.filedAt()).isEqualTo(before.filedAt());
        assertThat(after.filedOn()).isEqualTo(before.filedOn());
        assertThat(after.clocks()).isEqualTo(before.clocks());
        assertThat(after.pieces()).isEqualTo(before.pieces());
        assertThat(after.complete()).isTrue();
        assertThat(after.transfer()).isEmpty();
        assertThat(platform.papersOf(student)).isEqualTo(papers);
        assertThat(after.next().orElseThrow().owner()).contains("69");
    }

    @Test
    void the_rules_of_the_receiver_speak_for_the_case_once_it_is_received() {
        LocalRules.arrive(
                platform.practices, "38", rulesWith(new ServicePoint("grenoble", "Grenoble", "1", List.of())));
        LocalRules.arrive(platform.practices, "69", rulesWith(new ServicePoint("lyon", "Lyon", "2", List.of())));
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        CaseFile offered = platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));

        CaseFile received = platform.act(AGENT_69, number, new Act.ReceiveTransfer());

        assertThat(offered.practice().servicePoint().orElseThrow().id()).isEqualTo("grenoble");
        assertThat(received.practice().servicePoint().orElseThrow().id()).isEqualTo("lyon");
        assertThat(received.practice().collection()).isEqualTo(CollectionMode.WALK_IN);
    }

    @Test
    void a_receiver_that_said_nothing_is_not_answered_for_by_the_rules_of_the_sender() {
        LocalRules.arrive(
                platform.practices, "38", rulesWith(new ServicePoint("grenoble", "Grenoble", "1", List.of())));
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));

        platform.liveUntil(LocalDate.of(2026, 6, 9));

        assertThat(platform.review.find(AGENT_69, number).prefecture()).isEqualTo(new PrefectureCode("69"));
        assertThat(platform.review.find(AGENT_69, number).practice()).isEqualTo(Practice.NATIONAL);
    }

    @Test
    void a_fault_of_the_rules_leaves_the_practice_that_the_case_has() {
        PrefectureRules good = rulesWith(new ServicePoint("grenoble", "Grenoble", "1", List.of()));
        LocalRules.arrive(platform.practices, "38", good);
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        LocalRules.arrive(platform.practices, "38", brokenRules());

        CaseFile takenUp = platform.act(AGENT_38, number, new Act.TakeUp());

        assertThat(takenUp.practice().servicePoint().orElseThrow().id()).isEqualTo("grenoble");
        assertThat(takenUp.practice().collection()).isEqualTo(CollectionMode.WALK_IN);
    }

    @Test
    void rules_that_left_leave_the_national_practice() {
        PrefectureRules good = rulesWith(new ServicePoint("grenoble", "Grenoble", "1", List.of()));
        LocalRules.arrive(platform.practices, "38", good);
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        LocalRules.leave(platform.practices, good);

        CaseFile takenUp = platform.act(AGENT_38, number, new Act.TakeUp());

        assertThat(takenUp.practice()).isEqualTo(Practice.NATIONAL);
    }

    @Test
    void a_receiver_whose_rules_fail_does_not_keep_the_practice_of_the_sender() {
        LocalRules.arrive(
                platform.practices, "38", rulesWith(new ServicePoint("grenoble", "Grenoble", "1", List.of())));
        LocalRules.arrive(platform.practices, "69", brokenRules());
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));

        CaseFile received = platform.act(AGENT_69, number, new Act.ReceiveTransfer());

        assertThat(received.practice()).isEqualTo(Practice.NATIONAL);
    }

    @Test
    void an_act_on_a_case_that_went_to_another_prefecture_while_the_rules_were_asked_is_done_by_those_of_the_other() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));
        LocalRules.arrive(platform.practices, "38", received(number));
        LocalRules.arrive(platform.practices, "69", rulesWith(new ServicePoint("lyon", "Lyon", "1", List.of())));

        CaseFile takenUp = platform.act(NATIONAL, number, new Act.TakeUp());

        assertThat(takenUp.prefecture()).isEqualTo(new PrefectureCode("69"));
        assertThat(takenUp.practice().servicePoint().orElseThrow().id()).isEqualTo("lyon");
    }

    @Test
    void an_act_of_an_agent_whose_case_went_away_while_the_rules_were_asked_is_not_done() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));
        LocalRules.arrive(platform.practices, "38", received(number));

        CaseException refusal = refusalOf(AGENT_38, number, new Act.TakeUp());

        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(platform.review.find(NATIONAL, number).status()).isEqualTo(CaseStatus.FILED);
    }

    /** Rules that are slow to answer: the receiver takes the case over meanwhile. */
    private PrefectureRules received(CaseNumber number) {
        return new PrefectureRules() {
            @Override
            public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
                platform.act(AGENT_69, number, new Act.ReceiveTransfer());
                return Optional.empty();
            }
        };
    }

    @Test
    void an_ended_case_is_offered_to_nobody_any_more() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));

        CaseFile refused = platform.act(AGENT_38, number, act(ActKind.REFUSE));
        platform.liveUntil(LocalDate.of(2026, 6, 15));

        assertThat(refused.transfer()).isEmpty();
        assertThat(platform.review.find(AGENT_38, number).prefecture()).isEqualTo(new PrefectureCode("38"));
    }

    // -- the journal -------------------------------------------------------------------------------------------------

    @Test
    void the_journal_says_who_did_what_and_names_nobody() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.RefusePiece(DOMICILE, "Amina Exemple habite ailleurs"));
        platform.act(
                AGENT_38,
                number,
                new Act.AskForPieces(Set.of(DOMICILE), TODAY.plusDays(30), "Amina Exemple habite ailleurs"));
        platform.act(caller(student), number, new Act.Answer());
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("69"), "Amina Exemple déménage"));
        platform.act(AGENT_69, number, new Act.ReceiveTransfer());
        platform.act(AGENT_69, number, new Act.Refuse("Amina Exemple ne suit rien", "délégation de M. Exemple"));
        platform.act(AGENT_69, number, new Act.Notify("remise à Amina", TODAY, "signé Amina Exemple"));
        platform.act(AGENT_69, number, new Act.Reopen("Amina Exemple a raison"));
        platform.act(AGENT_69, number, new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "Amina Exemple"));

        List<JournalLine> lines = platform.review.journal(AGENT_69, number);

        assertThat(lines).extracting(JournalLine::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.actor() + line.what() + line.detail() + line.basis())
                        .doesNotContainIgnoringCase("amina")
                        .doesNotContainIgnoringCase("exemple")
                        .doesNotContain("1999-04-12"));
        assertThat(lines)
                .extracting(JournalLine::what)
                .contains(
                        "filed",
                        "piece-given",
                        "take-up",
                        "refuse-piece",
                        "ask-for-pieces",
                        "answer",
                        "offer-transfer",
                        "receive-transfer",
                        "refuse",
                        "notify",
                        "reopen",
                        "close-as-moot");
        assertThat(lines)
                .filteredOn(line -> line.what().equals("receive-transfer"))
                .extracting(JournalLine::actor)
                .containsExactly("agent-69");
    }

    @Test
    void what_an_agent_says_with_an_act_is_kept_and_its_digest_tells_nothing() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(caller(student), number, new Act.Withdraw("je pars"));
        platform.act(AGENT_38, number, new Act.Reopen("finalement non"));
        platform.act(caller(student), number, new Act.Withdraw("je pars"));
        platform.act(AGENT_38, number, new Act.Reopen("encore"));
        platform.act(AGENT_38, number, new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "voir l'autre"));

        List<JournalLine> said = platform.review.journal(AGENT_38, number).stream()
                .filter(line -> line.statement().isPresent())
                .toList();

        assertThat(said)
                .extracting(line -> line.what() + ": " + line.statement().orElseThrow())
                .containsExactly(
                        "withdraw: je pars",
                        "reopen: finalement non",
                        "withdraw: je pars",
                        "reopen: encore",
                        "close-as-moot: voir l'autre");
        assertThat(said)
                .allSatisfy(line -> assertThat(line.detail())
                        .containsPattern("statement-sha256:[0-9a-f]{64}$")
                        .doesNotContain(line.statement().orElseThrow()));
        // the same words twice leave two digests: each has a salt of its own
        assertThat(said.get(0).detail()).isNotEqualTo(said.get(2).detail());
        assertThat(platform.inbox.open(caller(student), student))
                .extracting(Notice::kind)
                .contains("closed", "reopened");
    }

    @Test
    void the_person_is_told_what_was_asked_decided_and_made_ready() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, askFor(DOMICILE));
        platform.act(caller(student), number, new Act.Answer());
        platform.act(AGENT_38, number, act(ActKind.GRANT));
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.act(AGENT_38, number, new Act.CardReady("CARD-1"));

        List<Notice> notices = platform.inbox.open(caller(student), student);

        assertThat(notices)
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder("filed", "pieces-asked", "decided", "paper-issued", "card-ready");
        assertThat(notices).allSatisfy(notice -> assertThat(notice.seenAt()).isEmpty());
        assertThat(platform.inbox.open(caller(student), student))
                .allSatisfy(notice -> assertThat(notice.seenAt()).isPresent());
    }

    // -- the queue and the tasks -------------------------------------------------------------------------------------

    @Test
    void whose_right_has_ended_or_ends_first_comes_first_in_the_queue() {
        CaseNumber never = platform.file(platform.someone(), "etudiant", GRENOBLE)
                .caseFile()
                .number();
        CaseNumber late = platform.file(holder("2026-12-31"), "etudiant", GRENOBLE)
                .caseFile()
                .number();
        CaseNumber soon = platform.file(holder("2026-06-20"), "etudiant", GRENOBLE)
                .caseFile()
                .number();
        CaseNumber over = platform.file(holder("2026-05-20"), "etudiant", GRENOBLE)
                .caseFile()
                .number();

        List<QueuePage.Row> rows =
                platform.review.queue(AGENT_38, Queues.everything()).rows();

        assertThat(rows).extracting(QueuePage.Row::number).containsExactly(over, soon, late, never);
        assertThat(rows.get(0).rightEndsOn()).contains(LocalDate.of(2026, 5, 20));
        assertThat(rows.get(3).rightEndsOn()).isEmpty();
    }

    @Test
    void somebody_stays_first_in_the_queue_while_nothing_covers_them() {
        CaseNumber late = platform.file(holder("2026-12-31"), "etudiant", GRENOBLE)
                .caseFile()
                .number();
        CaseNumber uncovered = platform.file(holder("2026-06-20"), "etudiant", GRENOBLE)
                .caseFile()
                .number();
        platform.liveUntil(LocalDate.of(2026, 7, 15));

        platform.act(AGENT_38, uncovered, new Act.TakeUp());

        assertThat(platform.review.queue(AGENT_38, Queues.everything()).rows())
                .extracting(QueuePage.Row::number)
                .containsExactly(uncovered, late);
    }

    @Test
    void the_pages_of_a_queue_hold_every_case_once() {
        List<CaseNumber> filed = new ArrayList<>();
        for (int at = 0; at < 7; at++) {
            PersonId person = at % 3 == 0 ? platform.someone() : holder("2026-12-31");
            filed.add(platform.file(person, "etudiant", GRENOBLE).caseFile().number());
        }

        List<CaseNumber> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            QueuePage page = platform.review.queue(AGENT_38, Queues.page(2, after));
            page.rows().forEach(row -> read.add(row.number()));
            after = page.next();
        } while (after.isPresent());

        assertThat(read).containsExactlyInAnyOrderElementsOf(filed);
        assertThat(read)
                .containsExactlyElementsOf(platform.review.queue(AGENT_38, Queues.everything()).rows().stream()
                        .map(QueuePage.Row::number)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open",
                "2026-08-31_0_0_2026-06-01",
                "2026-02-30_0_0_2026-06-01_0000000000000000018",
                "2026-08-31_0_0_2026-06-01_18",
                "2026-08-31_0_0_2026-06-01_0000000000000000018_more",
                "' or 1=1 --"
            })
    void a_key_that_no_page_gave_is_malformed(String key) {
        CaseException refusal = Refusals.of(() -> platform.review.queue(AGENT_38, Queues.page(2, Optional.of(key))));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_INPUT);
        assertThat(refusal.details()).containsEntry("field", "after");
    }

    @Test
    void a_queue_shows_the_callers_prefectures_and_no_other() {
        CaseNumber isere = platform.file(platform.aStudent(), "etudiant", GRENOBLE)
                .caseFile()
                .number();
        CaseNumber rhone =
                platform.file(platform.aStudent(), "etudiant", LYON).caseFile().number();
        Caller both =
                Caller.agent(new AccountId("agent-of-two"), Set.of(new PrefectureCode("38"), new PrefectureCode("69")));

        assertThat(numbers(AGENT_38, Optional.empty())).containsExactly(isere);
        assertThat(numbers(both, Optional.empty())).containsExactlyInAnyOrder(isere, rhone);
        assertThat(numbers(both, Optional.of("69"))).containsExactly(rhone);
        assertThat(numbers(NATIONAL, Optional.empty())).containsExactlyInAnyOrder(isere, rhone);
        assertThat(numbers(NATIONAL, Optional.of("38"))).containsExactly(isere);
        assertThat(Refusals.of(() -> numbers(AGENT_38, Optional.of("69"))).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void an_open_case_stands_in_exactly_one_queue_also_while_it_moves() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));

        assertThat(numbers(AGENT_38, Optional.empty())).containsExactly(number);
        assertThat(numbers(AGENT_69, Optional.empty())).isEmpty();

        platform.act(AGENT_69, number, new Act.ReceiveTransfer());

        assertThat(numbers(AGENT_38, Optional.empty())).isEmpty();
        assertThat(numbers(AGENT_69, Optional.empty())).containsExactly(number);
    }

    @Test
    void a_team_sees_its_own_tasks_and_the_jurist_every_one() {
        PersonId declared = platform.someone();
        CaseNumber toSee = platform.file(
                        caller(declared),
                        holding(
                                filing(declared, "etudiant", GRENOBLE),
                                said("etudiant", "D1", "2025-09-01", "2026-08-31")))
                .caseFile()
                .number();
        // before the 120th day (3 September 2026), R. 431-15-1 al. 2 leaves the paper open: a question for the jurist
        CaseNumber early = platform.fileComplete(holder("2027-01-01"), "etudiant", new CommuneCode("69123"));

        assertThat(tasksOf(AGENT_38))
                .extracting(task -> task.caseNumber() + " " + task.kind())
                .containsExactly(toSee + " SEE_FACTS");
        assertThat(tasksOf(AGENT_69)).isEmpty();
        assertThat(tasksOf(AGENT_75)).isEmpty();
        assertThat(tasksOf(NATIONAL))
                .extracting(task -> task.caseNumber() + " " + task.kind())
                .containsExactlyInAnyOrder(toSee + " SEE_FACTS", early + " SETTLE_LAW");
    }

    // -- situations --------------------------------------------------------------------------------------------------

    private PersonId holder(String until) {
        LocalDate last = LocalDate.parse(until);
        return platform.someoneHolding(
                "etudiant", DocumentKind.CST, last.minusYears(1).plusDays(1), last);
    }

    private CaseNumber granted(PersonId student) {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, act(ActKind.GRANT));
        return number;
    }

    private CaseNumber grantedTravelTitle() {
        PersonId child = platform.someone();
        CaseNumber number = platform.file(child, "dcem", GRENOBLE).caseFile().number();
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Grant(TODAY, TODAY.plusYears(1), "arrêté 38-2026-01"));
        return number;
    }

    private CaseNumber cardReady(PersonId student) {
        CaseNumber number = granted(student);
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.act(AGENT_38, number, new Act.CardReady("CARD-1"));
        return number;
    }

    private CaseNumber movedToLyon(PersonId student) {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, act(ActKind.OFFER_TRANSFER));
        platform.act(AGENT_69, number, new Act.ReceiveTransfer());
        return number;
    }

    private static PrefectureRules brokenRules() {
        return new PrefectureRules() {
            @Override
            public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
                throw new IllegalStateException("a fault of theirs");
            }
        };
    }

    private static PrefectureRules rulesWith(ServicePoint point) {
        return new PrefectureRules() {
            @Override
            public List<ServicePoint> servicePoints() {
                return List.of(point);
            }

            @Override
            public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
                return Optional.of(point.id());
            }

            @Override
            public Optional<CollectionMode> collection(PermitCode permit) {
                return Optional.of(CollectionMode.WALK_IN);
            }
        };
    }

    private static Act askFor(PieceType piece) {
        return askFor(piece, TODAY.plusDays(30));
    }

    private static Act askFor(PieceType piece, LocalDate answerBy) {
        return new Act.AskForPieces(Set.of(piece), answerBy, "illisible");
    }

    private static Act act(ActKind kind) {
        return switch (kind) {
            case TAKE_UP -> new Act.TakeUp();
            case ASK_FOR_PIECES -> askFor(DOMICILE);
            case ANSWER -> new Act.Answer();
            case REFUSE_PIECE -> new Act.RefusePiece(DOMICILE, "illisible");
            case WAIVE_PIECE -> new Act.WaivePiece(DOMICILE, "hébergée par l'État");
            case SEE_FACTS -> new Act.SeeFacts();
            case CONFIRM_ATTEMPT -> new Act.ConfirmAttempt(true, "panne du service");
            case REFUSE_REGISTRATION -> new Act.RefuseRegistration("le passeport manque");
            case GRANT -> new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01");
            case SEIZE_COMMISSION -> new Act.SeizeCommission(TODAY, "dix ans de présence");
            case REFUSE -> new Act.Refuse("études non suivies", "arrêté 38-2026-01");
            case NOTIFY -> new Act.Notify("letter", TODAY, "1A");
            case ORDER_CARD -> new Act.OrderCard();
            case CARD_READY -> new Act.CardReady("CARD-1");
            case HAND_OVER -> new Act.HandOver(TODAY);
            case DECLARE_RECEIPT -> new Act.DeclareReceipt(TODAY, "CARD-1");
            case CONFIRM_RECEIPT -> new Act.ConfirmReceipt();
            case REFUSE_RECEIPT -> new Act.RefuseReceipt("elle est au guichet");
            case DELIVER -> new Act.Deliver(TODAY);
            case WITHDRAW -> withdrawal(TODAY);
            case CLOSE_AS_MOOT -> new Act.CloseAsMoot(Act.CloseAsMoot.Cause.DEATH, "acte de décès");
            case ABSORB -> new Act.Absorb(new CaseNumber("0000000000000000018"), "doublon");
            case KEEP_APART -> new Act.KeepApart(new CaseNumber("0000000000000000018"), "deux écoles");
            case FOLLOW -> new Act.Follow(new CaseNumber("0000000000000000018"), true, "conjointe de réfugié");
            case OFFER_TRANSFER -> new Act.OfferTransfer(new PrefectureCode("69"), "déménagement");
            case REAIM_TRANSFER ->
                new Act.ReaimTransfer(new PrefectureCode("13"), new PrefectureCode("69"), "à Marseille");
            case RECEIVE_TRANSFER -> new Act.ReceiveTransfer();
            case ASK_FOR_REASONS -> new Act.AskForReasons();
            case GIVE_REASONS -> new Act.GiveReasons("motif", "arrêté 38-2026-01");
            case RECORD_COURT_ORDER ->
                new Act.RecordCourtOrder(
                        "tribunal administratif",
                        TODAY,
                        TODAY.plusDays(15),
                        Ordered.EXAMINE_AGAIN,
                        Optional.of(new OrderedPaper(PaperKind.RECEPISSE, TODAY.plusMonths(3), true)),
                        "référé");
            case REVOKE_PAPER ->
                new Act.RevokePaper(new AttestationNumber("SJ-7K3M-9QXA-04TZ"), "faux passeport", "arrêté 38-2026-01");
            case REOPEN -> new Act.Reopen("erreur");
            case ASSIGN -> new Act.Assign(AGENT_38.account(), Optional.empty());
            case GIVE_BACK -> new Act.GiveBack(Optional.empty());
        };
    }

    private List<Task> tasksOf(Caller caller) {
        return platform.review
                .tasks(caller, new TaskQuery(TaskQuery.Filter.NONE, Optional.empty(), 200))
                .tasks();
    }

    private CaseException refusalOf(Caller caller, CaseNumber number, Act act) {
        return Refusals.of(() -> platform.act(caller, number, act));
    }

    private Object contradictionOf(CaseNumber number, Act act) {
        CaseException refusal = refusalOf(AGENT_38, number, act);
        assertThat(refusal.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        return refusal.details().get("field");
    }

    private List<CaseNumber> numbers(Caller caller, Optional<String> prefecture) {
        QueueQuery query = new QueueQuery(prefecture.map(PrefectureCode::new), Optional.empty(), Optional.empty(), 50);
        return platform.review.queue(caller, query).rows().stream()
                .map(QueuePage.Row::number)
                .toList();
    }

    private static PieceFile.State state(CaseFile file, PieceType type) {
        return file.pieces().stream()
                .filter(piece -> piece.type().equals(type))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static List<String> silences(CaseFile file) {
        return file.clocks().stream()
                .filter(clock -> clock.kind().equals("silence"))
                .map(NationalCaseReviewTest::lastDayAndState)
                .toList();
    }

    private static String lastDayAndState(ClockFile clock) {
        return clock.endsOn().orElseThrow() + " " + clock.state();
    }

    private static SentFile pdfOf(int bytes) {
        return Platform.sent("application/pdf", Arrays.copyOf("%PDF-".getBytes(StandardCharsets.US_ASCII), bytes));
    }
}
