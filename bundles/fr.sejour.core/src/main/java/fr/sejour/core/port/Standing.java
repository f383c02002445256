package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a case stands.
 *
 * @param formerPrefectures every one that had the case or keyed it, the first one first; each reads it for good
 * @param commune where the person lived when the case last followed them
 * @param facts how sure the platform is of what the case rests on
 * @param completeOn the legal day on which the last blocking piece came; empty while the file is incomplete
 * @param answerBy the day by which asked pieces are awaited
 * @param commissionOn when the préfet seized the commission du titre de séjour; empty while he did not, and once asked anew
 * @param practice what the préfecture's rules said last
 * @param next whose turn it is; empty when nobody owes anything any more
 * @param wakeAt when the clock has something to do here; empty when it never has
 * @param rightEndsOn the last day of the person's present coverage, or of the one that ended last, or else of the permit they
 *     speak of; empty when it has no known end or there never was any
 * @param gap the gap of coverage that it leaves open, begun or to come
 * @param uncoveredAt when the next day begins on which its person goes without a proof that they are owed; empty for whoever holds
 *     one, or is owed none
 * @param assignee the agent of the préfecture who took it or was given it
 */
@RecordBuilder
public record Standing(
        CaseStatus status,
        PrefectureCode prefecture,
        List<PrefectureCode> formerPrefectures,
        CommuneCode commune,
        Optional<PendingTransfer> transfer,
        FactLevel facts,
        Optional<LocalDate> completeOn,
        Optional<LocalDate> answerBy,
        Optional<LocalDate> commissionOn,
        Practice practice,
        Optional<NextAct> next,
        Optional<Instant> wakeAt,
        Optional<LocalDate> rightEndsOn,
        Optional<PlannedGap> gap,
        Optional<Instant> uncoveredAt,
        Optional<AccountId> assignee)
        implements StandingBuilder.With {

    public Standing {
        formerPrefectures = List.copyOf(formerPrefectures);
    }

    /**
     * The standing at the préfecture that took the case over; every one before keeps the right to read it. Its own rules have
     * not been asked yet, so the national practice stands until they are; and it is nobody's there yet.
     */
    public Standing movedTo(PrefectureCode receiver) {
        return with().prefecture(receiver)
                .formerPrefectures(formerly(receiver))
                .transfer(Optional.empty())
                .practice(Practice.NATIONAL)
                .assignee(Optional.empty())
                .build();
    }

    private List<PrefectureCode> formerly(PrefectureCode receiver) {
        return Stream.concat(formerPrefectures.stream(), Stream.of(prefecture))
                .filter(code -> !code.equals(receiver))
                .distinct()
                .toList();
    }

    /** The standing once the case has followed the person to another commune, whoever has to take it over there. */
    public Standing livingIn(CommuneCode home) {
        return withCommune(home);
    }

    public Standing withOutlook(Optional<NextAct> next, Optional<Instant> wakeAt, Optional<LocalDate> rightEndsOn) {
        return with().next(next).wakeAt(wakeAt).rightEndsOn(rightEndsOn).build();
    }
}
