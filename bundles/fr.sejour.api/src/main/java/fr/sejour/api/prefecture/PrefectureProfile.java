package fr.sejour.api.prefecture;

import java.util.List;

/**
 * A préfecture as the public sees it.
 *
 * @param servicePoints its counters; empty when no rules bundle names any
 * @param collection how cards are handed over there
 * @param rules who said so
 */
public record PrefectureProfile(
        Prefecture prefecture, List<ServicePoint> servicePoints, CollectionMode collection, RulesOrigin rules) {

    public PrefectureProfile {
        servicePoints = List.copyOf(servicePoints);
    }
}
