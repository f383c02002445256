package fr.sejour.api.catalogue;

/** Which filing window a permit follows. It is the permit asked for that decides, not the one held (R. 431-5). */
public enum WindowRule {
    /** Between the 120th and the 60th day before the held document ends (R. 431-5 1°, permits of the R. 431-2 list). */
    ONLINE_120_60,
    /** In the last two months before the held document ends (R. 431-5 1°, other permits). */
    COUNTER_2_MONTHS,
    /** One of the two above, as the permit is or is not on the R. 431-2 list. */
    BY_CHANNEL,
    /** Within three months of entry (R. 431-17). */
    WITHIN_3_MONTHS_OF_ENTRY,
    /** No window. */
    NONE,
    /** Outside R. 431-5 1° (EU long-term residents): accepted at any time. */
    NOT_SUBJECT_TO_R431_5
}
