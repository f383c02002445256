package fr.sejour.api.prefecture;

import java.util.Optional;

/**
 * What the rules of a préfecture say for one case: a value, resolved and fenced by the core.
 *
 * @param servicePoint the competent counter; empty when the préfecture names none, which never blocks a filing
 * @param collection how the card will be handed over
 * @param rules who said so; stored with every decision that used it
 */
public record Practice(Optional<ServicePoint> servicePoint, CollectionMode collection, RulesOrigin rules) {

    /** The answer when no rules bundle serves the préfecture. */
    public static final Practice NATIONAL =
            new Practice(Optional.empty(), CollectionMode.APPOINTMENT, RulesOrigin.NATIONAL);
}
