package fr.sejour.api.prefecture;

import java.util.Optional;

/**
 * What the rules of a préfecture say for one case: a value, resolved and fenced by the core.
 *
 * @param servicePoint the competent counter; empty when the préfecture names none, which never blocks a filing
 * @param collection how the card will be handed over
 * @param priority 0 to 9: of the cases whose right ends on the same day, with a job at stake or without, those with the highest come
 *     first in the queue
 * @param rules who said so; stored with every decision that used it
 */
public record Practice(
        Optional<ServicePoint> servicePoint, CollectionMode collection, int priority, RulesOrigin rules) {

    /** The highest priority that rules can give. */
    public static final int HIGHEST_PRIORITY = 9;

    /** The answer when no rules bundle serves the préfecture. */
    public static final Practice NATIONAL =
            new Practice(Optional.empty(), CollectionMode.APPOINTMENT, 0, RulesOrigin.NATIONAL);

    /** @throws IllegalArgumentException for a priority out of bounds */
    public Practice {
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException("A priority is 0 to 9");
        }
    }
}
