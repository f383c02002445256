package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.record.Journals.Root;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The journals as their tables hold them, for whoever verifies and seals them; whoever asks has seen to the scope. */
@ProviderType
public interface JournalRecords {

    /** The lines of a case, by their number. */
    List<WrittenLine> lines(CaseNumber number);

    /** Where the case's own row says that its journal ends. */
    Optional<JournalHead> head(CaseNumber number);

    /** The heads of all cases, by number, after that one. */
    List<JournalHead> heads(Optional<CaseNumber> after, int limit);

    /** Heads that no root has sealed as they now stand. */
    List<JournalHead> unsealed(int limit);

    /** The heads of a case that were sealed, the shortest journal first. */
    List<JournalHead> sealed(CaseNumber number);

    /** The numbers of the roots that seal a head of a case, in their order. */
    List<Long> sealing(CaseNumber number);

    Optional<Root> lastRoot();

    /** The roots after that number, the oldest first. */
    List<Root> roots(long after, int limit);

    /** The heads that a root seals, in the order of its tree. */
    List<JournalHead> leaves(long root);

    /** Keeps a root. Two of one number never both commit: the second one is run again. */
    void keep(Root root, List<JournalHead> leaves);
}
