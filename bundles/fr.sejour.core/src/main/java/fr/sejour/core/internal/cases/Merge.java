package fr.sejour.core.internal.cases;

import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.NamedAttempt;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two cases of one person taken as one: the survivor goes on with whatever stood on either. The records are built whole, one
 * component a line, so that none that is added to a case can be forgotten here; what cannot go on is a {@link Loss}, and whoever
 * merges is refused.
 *
 * @param survivor the case that goes on
 * @param other the one that it takes over, on which nobody has ruled
 */
public record Merge(CaseRecord survivor, CaseRecord other) {

    /** What the person would lose by a merge. */
    public enum Loss {
        /** A judge's order that is not obeyed yet, in a case that is decided and can obey none. */
        COURT_ORDER,
        /**
         * A silent refusal, with its reasons and the time to go to court, in a case that is decided; or that time itself, where the two
         * together would be a refusal that no court hears any more.
         */
        SILENT_REFUSAL,
        /** A filing that was made after the survivor was decided: it asks for something that the decision did not answer. */
        LATER_FILING,
        /** Each follows another case of somebody else. */
        LINK,
        /** Each names another attempt, and nobody has said whether its day counts. */
        ATTEMPT,
        /** The other case is on its way to another préfecture. */
        TRANSFER,
        /** One of them is complete, and the two together would not be. */
        COMPLETENESS,
        /** One of them was filed in time, and the two together would not be. */
        TIMELINESS,
        /** One of them gives a paper, or a right on it, that the two together would not. */
        RIGHTS
    }

    /** The survivor with what the other case brings. */
    public CaseRecord together() {
        List<PieceRecord> pieces = pieces();
        return new CaseRecord(
                survivor.number(),
                survivor.version(),
                filed(),
                standing(pieces),
                pieces,
                clocks(),
                // what teams owe is worked out anew from what stands
                survivor.tasks(),
                // nobody has ruled on the other case
                survivor.decision(),
                survivor.collection(),
                orders(),
                // what the two look like, and kept apart from, is worked out anew
                Duplicates.takenOver(survivor, other),
                follows());
    }

    /** The other way round. */
    public Merge reversed() {
        return new Merge(/* survivor= */ other, /* other= */ survivor);
    }

    /** What of the other case has no place in the survivor, as far as that can be told without the law. */
    public Set<Loss> losses() {
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        addWhen(decided() && other.orders().stream().anyMatch(Merge::owed), Loss.COURT_ORDER, losses);
        addWhen(decided() ? refusedBySilence(other) : courtCloses(), Loss.SILENT_REFUSAL, losses);
        addWhen(decidedBefore(other.filed().filedOn()), Loss.LATER_FILING, losses);
        addWhen(differ(link(survivor), link(other)), Loss.LINK, losses);
        addWhen(differ(proposed(survivor), proposed(other)), Loss.ATTEMPT, losses);
        // a case that was offered goes where its person was told it goes, and takes no other case along
        boolean transferGoesOn = other.standing().transfer().isEmpty()
                || other.standing().transfer().equals(survivor.standing().transfer());
        addWhen(!transferGoesOn, Loss.TRANSFER, losses);
        return losses;
    }

    private static void addWhen(boolean lost, Loss loss, Set<Loss> losses) {
        if (lost) {
            losses.add(loss);
        }
    }

    private static boolean differ(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private boolean decided() {
        return !(PermitCase.of(survivor) instanceof PermitCase.Undecided);
    }

    private boolean decidedBefore(LocalDate day) {
        return survivor.decision()
                .map(DecisionFile::decidedOn)
                .filter(on -> decided() && on.isBefore(day))
                .isPresent();
    }

    private static boolean owed(CourtOrder order) {
        return order.doneOn().isEmpty();
    }

    /** Whether the two together could be put to no court any more, and one of them can be. */
    private boolean courtCloses() {
        return closed(clocks()) && !(closed(survivor.clocks()) && closed(other.clocks()));
    }

    private static boolean closed(List<ClockFile> clocks) {
        List<ClockFile.State> appeals = clocks.stream()
                .filter(clock -> clock.kind().equals(CaseClocks.APPEAL))
                .map(ClockFile::state)
                .toList();
        return appeals.contains(ClockFile.State.EXPIRED) && !appeals.contains(ClockFile.State.RUNNING);
    }

    private static boolean refusedBySilence(CaseRecord record) {
        return CaseClocks.has(record, CaseClocks.SILENCE, ClockFile.State.EXPIRED)
                || record.standing().status() == CaseStatus.SILENTLY_REFUSED;
    }

    /** The filing that was made first. */
    private FiledRecord first() {
        return other.filed().filedAt().isBefore(survivor.filed().filedAt()) ? other.filed() : survivor.filed();
    }

    /** Made on the day of the first of them, by the way that the survivor came, and saying what either says. */
    private FiledRecord filed() {
        FiledRecord own = survivor.filed();
        FiledRecord brought = other.filed();
        return new FiledRecord(
                own.person(),
                own.permit(),
                own.article().or(brought::article),
                own.channel(),
                own.residence(),
                entryDate(),
                workAuthorisation(),
                first().filedAt(),
                first().filedOn(),
                first().zone(),
                held(),
                first().edition(),
                own.employed() || brought.employed(),
                attempt(),
                own.received());
    }

    /** The permit that somebody has seen comes before one that the person alone speaks of; of two words the first one counts. */
    private Optional<HeldPermit> held() {
        Comparator<CaseRecord> surest = Comparator.comparing(
                        (CaseRecord one) -> one.standing().facts())
                .thenComparing(one -> one.filed().filedAt());
        return Stream.of(survivor, other)
                .filter(one -> one.filed().held().isPresent())
                .min(surest)
                .flatMap(one -> one.filed().held());
    }

    private Optional<LocalDate> entryDate() {
        return first().entryDate().or(survivor.filed()::entryDate).or(other.filed()::entryDate);
    }

    private boolean workAuthorisation() {
        return survivor.filed().workAuthorisation() || other.filed().workAuthorisation();
    }

    /** As sure as the one that says just this; where each says a part of it, as sure as the less sure of the two. */
    private FactLevel facts() {
        Comparator<FactLevel> surestFirst = Comparator.naturalOrder();
        return Stream.of(survivor, other)
                .filter(one -> one.filed().held().equals(held())
                        && one.filed().entryDate().equals(entryDate())
                        && one.filed().workAuthorisation() == workAuthorisation())
                .map(one -> one.standing().facts())
                .min(surestFirst)
                .orElseGet(() -> Stream.of(survivor, other)
                        .map(one -> one.standing().facts())
                        .max(surestFirst)
                        .orElseThrow());
    }

    /** An attempt that somebody still has to look at, before one that was looked at: its day is the filing's already if it counts. */
    private Optional<NamedAttempt> attempt() {
        return proposed(survivor)
                .or(() -> proposed(other))
                .or(survivor.filed()::attempt)
                .or(other.filed()::attempt);
    }

    private static Optional<NamedAttempt> proposed(CaseRecord record) {
        return record.filed().attempt().filter(it -> it.standing() == NamedAttempt.Standing.PROPOSED);
    }

    private Standing standing(List<PieceRecord> pieces) {
        Standing own = survivor.standing();
        Standing brought = other.standing();
        CaseStatus status = status(pieces);
        return new Standing(
                status,
                own.prefecture(),
                formerPrefectures(),
                own.commune(),
                own.transfer(),
                facts(),
                earliest(Standing::completeOn),
                status == CaseStatus.AWAITING_PIECES
                        ? Stream.of(own, brought)
                                .flatMap(it -> it.answerBy().stream())
                                .max(Comparator.naturalOrder())
                        : own.answerBy(),
                earliest(Standing::commissionOn),
                own.practice(),
                // whose turn it is, when the clock has to look, and what is left open, is worked out anew
                own.next(),
                own.wakeAt(),
                own.rightEndsOn(),
                own.gap(),
                own.uncoveredAt(),
                own.assignee().or(() -> samePlace() ? brought.assignee() : Optional.empty()));
    }

    /** Whoever was asked for pieces has as long to answer as they were told. */
    private CaseStatus status(List<PieceRecord> pieces) {
        CaseStatus own = survivor.standing().status();
        boolean undecided = own == CaseStatus.FILED || own == CaseStatus.UNDER_REVIEW;
        boolean asked = other.standing().status() == CaseStatus.AWAITING_PIECES
                && pieces.stream().anyMatch(CasePieces::awaited);
        return undecided && asked ? CaseStatus.AWAITING_PIECES : own;
    }

    private boolean samePlace() {
        return survivor.standing().prefecture().equals(other.standing().prefecture());
    }

    /** Whoever could read one of them reads the case that goes on. */
    private List<PrefectureCode> formerPrefectures() {
        return Stream.of(
                        survivor.standing().formerPrefectures().stream(),
                        other.standing().formerPrefectures().stream(),
                        Stream.of(other.standing().prefecture()))
                .flatMap(codes -> codes)
                .filter(code -> !code.equals(survivor.standing().prefecture()))
                .distinct()
                .toList();
    }

    private Optional<LocalDate> earliest(Function<Standing, Optional<LocalDate>> day) {
        return Stream.of(survivor, other)
                .flatMap(one -> day.apply(one.standing()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Of each piece what is best for the file, whichever case it stands in. */
    private List<PieceRecord> pieces() {
        Map<String, PieceRecord> pieces = new LinkedHashMap<>();
        Stream.concat(survivor.pieces().stream(), other.pieces().stream())
                .forEach(piece -> pieces.merge(piece.type().value(), piece, Merge::better));
        return List.copyOf(pieces.values());
    }

    private static PieceRecord better(PieceRecord own, PieceRecord brought) {
        if (own.state() == PieceFile.State.WAIVED) {
            return waived(own, brought);
        }
        if (brought.state() == PieceFile.State.WAIVED) {
            return waived(brought, own);
        }
        if (own.state() == PieceFile.State.GIVEN || brought.state() == PieceFile.State.GIVEN) {
            return own.state() == PieceFile.State.GIVEN ? own : brought;
        }
        PieceRecord lasts = answerBy(brought).isAfter(answerBy(own)) ? brought : own;
        return new PieceRecord(own.type(), lasts.state(), own.given().or(brought::given), lasts.finding());
    }

    /** What was given to the case that waived nothing stands beside the finding. */
    private static PieceRecord waived(PieceRecord waived, PieceRecord beside) {
        Optional<PieceRecord.Given> given = beside.state() == PieceFile.State.GIVEN
                ? beside.given()
                : waived.given().or(beside::given);
        return new PieceRecord(waived.type(), PieceFile.State.WAIVED, given, waived.finding());
    }

    private static LocalDate answerBy(PieceRecord piece) {
        return piece.finding().flatMap(PieceFinding::answerBy).orElse(LocalDate.MIN);
    }

    /**
     * The clocks of both. One silence counts, the one that ends or has ended first: nobody waits longer for having asked twice; reasons
     * that were given are those of its refusal alone. The reasons that are owed stay owed, and the time to go to court is the longer
     * of the two.
     */
    private List<ClockFile> clocks() {
        if (decided()) {
            return survivor.clocks();
        }
        boolean otherFirst = otherSilenceCounts();
        List<ClockFile> clocks =
                new ArrayList<>((otherFirst ? CaseClocks.withoutSilentRefusal(survivor) : survivor).clocks());
        CaseRecord bringing = otherFirst ? other : CaseClocks.withoutSilentRefusal(other);
        for (ClockFile brought : bringing.clocks()) {
            if (brought.state() == ClockFile.State.STOPPED) {
                continue;
            }
            List<ClockFile> own = clocks.stream()
                    .filter(clock -> clock.state() != ClockFile.State.STOPPED
                            && clock.kind().equals(brought.kind()))
                    .toList();
            if (own.isEmpty()) {
                clocks.add(brought);
            } else if (instead(brought, own)) {
                clocks.removeAll(own.stream()
                        .filter(clock -> clock.state() == ClockFile.State.RUNNING)
                        .toList());
                clocks.add(brought);
            }
        }
        return clocks;
    }

    /** A clock without a last day runs longer than any other. */
    private static LocalDate lastDay(ClockFile clock) {
        return clock.endsOn().orElse(LocalDate.MAX);
    }

    private boolean otherSilenceCounts() {
        Optional<LocalDate> own = CaseClocks.silenceEnd(survivor);
        Optional<LocalDate> brought = CaseClocks.silenceEnd(other);
        boolean ownWaits = CaseClocks.has(survivor, CaseClocks.SILENCE, ClockFile.State.SUSPENDED);
        return brought.isPresent() ? own.isEmpty() || brought.get().isBefore(own.get()) : own.isEmpty() && !ownWaits;
    }

    /** Whether a clock of the other case counts in the place of what runs, or is over, in the survivor. */
    private static boolean instead(ClockFile brought, List<ClockFile> own) {
        if (brought.state() != ClockFile.State.RUNNING) {
            return false;
        }
        Stream<LocalDate> running = own.stream()
                .filter(clock -> clock.state() == ClockFile.State.RUNNING)
                .map(Merge::lastDay);
        LocalDate end = lastDay(brought);
        return switch (brought.kind()) {
            case CaseClocks.APPEAL -> running.noneMatch(last -> !end.isAfter(last));
            // a duty of the préfecture is due on the earlier day
            default -> running.noneMatch(last -> !end.isBefore(last));
        };
    }

    private List<CourtOrder> orders() {
        return Stream.concat(survivor.orders().stream(), other.orders().stream())
                .distinct()
                .sorted(Comparator.comparing(CourtOrder::orderedOn))
                .toList();
    }

    /** A link that nobody refused; of two to the same case the one that an agent has looked at. */
    private Optional<FollowedCase> follows() {
        Optional<FollowedCase> own = link(survivor).isPresent() ? survivor.follows() : Optional.empty();
        Optional<FollowedCase> brought = link(other).isPresent() ? other.follows() : Optional.empty();
        return own.filter(it -> it.standing() == CaseLinks.Standing.CONFIRMED)
                .or(() -> brought)
                .or(() -> own)
                .or(survivor::follows)
                .or(() -> other.follows().filter(it -> !it.number().equals(survivor.number())));
    }

    /** The case that one of the two follows, as long as nobody has refused that, and it is not the other of the two. */
    private Optional<CaseNumber> link(CaseRecord record) {
        return record.follows()
                .filter(it -> it.standing() != CaseLinks.Standing.REFUSED)
                .map(FollowedCase::number)
                .filter(number -> !number.equals(survivor.number()) && !number.equals(other.number()));
    }
}
