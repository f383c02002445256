package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Timeliness;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a filing stands to its window, and what the person should be told.
 *
 * @param opens the first day of the window; empty when there is none, or when the window is not settled
 * @param closes the last day of the window; empty likewise
 * @param warnings stable codes, the constants of this type, in the order in which they matter
 */
public record Timing(
        Reading<Timeliness> timeliness,
        Optional<LocalDate> opens,
        Optional<LocalDate> closes,
        List<Article> basis,
        List<String> warnings) {

    /** The filing comes before its window. */
    public static final String EARLY_FILING = "early-filing";

    /** The filing comes after its window: no attestation de prolongation will follow (R. 431-15-1 al. 2). */
    public static final String NO_ATTESTATION_DE_PROLONGATION = "late-filing-no-attestation";

    /** The late fee is due unless force majeure is shown (L. 436-5). */
    public static final String LATE_FEE = "late-fee";

    /** The conditions of entry, visa included, count again (R. 431-8). */
    public static final String ENTRY_CONDITIONS_AGAIN = "entry-conditions-again";

    /** The texts read do not say whether the permit is asked for online, so two windows compete. */
    public static final String TWO_WINDOWS = "two-windows";

    /**
     * The code leaves EU long-term residents outside the window, while an official sheet announces one with the late fee:
     * accepted at any time.
     */
    public static final String OUTSIDE_THE_WINDOW = "eu-long-term-resident-outside-the-window";

    /** The day of entry is needed and not known. */
    public static final String ENTRY_DATE_NEEDED = "entry-date-needed";

    public Timing {
        basis = List.copyOf(basis);
        warnings = List.copyOf(warnings);
    }
}
