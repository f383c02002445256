package fr.sejour.core.internal.paper;

import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.WorkRight;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Whether other rights are more or fewer. What is left open is no right, and no denial either: it lies between the two. */
public final class RightsChange {

    private RightsChange() {}

    /** Empty when they say the same. */
    public static Optional<Change> between(Rights before, Rights after) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        compare(before.stay().value(), after.stay().value(), wider(RightsUnion.STAY))
                .ifPresent(changes::add);
        compare(before.work().value(), after.work().value(), RightsUnion::includes)
                .ifPresent(changes::add);
        compare(before.travel().value(), after.travel().value(), wider(RightsUnion.TRAVEL))
                .ifPresent(changes::add);
        compare(before.social().value(), after.social().value(), wider(RightsUnion.SOCIAL))
                .ifPresent(changes::add);
        return changes.size() > 1 ? Optional.of(Change.OTHER) : changes.stream().findFirst();
    }

    private static <T> Optional<Change> compare(Reading<T> before, Reading<T> after, BiPredicate<T, T> includes) {
        Optional<T> had = before.ifSettled();
        Optional<T> has = after.ifSettled();
        if (had.isEmpty() && has.isEmpty()) {
            return Optional.empty();
        }
        if (had.isEmpty()) {
            return Optional.of(isNone(has.get()) ? Change.FEWER : Change.MORE);
        }
        if (has.isEmpty()) {
            return Optional.of(isNone(had.get()) ? Change.MORE : Change.FEWER);
        }
        if (had.equals(has)) {
            return Optional.empty();
        }
        if (includes.test(has.get(), had.get())) {
            return Optional.of(Change.MORE);
        }
        return Optional.of(includes.test(had.get(), has.get()) ? Change.FEWER : Change.OTHER);
    }

    private static boolean isNone(Object right) {
        return right.equals(WorkRight.NONE)
                || right.equals(RightsUnion.STAY.get(0))
                || right.equals(RightsUnion.TRAVEL.get(0))
                || right.equals(RightsUnion.SOCIAL.get(0));
    }

    private static <T> BiPredicate<T, T> wider(List<T> narrowFirst) {
        return (wide, narrow) -> narrowFirst.indexOf(wide) >= narrowFirst.indexOf(narrow);
    }
}
