package fr.sejour.api.cases;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Received;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case as its reader may see it.
 *
 * @param version grows by one with every change; an act may name the version it was decided on
 * @param prefecture who is responsible today
 * @param formerPrefectures every one that had the case before or keyed it, the first one first; they read it still
 * @param filedOn the legal day of the filing, in the zone of the préfecture it reached
 * @param received how it came in, when it came by another way than the portal
 * @param facts how sure the platform is of what the case rests on; automatic papers wait while it is declared
 * @param complete whether every blocking piece stands
 * @param orders what judges ordered, the earliest first; once another case has taken this one over, what is owed stands there alone
 * @param related the other cases of the person that have to do with this one
 * @param next whose turn it is; empty once the case has ended
 * @param delay how long decisions on such cases took lately; empty once this one has its decision, or has ended without
 * @param acts what can be done now: for an agent by somebody entitled to, for anybody else by the reader
 * @param practice what the préfecture's rules say for this case, as of the last time they were asked
 */
public record CaseFile(
        CaseNumber number,
        long version,
        CaseStatus status,
        PersonId person,
        PermitCode permit,
        Optional<Article> article,
        FilingChannel channel,
        PrefectureCode prefecture,
        List<PrefectureCode> formerPrefectures,
        Optional<PendingTransfer> transfer,
        Instant filedAt,
        LocalDate filedOn,
        Optional<Received> received,
        Assessment assessment,
        Optional<HeldPermit> held,
        FactLevel facts,
        boolean complete,
        List<PieceFile> pieces,
        List<ClockFile> clocks,
        List<Task> tasks,
        Optional<DecisionFile> decision,
        Optional<CollectionFile> collection,
        List<CourtOrder> orders,
        List<RelatedCase> related,
        Optional<NextAct> next,
        Optional<LocalDelay> delay,
        Set<ActKind> acts,
        Practice practice) {

    public CaseFile {
        formerPrefectures = List.copyOf(formerPrefectures);
        pieces = List.copyOf(pieces);
        clocks = List.copyOf(clocks);
        tasks = List.copyOf(tasks);
        orders = List.copyOf(orders);
        related = List.copyOf(related);
        acts = Set.copyOf(acts);
    }

    /**
     * An offered transfer that its receiver has not taken yet.
     *
     * @param completesOn the day after which silence has taken it: once it is over where the filing came to, where the case is and where
     *     it is offered to
     * @param reason in an agent's words, or {@link #MOVED} when the platform offers what a move brings along
     */
    public record PendingTransfer(PrefectureCode to, LocalDate completesOn, String reason) {

        /** The person has said that they live there. */
        public static final String MOVED = "residence-changed";
    }
}
