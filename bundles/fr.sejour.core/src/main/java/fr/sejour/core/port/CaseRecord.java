package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.Task;
import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
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
        Optional<FollowedCase> follows)
        implements CaseRecordBuilder.With {

    public CaseRecord {
        pieces = List.copyOf(pieces);
        clocks = List.copyOf(clocks);
        tasks = List.copyOf(tasks);
        orders = List.copyOf(orders);
        related = List.copyOf(related);
    }

    /** The same case as it stands once a change of it is kept. */
    public CaseRecord atNextVersion() {
        return withVersion(version + 1);
    }
}
