package fr.sejour.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.DecisionFile.NotificationFile;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecordBuilder;
import fr.sejour.core.port.FiledRecordBuilder;
import fr.sejour.core.port.NamedAttempt;
import fr.sejour.core.port.StandingBuilder;
import fr.sejour.law.Editions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MovesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final CaseNumber OTHER = new CaseNumber("0000000000000000026");
    private static final Reading<Boolean> OPEN = Reading.undetermined("open", "Is it a card?");
    private static final Occasion OCCASION = new Occasion(
            new AccountId("agent-38"),
            Instant.parse("2026-06-01T08:00:00Z"),
            TODAY,
            new Editions().inForce(TODAY),
            Practice.NATIONAL,
            Optional.empty());

    /**
     * Design of the case's life, by hand: each row a status, each letter an act. A case whose facts are declared, whose file is
     * incomplete, which names an attempt, which no transfer waits for, which looks like no other, and of whose card its
     * person says nothing.
     */
    private static final String[] MATRIX = {
        // in the order of COLUMNS: T take up, K ask for pieces, A answer, P refuse piece, D waive piece, S see facts,
        // N confirm attempt, I refuse registration, G grant, @ seize the commission, R refuse, N notify, O order card,
        // Y card ready, H hand
        // over,
        // U declare, C confirm, J refuse a receipt, D deliver, W withdraw, M moot, B absorb, E keep apart, Y follow,
        // F offer,
        // A re-aim, X receive a transfer, L ask for reasons, V give them, Q court order, ! revoke a paper, Z reopen,
        // = assign, < give back (nobody has it here)
        "FILED                T K . P D S N I . . . . . . . . . . . W M . . Y F . . . . Q ! . = .",
        "AWAITING_PIECES      . K A P D S N I . . . . . . . . . . . W M . . Y F . . . . Q ! . = .",
        "UNDER_REVIEW         . K . P D S N I G @ R . . . . . . . . W M . . Y F . . . . Q ! . = .",
        "SILENTLY_REFUSED     . K . P D S N . G @ R . . . . . . . . W M . . Y F . . L . Q ! . = .",
        "GRANTED              . . . . . S N . . . . . O . . U . . D W M . . Y F . . . . Q ! . = .",
        "CARD_IN_PRODUCTION   . . . . . S N . . . . . . Y . U . . . W M . . Y F . . . . Q ! . = .",
        "CARD_READY           . . . . . S N . . . . . . . H U . . . W M . . Y F . . . . Q ! . = .",
        "HANDED_OVER          . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . Z . .",
        "DELIVERED            . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . Z . .",
        "REGISTRATION_REFUSED . . . . . . . . . . . N . . . . . . . . . . . . . . . . . Q . Z = .",
        "REFUSED              . . . . . . . . . . . N . . . . . . . . . . . . . . . . . Q . Z = .",
        "WITHDRAWN            . . . . . . . . . . . . . . . . . . . . . . . . . . . . . Q . Z . .",
        "MOOT                 . . . . . . . . . . . . . . . . . . . . . . . . . . . . . Q . Z . .",
    };

    private static final ActKind[] COLUMNS = {
        ActKind.TAKE_UP,
        ActKind.ASK_FOR_PIECES,
        ActKind.ANSWER,
        ActKind.REFUSE_PIECE,
        ActKind.WAIVE_PIECE,
        ActKind.SEE_FACTS,
        ActKind.CONFIRM_ATTEMPT,
        ActKind.REFUSE_REGISTRATION,
        ActKind.GRANT,
        ActKind.SEIZE_COMMISSION,
        ActKind.REFUSE,
        ActKind.NOTIFY,
        ActKind.ORDER_CARD,
        ActKind.CARD_READY,
        ActKind.HAND_OVER,
        ActKind.DECLARE_RECEIPT,
        ActKind.CONFIRM_RECEIPT,
        ActKind.REFUSE_RECEIPT,
        ActKind.DELIVER,
        ActKind.WITHDRAW,
        ActKind.CLOSE_AS_MOOT,
        ActKind.ABSORB,
        ActKind.KEEP_APART,
        ActKind.FOLLOW,
        ActKind.OFFER_TRANSFER,
        ActKind.REAIM_TRANSFER,
        ActKind.RECEIVE_TRANSFER,
        ActKind.ASK_FOR_REASONS,
        ActKind.GIVE_REASONS,
        ActKind.RECORD_COURT_ORDER,
        ActKind.REVOKE_PAPER,
        ActKind.REOPEN,
        ActKind.ASSIGN,
        ActKind.GIVE_BACK
    };

    private static final Map<ActKind, CaseStatus> LEADS_TO = new EnumMap<>(Map.ofEntries(
            Map.entry(ActKind.TAKE_UP, CaseStatus.UNDER_REVIEW),
            Map.entry(ActKind.ASK_FOR_PIECES, CaseStatus.AWAITING_PIECES),
            Map.entry(ActKind.ANSWER, CaseStatus.UNDER_REVIEW),
            Map.entry(ActKind.REFUSE_REGISTRATION, CaseStatus.REGISTRATION_REFUSED),
            Map.entry(ActKind.GRANT, CaseStatus.GRANTED),
            Map.entry(ActKind.REFUSE, CaseStatus.REFUSED),
            Map.entry(ActKind.ORDER_CARD, CaseStatus.CARD_IN_PRODUCTION),
            Map.entry(ActKind.CARD_READY, CaseStatus.CARD_READY),
            Map.entry(ActKind.HAND_OVER, CaseStatus.HANDED_OVER),
            Map.entry(ActKind.DELIVER, CaseStatus.DELIVERED),
            Map.entry(ActKind.WITHDRAW, CaseStatus.WITHDRAWN),
            Map.entry(ActKind.CLOSE_AS_MOOT, CaseStatus.MOOT)));

    private final Moves moves =
            new Moves(record -> record.standing().completeOn().isPresent(), record -> true, record -> OPEN);

    static Stream<Arguments> everyStatusAndAct() {
        return Arrays.stream(MATRIX).flatMap(row -> {
            String[] cells = row.split("\\s+", -1);
            return Stream.iterate(0, at -> at < COLUMNS.length, at -> at + 1)
                    .map(at -> Arguments.of(CaseStatus.valueOf(cells[0]), COLUMNS[at], !cells[at + 1].equals(".")));
        });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyStatusAndAct")
    void every_status_knows_the_acts_of_the_table_and_no_other(CaseStatus status, ActKind kind, boolean known) {
        PermitCase state = PermitCase.of(aCase(status));

        Optional<PermitCase> after = moves.after(state, act(kind), OCCASION);

        assertThat(after.isPresent()).isEqualTo(known);
        assertThat(moves.from(state).contains(kind)).isEqualTo(known);
        if (known && LEADS_TO.containsKey(kind)) {
            assertThat(after.orElseThrow().record().standing().status()).isEqualTo(LEADS_TO.get(kind));
        }
    }

    @Test
    void the_table_has_every_status_and_every_act() {
        Set<CaseStatus> rows = Arrays.stream(MATRIX)
                .map(row -> CaseStatus.valueOf(row.split("\\s+", -1)[0]))
                .collect(Collectors.toSet());

        assertThat(rows).containsExactlyInAnyOrder(CaseStatus.values());
        assertThat(EnumSet.copyOf(List.of(COLUMNS))).containsExactlyInAnyOrder(ActKind.values());
    }

    @Test
    void every_status_is_a_type_of_its_own() {
        Set<String> types = Arrays.stream(CaseStatus.values())
                .map(status -> PermitCase.of(aCase(status)).getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(types).hasSize(CaseStatus.values().length);
        assertThat(leaves(PermitCase.class).map(Class::getSimpleName)).containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void registration_of_a_complete_file_cannot_be_refused() {
        CaseRecord complete = aCase(CaseStatus.UNDER_REVIEW);
        complete = complete.withStanding(complete.standing().withCompleteOn(Optional.of(TODAY)));

        assertThat(moves.from(PermitCase.of(complete))).doesNotContain(ActKind.REFUSE_REGISTRATION);
    }

    @Test
    void a_file_is_refused_registration_once_the_person_had_notice_and_time_and_not_before() {
        Moves unnoticed = new Moves(record -> false, record -> false, record -> OPEN);

        Set<ActKind> before = unnoticed.from(PermitCase.of(aCase(CaseStatus.UNDER_REVIEW)));
        Set<ActKind> after = moves.from(PermitCase.of(aCase(CaseStatus.UNDER_REVIEW)));

        assertThat(before).doesNotContain(ActKind.REFUSE_REGISTRATION);
        assertThat(after).contains(ActKind.REFUSE_REGISTRATION);
    }

    @Test
    void a_complete_file_is_granted_while_other_pieces_are_awaited() {
        CaseRecord complete = aCase(CaseStatus.AWAITING_PIECES);
        complete = complete.withStanding(complete.standing().withCompleteOn(Optional.of(TODAY)));

        assertThat(moves.from(PermitCase.of(complete))).contains(ActKind.GRANT).doesNotContain(ActKind.REFUSE);
    }

    @Test
    void facts_that_an_agent_has_seen_need_not_be_seen_again() {
        CaseRecord seen = aCase(CaseStatus.UNDER_REVIEW);
        seen = seen.withStanding(seen.standing().withFacts(FactLevel.SEEN));

        assertThat(moves.from(PermitCase.of(seen))).doesNotContain(ActKind.SEE_FACTS);
    }

    @Test
    void an_offered_transfer_can_be_received_or_aimed_elsewhere_and_not_offered_again() {
        CaseRecord offered = aCase(CaseStatus.UNDER_REVIEW);
        offered = offered.withStanding(offered.standing()
                .withTransfer(Optional.of(new PendingTransfer(new PrefectureCode("75"), TODAY, "a move"))));

        assertThat(moves.from(PermitCase.of(offered)))
                .contains(ActKind.RECEIVE_TRANSFER, ActKind.REAIM_TRANSFER)
                .doesNotContain(ActKind.OFFER_TRANSFER);
    }

    @Test
    void a_refusal_is_notified_once() {
        CaseRecord refused = aCase(CaseStatus.REFUSED);
        DecisionFile decision = refused.decision().orElseThrow();
        CaseRecord notified = refused.withDecision(Optional.of(new DecisionFile(
                decision.outcome(),
                decision.decidedOn(),
                decision.reason(),
                decision.delegation(),
                decision.validFrom(),
                decision.validUntil(),
                Optional.of(new NotificationFile("letter", TODAY, "1A")),
                decision.edition())));

        assertThat(moves.from(PermitCase.of(notified))).containsExactly(ActKind.RECORD_COURT_ORDER, ActKind.REOPEN);
    }

    @Test
    void what_somebody_has_is_given_back_and_is_nobodys_at_another_prefecture() {
        CaseRecord free = aCase(CaseStatus.UNDER_REVIEW);
        CaseRecord held = free.withStanding(free.standing()
                .withAssignee(Optional.of(new AccountId("agent-38")))
                .withTransfer(Optional.of(new PendingTransfer(new PrefectureCode("75"), TODAY, "a move"))));

        PermitCase back = moves.after(PermitCase.of(held), new Act.GiveBack(Optional.empty()), OCCASION)
                .orElseThrow();
        PermitCase elsewhere = moves.after(PermitCase.of(held), new Act.ReceiveTransfer(), OCCASION)
                .orElseThrow();

        assertThat(moves.from(PermitCase.of(held))).contains(ActKind.GIVE_BACK);
        assertThat(back.record().standing().assignee()).isEmpty();
        assertThat(elsewhere.record().standing().assignee()).isEmpty();
    }

    @Test
    void a_hand_over_recorded_by_mistake_puts_the_card_back_on_the_counter() {
        PermitCase handedOver = PermitCase.of(aCase(CaseStatus.HANDED_OVER));

        PermitCase reopened =
                moves.after(handedOver, new Act.Reopen("wrong file"), OCCASION).orElseThrow();

        assertThat(reopened.record().standing().status()).isEqualTo(CaseStatus.CARD_READY);
        assertThat(reopened.record().collection().orElseThrow().handedOverOn()).isEmpty();
    }

    @Test
    void a_reopened_refusal_is_under_review_without_a_decision() {
        PermitCase refused = PermitCase.of(aCase(CaseStatus.REFUSED));

        PermitCase reopened = moves.after(refused, new Act.Reopen("the court said so"), OCCASION)
                .orElseThrow();

        assertThat(reopened.record().standing().status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(reopened.record().decision()).isEmpty();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(MovesTest::leaves)
                        .distinct()
                : Stream.of(type);
    }

    private static Act act(ActKind kind) {
        return switch (kind) {
            case TAKE_UP -> new Act.TakeUp();
            case ASK_FOR_PIECES ->
                new Act.AskForPieces(Set.of(new PieceType("nationalite")), TODAY.plusDays(30), "unreadable");
            case ANSWER -> new Act.Answer();
            case REFUSE_PIECE -> new Act.RefusePiece(new PieceType("nationalite"), "unreadable");
            case WAIVE_PIECE -> new Act.WaivePiece(new PieceType("nationalite"), "seen at the counter");
            case SEE_FACTS -> new Act.SeeFacts();
            case CONFIRM_ATTEMPT -> new Act.ConfirmAttempt(true, "panne du service");
            case REFUSE_REGISTRATION -> new Act.RefuseRegistration("the passport never came");
            case GRANT -> new Act.Grant(TODAY, TODAY.plusYears(1), "delegation 2026-12");
            case SEIZE_COMMISSION -> new Act.SeizeCommission(TODAY, "ten years of presence");
            case REFUSE -> new Act.Refuse("the studies are not real", "delegation 2026-12");
            case NOTIFY -> new Act.Notify("letter", TODAY, "1A");
            case ORDER_CARD -> new Act.OrderCard();
            case CARD_READY -> new Act.CardReady("ABC123");
            case HAND_OVER -> new Act.HandOver(TODAY);
            case DECLARE_RECEIPT -> new Act.DeclareReceipt(TODAY, "ABC123");
            case CONFIRM_RECEIPT -> new Act.ConfirmReceipt();
            case REFUSE_RECEIPT -> new Act.RefuseReceipt("it is still here");
            case DELIVER -> new Act.Deliver(TODAY);
            case WITHDRAW -> new Act.Withdraw("going home");
            case CLOSE_AS_MOOT -> new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "decree");
            case ABSORB -> new Act.Absorb(OTHER, "the same studies");
            case KEEP_APART -> new Act.KeepApart(OTHER, "two schools");
            case FOLLOW -> new Act.Follow(OTHER, true, "the wife of a refugee");
            case OFFER_TRANSFER -> new Act.OfferTransfer(new PrefectureCode("75"), "a move");
            case REAIM_TRANSFER ->
                new Act.ReaimTransfer(new PrefectureCode("13"), new PrefectureCode("75"), "another move");
            case RECEIVE_TRANSFER -> new Act.ReceiveTransfer();
            case ASK_FOR_REASONS -> new Act.AskForReasons();
            case GIVE_REASONS -> new Act.GiveReasons("the studies are not real", "delegation 2026-12");
            case RECORD_COURT_ORDER ->
                new Act.RecordCourtOrder(
                        "a court", TODAY, TODAY.plusDays(15), Ordered.EXAMINE_AGAIN, Optional.empty(), "urgent");
            case REVOKE_PAPER ->
                new Act.RevokePaper(
                        new AttestationNumber("SJ-7K3M-9QXA-04TZ"), "a false passport", "delegation 2026-12");
            case REOPEN -> new Act.Reopen("an error");
            case ASSIGN -> new Act.Assign(new AccountId("agent-38"), Optional.empty());
            case GIVE_BACK -> new Act.GiveBack(Optional.empty());
        };
    }

    private static CaseRecord aCase(CaseStatus status) {
        boolean decided = EnumSet.of(
                        CaseStatus.GRANTED,
                        CaseStatus.CARD_IN_PRODUCTION,
                        CaseStatus.CARD_READY,
                        CaseStatus.HANDED_OVER,
                        CaseStatus.DELIVERED,
                        CaseStatus.REFUSED,
                        CaseStatus.REGISTRATION_REFUSED)
                .contains(status);
        return CaseRecordBuilder.builder()
                .number(new CaseNumber("0000000000000000018"))
                .version(1)
                .filed(FiledRecordBuilder.builder()
                        .person(new PersonId("person-one"))
                        .permit(new PermitCode("etudiant"))
                        .channel(FilingChannel.ONLINE)
                        .residence(new Residence("1 rue de l'Exemple", new CommuneCode("38185")))
                        .workAuthorisation(false)
                        .filedAt(Instant.parse("2026-05-04T08:00:00Z"))
                        .filedOn(LocalDate.of(2026, 5, 4))
                        .zone(ZoneId.of("Europe/Paris"))
                        .edition("2026-05-01")
                        .employed(false)
                        .attempt(Optional.of(new NamedAttempt(
                                AttemptNumber.of("00000000001"),
                                Instant.parse("2026-05-03T08:00:00Z"),
                                NamedAttempt.Standing.PROPOSED)))
                        .build())
                .standing(StandingBuilder.builder()
                        .status(status)
                        .prefecture(new PrefectureCode("38"))
                        .commune(new CommuneCode("38185"))
                        .facts(FactLevel.DECLARED)
                        .practice(Practice.NATIONAL)
                        .build())
                .decision(
                        decided
                                ? Optional.of(new DecisionFile(
                                        Outcome.GRANTED,
                                        TODAY,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(TODAY),
                                        Optional.of(TODAY.plusYears(1)),
                                        Optional.empty(),
                                        "2026-05-01"))
                                : Optional.empty())
                .collection(Optional.of(new CollectionFile(
                        Optional.of("ABC123"),
                        Optional.of(TODAY),
                        status == CaseStatus.HANDED_OVER ? Optional.of(TODAY) : Optional.empty(),
                        CollectionMode.APPOINTMENT,
                        Optional.empty(),
                        Optional.empty())))
                .build();
    }
}
