package fr.sejour.core.port;

import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The case of somebody else that a case follows, as somebody said; nobody of that number need exist.
 *
 * @param typed the number that the person typed when they filed, whatever an agent made of it
 * @param end how the followed case ended against its person, once that was noted here
 * @param lookSince the day on which that was noted, until an agent has looked
 */
public record FollowedCase(
        CaseNumber number,
        CaseLinks.Standing standing,
        Optional<CaseNumber> typed,
        Optional<CaseStatus> end,
        Optional<LocalDate> lookSince) {

    /** What a person types when they file. */
    public static FollowedCase declared(CaseNumber typed) {
        return new FollowedCase(
                typed, CaseLinks.Standing.DECLARED, Optional.of(typed), Optional.empty(), Optional.empty());
    }

    /** The same once an agent has looked: what they saw of its end is seen. */
    public FollowedCase confirmed() {
        return new FollowedCase(number, CaseLinks.Standing.CONFIRMED, typed, end, Optional.empty());
    }

    public FollowedCase refused() {
        return new FollowedCase(number, CaseLinks.Standing.REFUSED, typed, Optional.empty(), Optional.empty());
    }

    /** Another case is followed, as an agent says. */
    public FollowedCase instead(CaseNumber other) {
        return new FollowedCase(other, CaseLinks.Standing.CONFIRMED, typed, Optional.empty(), Optional.empty());
    }

    /** The followed case ended; an agent has to look since that day, or since an earlier end that nobody has looked at. */
    public FollowedCase ended(CaseStatus how, LocalDate noted) {
        return new FollowedCase(number, standing, typed, Optional.of(how), lookSince.or(() -> Optional.of(noted)));
    }

    /** The followed case has not ended, or has no such end any more. */
    public FollowedCase goingOn() {
        return new FollowedCase(number, standing, typed, Optional.empty(), Optional.empty());
    }
}
