package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.CaseLinks;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case hangs together with cases of other people. */
public record LinksAnswer(@Nullable FollowedAnswer follows, List<FollowerAnswer> followedBy) {

    /** The case that is followed; of what the reader may not know nothing is said. */
    public record FollowedAnswer(
            String caseNumber,
            @Nullable String standing,
            @Nullable String status,
            @Nullable LocalDate lookSince) {

        static FollowedAnswer of(CaseLinks.Followed followed) {
            return new FollowedAnswer(
                    followed.number().value(),
                    followed.standing().map(Codes::of).orElse(null),
                    followed.status().map(Codes::of).orElse(null),
                    followed.lookSince().orElse(null));
        }
    }

    /** A case that follows. */
    public record FollowerAnswer(String caseNumber, String standing, String status) {}

    public static LinksAnswer of(CaseLinks links) {
        return new LinksAnswer(
                links.follows().map(FollowedAnswer::of).orElse(null),
                links.followedBy().stream()
                        .map(it ->
                                new FollowerAnswer(it.number().value(), Codes.of(it.standing()), Codes.of(it.status())))
                        .toList());
    }
}
