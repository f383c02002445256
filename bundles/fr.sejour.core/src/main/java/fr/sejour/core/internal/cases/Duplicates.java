package fr.sejour.core.internal.cases;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.RelatedCase.Likeness;
import fr.sejour.api.cases.RelatedCase.Link;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.FiledRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which cases of a person ask for the same, and what links them. A filing is never refused for it. */
public final class Duplicates {

    private static final Duration CLOSE_TOGETHER = Duration.ofDays(30);

    private Duplicates() {}

    /** Whether an agent still has to say what the case and another one are to each other. */
    static boolean any(CaseRecord record) {
        return record.related().stream().anyMatch(other -> other.link() == Link.LIKELY_DUPLICATE);
    }

    /** Whether the case stays its person's although another one took it over: then its papers go on under that one. */
    public static boolean absorbed(CaseRecord record) {
        return record.related().stream().anyMatch(other -> other.link() == Link.ABSORBED_BY);
    }

    /** The number of the case and of every one that it took over. */
    public static Set<CaseNumber> numbers(CaseRecord record) {
        return Stream.concat(Stream.of(record.number()), linked(record, Link.ABSORBED))
                .collect(Collectors.toSet());
    }

    /** The links of the case, with what it looks like among the other cases of its person worked out anew. */
    public static List<RelatedCase> related(CaseRecord record, List<CaseRecord> others) {
        List<RelatedCase> related = new ArrayList<>(record.related());
        related.removeIf(other -> other.link() == Link.LIKELY_DUPLICATE);
        others.stream()
                .filter(other ->
                        related.stream().noneMatch(known -> known.number().equals(other.number())))
                .map(other -> new RelatedCase(other.number(), Link.LIKELY_DUPLICATE, likeness(record, other)))
                .filter(other -> !other.reasons().isEmpty())
                .sorted(Comparator.comparing(RelatedCase::number))
                .forEach(related::add);
        return related;
    }

    /** The cases that look like this one and were not filed before it: whoever has the earlier case is asked to look. */
    public static List<CaseRecord> laterOnes(CaseRecord record, List<CaseRecord> others) {
        return others.stream()
                .filter(other ->
                        !other.filed().filedAt().isBefore(record.filed().filedAt()))
                .filter(other -> record.related().stream()
                        .anyMatch(known -> known.link() == Link.LIKELY_DUPLICATE
                                && known.number().equals(other.number())))
                .toList();
    }

    /** Why the two look like one; nothing when they do not. */
    private static Set<Likeness> likeness(CaseRecord one, CaseRecord other) {
        Set<Likeness> reasons = EnumSet.noneOf(Likeness.class);
        PermitCase state = PermitCase.of(one);
        PermitCase otherState = PermitCase.of(other);
        boolean bothOpen = state instanceof PermitCase.Open && otherState instanceof PermitCase.Open;
        boolean anyUndecided = state instanceof PermitCase.Undecided || otherState instanceof PermitCase.Undecided;
        if (!bothOpen || !anyUndecided || !sameGround(one.filed(), other.filed())) {
            return reasons;
        }
        reasons.add(Likeness.SAME_GROUND);
        Optional<String> held = one.filed().held().map(HeldPermit::number);
        if (held.isPresent() && held.equals(other.filed().held().map(HeldPermit::number))) {
            reasons.add(Likeness.SAME_HELD_PERMIT);
        }
        Duration apart =
                Duration.between(one.filed().filedAt(), other.filed().filedAt()).abs();
        if (apart.compareTo(CLOSE_TOGETHER) <= 0) {
            reasons.add(Likeness.FILED_CLOSE_TOGETHER);
        }
        if (state instanceof PermitCase.OnItsWayToTheHand || otherState instanceof PermitCase.OnItsWayToTheHand) {
            reasons.add(Likeness.CARD_NOT_RECORDED);
        }
        return reasons;
    }

    /** Whether the person has a case on the ground of that filing that is not decided yet. */
    public static boolean openOnTheSameGround(FiledRecord filing, List<CaseRecord> cases) {
        return cases.stream()
                .filter(record -> PermitCase.of(record) instanceof PermitCase.Undecided)
                .anyMatch(record -> sameGround(record.filed(), filing));
    }

    /** The same permit, under no two articles that differ. */
    private static boolean sameGround(FiledRecord one, FiledRecord other) {
        boolean articlesDiffer = one.article().isPresent()
                && other.article().isPresent()
                && !one.article().equals(other.article());
        return one.permit().equals(other.permit()) && !articlesDiffer;
    }

    /** The links of the survivor: what the other case had taken over before is the survivor's now. */
    static List<RelatedCase> takenOver(CaseRecord survivor, CaseRecord other) {
        Set<CaseNumber> numbers = numbers(other);
        return Stream.concat(
                        survivor.related().stream().filter(known -> !numbers.contains(known.number())),
                        numbers.stream().sorted().map(number -> new RelatedCase(number, Link.ABSORBED, Set.of())))
                .toList();
    }

    /** The links of a case that another one takes over. */
    static List<RelatedCase> givenOver(CaseRecord record, CaseNumber survivor) {
        return Stream.concat(
                        record.related().stream()
                                .filter(known -> known.link() != Link.ABSORBED
                                        && !known.number().equals(survivor)),
                        Stream.of(new RelatedCase(survivor, Link.ABSORBED_BY, Set.of())))
                .toList();
    }

    /** The links of a case whose taker was taken over in its turn. */
    public static List<RelatedCase> followed(CaseRecord record, CaseNumber survivor) {
        return record.related().stream()
                .map(known ->
                        known.link() == Link.ABSORBED_BY ? new RelatedCase(survivor, known.link(), Set.of()) : known)
                .toList();
    }

    /** The links of the case with that one in place of what they were to each other. */
    public static List<RelatedCase> linked(CaseRecord record, CaseNumber other, Link link) {
        List<RelatedCase> related = new ArrayList<>(record.related());
        related.removeIf(known -> known.number().equals(other));
        related.add(new RelatedCase(other, link, Set.of()));
        return related;
    }

    /** The links of the case without that one. */
    public static List<RelatedCase> unlinked(CaseRecord record, CaseNumber other) {
        return record.related().stream()
                .filter(known -> !known.number().equals(other))
                .toList();
    }

    /** The links of a case that goes its own way again. */
    static List<RelatedCase> ofItsOwn(CaseRecord record) {
        return record.related().stream()
                .filter(known -> known.link() != Link.ABSORBED_BY)
                .toList();
    }

    /** The cases that the case is linked to in that way. */
    public static Stream<CaseNumber> linked(CaseRecord record, Link link) {
        return record.related().stream().filter(known -> known.link() == link).map(RelatedCase::number);
    }
}
