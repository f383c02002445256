package fr.sejour.api.operation;

import org.osgi.annotation.versioning.ProviderType;

/** Counts how long decisions took, for the delays that people are shown. It counts by itself once a day, and when an operator asks. */
@ProviderType
public interface DelayCount {

    /** Counts anew now. May be run at any time, twice, on several nodes, and again after a crash. */
    Round count();

    /**
     * What one count found.
     *
     * @param cases the cases whose person was told of a decision in the time that counts
     * @param grounds of how many préfectures, permits and natures they are
     * @param enough how many of these have enough cases to be shown
     */
    record Round(int cases, int grounds, int enough) {}
}
