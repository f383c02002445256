package fr.sejour.rest.internal.operate;

import java.util.List;

/**
 * Whether the platform serves.
 *
 * @param status {@code ready} or {@code not-ready}
 */
record HealthAnswer(String status, List<FindingAnswer> checks) {

    /** What one check found. */
    record FindingAnswer(String name, boolean healthy, String sentence) {}

    static HealthAnswer of(List<FindingAnswer> checks) {
        boolean ready = checks.stream().allMatch(FindingAnswer::healthy);
        return new HealthAnswer(ready ? "ready" : "not-ready", checks);
    }

    boolean ready() {
        return status.equals("ready");
    }
}
