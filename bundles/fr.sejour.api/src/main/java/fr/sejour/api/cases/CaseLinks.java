package fr.sejour.api.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a case hangs together with cases of other people: the one that it follows, because its person's right hangs on that of
 * somebody else, and those that follow it. Each has its own clocks, decision and end.
 *
 * @param follows the case that this one follows, as somebody said
 * @param followedBy the cases that follow this one and that the reader may see
 */
public record CaseLinks(Optional<Followed> follows, List<Follower> followedBy) {

    public CaseLinks {
        followedBy = List.copyOf(followedBy);
    }

    /** How sure it is that one case follows another. */
    public enum Standing {
        /** The person typed the number, and nobody has looked yet. */
        DECLARED,
        /** An agent who read both cases says that it does. */
        CONFIRMED,
        /** An agent says that it does not. */
        REFUSED
    }

    /**
     * The case that is followed.
     *
     * @param standing empty for the person, who sees the number that they typed and nothing else
     * @param status where it stands; empty when it is unknown, or out of the reader's scope
     * @param lookSince the day since which an agent has to look at the following case again, because this one ended
     */
    public record Followed(
            CaseNumber number,
            Optional<Standing> standing,
            Optional<CaseStatus> status,
            Optional<LocalDate> lookSince) {}

    /** A case that follows. */
    public record Follower(CaseNumber number, Standing standing, CaseStatus status) {}
}
