package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.Task;
import java.util.List;
import java.util.Optional;

/**
 * A case as it is kept, whole.
 *
 * @param version 1 for a fresh case; grows by one with each change
 * @param filed what was asked, when and how
 * @param standing where it stands now
 * @param pieces every piece given, asked for again or refused; a piece nobody touched has no row
 * @param tasks the open ones
 * @param orders what judges ordered, the earliest first
 * @param related the other cases of the person that have to do with this one
 * @param follows the case of somebody else that it follows
 */
public record CaseRecord(
        CaseNumber number,
        long version,
        FiledRecord filed,
        Standing standing,
        List<PieceRecord> pieces,
        List<ClockFile> clocks,
        List<Task> tasks,
        Optional<DecisionFile> decision,
        Optional<CollectionFile> collection,
        List<CourtOrder> orders,
        List<RelatedCase> related,
        Optional<FollowedCase> follows) {

    public CaseRecord {
        pieces = List.copyOf(pieces);
        clocks = List.copyOf(clocks);
        tasks = List.copyOf(tasks);
        orders = List.copyOf(orders);
        related = List.copyOf(related);
    }

    /** A case that follows none of somebody else. */
    public CaseRecord(
            CaseNumber number,
            long version,
            FiledRecord filed,
            Standing standing,
            List<PieceRecord> pieces,
            List<ClockFile> clocks,
            List<Task> tasks,
            Optional<DecisionFile> decision,
            Optional<CollectionFile> collection,
            List<CourtOrder> orders,
            List<RelatedCase> related) {
        this(
                number,
                version,
                filed,
                standing,
                pieces,
                clocks,
                tasks,
                decision,
                collection,
                orders,
                related,
                Optional.empty());
    }

    /** The same case as it stands once a change of it is kept. */
    public CaseRecord atNextVersion() {
        return new CaseRecord(
                number,
                version + 1,
                filed,
                standing,
                pieces,
                clocks,
                tasks,
                decision,
                collection,
                orders,
                related,
                follows);
    }

    public CaseRecord withFiled(FiledRecord changed) {
        return new CaseRecord(
                number,
                version,
                changed,
                standing,
                pieces,
                clocks,
                tasks,
                decision,
                collection,
                orders,
                related,
                follows);
    }

    public CaseRecord withStanding(Standing changed) {
        return new CaseRecord(
                number, version, filed, changed, pieces, clocks, tasks, decision, collection, orders, related, follows);
    }

    public CaseRecord withPieces(List<PieceRecord> changed) {
        return new CaseRecord(
                number,
                version,
                filed,
                standing,
                changed,
                clocks,
                tasks,
                decision,
                collection,
                orders,
                related,
                follows);
    }

    public CaseRecord withClocks(List<ClockFile> changed) {
        return new CaseRecord(
                number,
                version,
                filed,
                standing,
                pieces,
                changed,
                tasks,
                decision,
                collection,
                orders,
                related,
                follows);
    }

    public CaseRecord withTasks(List<Task> changed) {
        return new CaseRecord(
                number,
                version,
                filed,
                standing,
                pieces,
                clocks,
                changed,
                decision,
                collection,
                orders,
                related,
                follows);
    }

    public CaseRecord withDecision(Optional<DecisionFile> changed) {
        return new CaseRecord(
                number, version, filed, standing, pieces, clocks, tasks, changed, collection, orders, related, follows);
    }

    public CaseRecord withCollection(Optional<CollectionFile> changed) {
        return new CaseRecord(
                number, version, filed, standing, pieces, clocks, tasks, decision, changed, orders, related, follows);
    }

    public CaseRecord withRelated(List<RelatedCase> changed) {
        return new CaseRecord(
                number,
                version,
                filed,
                standing,
                pieces,
                clocks,
                tasks,
                decision,
                collection,
                orders,
                changed,
                follows);
    }

    public CaseRecord withOrders(List<CourtOrder> changed) {
        return new CaseRecord(
                number,
                version,
                filed,
                standing,
                pieces,
                clocks,
                tasks,
                decision,
                collection,
                changed,
                related,
                follows);
    }

    public CaseRecord withFollows(Optional<FollowedCase> changed) {
        return new CaseRecord(
                number,
                version,
                filed,
                standing,
                pieces,
                clocks,
                tasks,
                decision,
                collection,
                orders,
                related,
                changed);
    }
}
