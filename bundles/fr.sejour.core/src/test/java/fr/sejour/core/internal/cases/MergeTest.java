package fr.sejour.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecordBuilder;
import fr.sejour.core.port.FiledRecordBuilder;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.NamedAttempt;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.StandingBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever two cases of a person carry: what stood on either stands on the one that goes on, or the merge says what is lost. */
class MergeTest {

    private static final int PAIRS = 5_000;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final List<CaseStatus> UNDECIDED =
            List.of(CaseStatus.FILED, CaseStatus.AWAITING_PIECES, CaseStatus.UNDER_REVIEW, CaseStatus.SILENTLY_REFUSED);

    @Test
    void nothing_that_stood_on_one_of_two_cases_is_lost_without_a_word() {
        int merged = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            Drawing draw = new Drawing(new Random(seed));
            Merge merge = new Merge(draw.aCase(18, true), draw.aCase(26, false));
            if (merge.losses().isEmpty()) {
                merged++;
                judge("pair " + seed, merge, merge.together());
            }
        }
        assertThat(merged).isBetween(PAIRS / 10, PAIRS * 9 / 10);
    }

    private static void judge(String pair, Merge merge, CaseRecord after) {
        boolean decided = !UNDECIDED.contains(merge.survivor().standing().status());
        for (CaseRecord before : List.of(merge.survivor(), merge.other())) {
            pieces(pair, before, after);
            assertThat(after.orders()).as(pair).containsAll(before.orders());
            assertThat(after.filed().filedAt())
                    .as(pair)
                    .isBeforeOrEqualTo(before.filed().filedAt());
            before.filed()
                    .attempt()
                    .filter(it -> it.standing() == NamedAttempt.Standing.PROPOSED)
                    .ifPresent(
                            it -> assertThat(after.filed().attempt()).as(pair).contains(it));
            before.follows()
                    .filter(it -> it.standing() != CaseLinks.Standing.REFUSED)
                    .ifPresent(it -> assertThat(after.follows().map(FollowedCase::number))
                            .as(pair)
                            .contains(it.number()));
            if (!decided) {
                clocks(pair, before, after);
                before.standing()
                        .transfer()
                        .ifPresent(it ->
                                assertThat(after.standing().transfer()).as(pair).contains(it));
                before.standing()
                        .commissionOn()
                        .ifPresent(day -> assertThat(
                                        after.standing().commissionOn().orElseThrow())
                                .as(pair)
                                .isBeforeOrEqualTo(day));
            }
        }
        seen(pair, merge, after);
    }

    private static void pieces(String pair, CaseRecord before, CaseRecord after) {
        for (PieceRecord piece : before.pieces()) {
            PieceRecord is = CasePieces.find(after, piece.type()).orElseThrow();
            if (stands(piece)) {
                assertThat(stands(is)).as(pair).isTrue();
            } else if (!stands(is)) {
                LocalDate told = piece.finding().flatMap(PieceFinding::answerBy).orElse(LocalDate.MIN);
                assertThat(is.finding().flatMap(PieceFinding::answerBy).orElse(LocalDate.MIN))
                        .as(pair)
                        .isAfterOrEqualTo(told);
            }
            if (piece.state() == PieceFile.State.WAIVED) {
                assertThat(is.state()).as(pair).isEqualTo(PieceFile.State.WAIVED);
                assertThat(is.finding()).as(pair).isPresent();
            }
            assertThat(piece.given().isEmpty() || is.given().isPresent())
                    .as(pair)
                    .isTrue();
        }
    }

    private static boolean stands(PieceRecord piece) {
        return piece.state() == PieceFile.State.GIVEN || piece.state() == PieceFile.State.WAIVED;
    }

    private static void clocks(String pair, CaseRecord before, CaseRecord after) {
        CaseClocks.silenceEnd(before)
                .ifPresent(end -> assertThat(CaseClocks.silenceEnd(after).orElseThrow())
                        .as(pair)
                        .isBeforeOrEqualTo(end));
        assertThat(of(after, "silence")
                        .filter(clock -> clock.state() != ClockFile.State.STOPPED)
                        .count())
                .as(pair)
                .isLessThanOrEqualTo(1);
        boolean waits = of(before, "silence").anyMatch(clock -> clock.state() == ClockFile.State.SUSPENDED);
        assertThat(!waits || of(after, "silence").anyMatch(clock -> clock.state() != ClockFile.State.STOPPED))
                .as(pair)
                .isTrue();
        CaseClocks.running(before, "reasons")
                .ifPresent(owed -> assertThat(CaseClocks.running(after, "reasons")
                                .orElseThrow()
                                .endsOn()
                                .orElseThrow())
                        .as(pair)
                        .isBeforeOrEqualTo(owed.endsOn().orElseThrow()));
        CaseClocks.running(before, "appeal").ifPresent(time -> {
            assertThat(of(after, "appeal").filter(it -> it.state() == ClockFile.State.RUNNING))
                    .as(pair)
                    .singleElement()
                    .satisfies(it -> assertThat(it.endsOn().orElse(LocalDate.MAX))
                            .as(pair)
                            .isAfterOrEqualTo(time.endsOn().orElse(LocalDate.MAX)));
        });
    }

    private static Stream<ClockFile> of(CaseRecord record, String kind) {
        return record.clocks().stream().filter(clock -> clock.kind().equals(kind));
    }

    /** No paper ever comes by itself from what nobody has seen. */
    private static void seen(String pair, Merge merge, CaseRecord after) {
        if (after.standing().facts() == FactLevel.DECLARED) {
            return;
        }
        List<CaseRecord> seen = Stream.of(merge.survivor(), merge.other())
                .filter(one -> one.standing().facts() != FactLevel.DECLARED)
                .toList();
        assertThat(seen)
                .as(pair)
                .anyMatch(one -> one.filed().held().equals(after.filed().held()));
        assertThat(seen)
                .as(pair)
                .anyMatch(
                        one -> one.filed().workAuthorisation() == after.filed().workAuthorisation());
        assertThat(seen)
                .as(pair)
                .anyMatch(one -> one.filed().entryDate().equals(after.filed().entryDate()));
    }

    /** Draws cases that can be. */
    private record Drawing(Random random) {

        CaseRecord aCase(int number, boolean maybeDecided) {
            boolean decided = maybeDecided && random.nextInt(5) == 0;
            CaseStatus status = decided ? CaseStatus.GRANTED : UNDECIDED.get(random.nextInt(UNDECIDED.size()));
            LocalDate filedOn = DAY.plusDays(random.nextInt(60));
            return CaseRecordBuilder.builder()
                    .number(new CaseNumber("00000000000000000" + number))
                    .version(1)
                    .filed(FiledRecordBuilder.builder()
                            .person(new PersonId("person-one"))
                            .permit(new PermitCode("etudiant"))
                            .channel(FilingChannel.ONLINE)
                            .residence(new Residence("1 rue de l'Exemple", new CommuneCode("38185")))
                            .workAuthorisation(random.nextInt(4) == 0)
                            .filedAt(filedOn.atStartOfDay(ZoneId.of("Europe/Paris"))
                                    .toInstant())
                            .filedOn(filedOn)
                            .zone(ZoneId.of("Europe/Paris"))
                            .edition("2026-05-01")
                            .employed(random.nextBoolean())
                            .held(maybe(2, held()))
                            .entryDate(maybe(4, filedOn.minusDays(random.nextInt(3))))
                            .attempt(maybe(4, attempt()))
                            .build())
                    .standing(StandingBuilder.builder()
                            .status(status)
                            .prefecture(new PrefectureCode(random.nextInt(5) == 0 ? "69" : "38"))
                            .commune(new CommuneCode("38185"))
                            .facts(oneOf(FactLevel.values()))
                            .practice(Practice.NATIONAL)
                            .answerBy(
                                    status == CaseStatus.AWAITING_PIECES
                                            ? Optional.of(DAY.plusDays(random.nextInt(90)))
                                            : Optional.empty())
                            .commissionOn(maybe(6, DAY.plusDays(random.nextInt(60))))
                            .transfer(maybe(6, new PendingTransfer(new PrefectureCode("75"), DAY, "a move")))
                            .build())
                    .pieces(pieces())
                    .clocks(decided ? List.of() : clocks(status))
                    .orders(orders())
                    .decision(decided ? Optional.of(granted()) : Optional.empty())
                    .follows(maybe(4, followed()))
                    .build();
        }

        private <T> Optional<T> maybe(int oneIn, T value) {
            return random.nextInt(oneIn) == 0 ? Optional.of(value) : Optional.empty();
        }

        private <T> T oneOf(T[] values) {
            return values[random.nextInt(values.length)];
        }

        private HeldPermit held() {
            int which = random.nextInt(2);
            return new HeldPermit(
                    new PermitCode("etudiant"), "AA" + which, Optional.empty(), DAY.minusYears(1), DAY.plusDays(which));
        }

        private NamedAttempt attempt() {
            return new NamedAttempt(
                    AttemptNumber.of("0000000000" + random.nextInt(2)),
                    Instant.parse("2026-05-03T08:00:00Z"),
                    oneOf(NamedAttempt.Standing.values()));
        }

        private FollowedCase followed() {
            FollowedCase typed = FollowedCase.declared(new CaseNumber("000000000000000003" + (random.nextInt(2) + 4)));
            return switch (random.nextInt(3)) {
                case 0 -> typed;
                case 1 -> typed.confirmed();
                default -> typed.refused();
            };
        }

        private List<PieceRecord> pieces() {
            List<PieceRecord> pieces = new ArrayList<>();
            for (String type : List.of("nationalite", "domicile", "etat_civil")) {
                PieceFile.State state = oneOf(PieceFile.State.values());
                if (state != PieceFile.State.MISSING) {
                    pieces.add(new PieceRecord(
                            new PieceType(type),
                            state,
                            state == PieceFile.State.GIVEN ? Optional.of(given()) : maybe(2, given()),
                            state == PieceFile.State.GIVEN ? Optional.empty() : Optional.of(finding(state))));
                }
            }
            return pieces;
        }

        private PieceRecord.Given given() {
            return new PieceRecord.Given(
                    1 + random.nextInt(3),
                    new EvidenceId(new UUID(random.nextLong(), random.nextLong()).toString()),
                    "application/pdf",
                    12,
                    "ab",
                    Instant.parse("2026-06-01T08:00:00Z"),
                    ScanState.CLEAN);
        }

        private PieceFinding finding(PieceFile.State state) {
            Optional<LocalDate> by =
                    state == PieceFile.State.ASKED ? Optional.of(DAY.plusDays(random.nextInt(90))) : Optional.empty();
            return new PieceFinding(
                    new AccountId("agent-38"), Instant.parse("2026-06-01T08:00:00Z"), "a reason", by, false);
        }

        /** No silence, one that runs or waits, or one that has refused, with what may follow that. */
        private List<ClockFile> clocks(CaseStatus status) {
            LocalDate end = DAY.plusDays(30L + random.nextInt(90));
            List<ClockFile> clocks = new ArrayList<>();
            clocks.add(clock("silence", ClockFile.State.STOPPED, Optional.of(end.minusDays(9))));
            if (status != CaseStatus.SILENTLY_REFUSED) {
                switch (random.nextInt(3)) {
                    case 0 -> clocks.add(clock("silence", ClockFile.State.RUNNING, Optional.of(end)));
                    case 1 -> clocks.add(clock("silence", ClockFile.State.SUSPENDED, Optional.empty()));
                    default -> {
                        // the file was never complete
                    }
                }
                return clocks;
            }
            clocks.add(clock("silence", ClockFile.State.EXPIRED, Optional.of(end)));
            switch (random.nextInt(4)) {
                case 0 -> clocks.add(clock("appeal", ClockFile.State.RUNNING, Optional.of(end.plusMonths(2))));
                case 1 -> clocks.add(clock("appeal", ClockFile.State.EXPIRED, Optional.of(end.plusMonths(2))));
                case 2 -> {
                    clocks.add(clock("appeal", ClockFile.State.RUNNING, Optional.empty()));
                    clocks.add(clock("reasons", ClockFile.State.RUNNING, Optional.of(end.plusMonths(1))));
                }
                default -> {
                    clocks.add(clock("appeal", ClockFile.State.RUNNING, Optional.of(end.plusMonths(3))));
                    clocks.add(clock("reasons", ClockFile.State.MET, Optional.of(end.plusMonths(1))));
                }
            }
            return clocks;
        }

        private static ClockFile clock(String kind, ClockFile.State state, Optional<LocalDate> end) {
            Optional<Integer> left = state == ClockFile.State.SUSPENDED ? Optional.of(12) : Optional.empty();
            return new ClockFile(kind, DAY, end, state, "meaning", List.of(), left);
        }

        private List<CourtOrder> orders() {
            List<CourtOrder> orders = new ArrayList<>();
            for (int at = 0; at < random.nextInt(3); at++) {
                CourtOrder order = new CourtOrder(
                        "a court",
                        DAY.plusDays(random.nextInt(30)),
                        DAY.plusDays(40),
                        CourtOrder.Ordered.EXAMINE_AGAIN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                orders.add(random.nextBoolean() ? order : order.doneOn(DAY.plusDays(35)));
            }
            return orders;
        }

        private static DecisionFile granted() {
            return new DecisionFile(
                    Outcome.GRANTED,
                    DAY.plusDays(40),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(DAY),
                    Optional.of(DAY.plusYears(1)),
                    Optional.empty(),
                    "2026-05-01");
        }
    }
}
