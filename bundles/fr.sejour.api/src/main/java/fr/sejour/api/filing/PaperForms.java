package fr.sejour.api.filing;

import fr.sejour.api.catalogue.PermitCode;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The form that is filled in by hand. Anybody may have one, in stock too: it asks nobody who they are and reads no database. Safe
 * from any thread; no transaction needed.
 */
@ProviderType
public interface PaperForms {

    /** What a print is. */
    String MEDIA_TYPE = "application/pdf";

    /**
     * One print as a tagged PDF on A4: what to fill in, where to bring or send it, what the day of reception means, and the pieces
     * that the law lists for that permit.
     *
     * @param serial printed on every page; one print becomes one filing
     * @param on the day whose law it lists
     * @param language of the sentences; French when the platform has none in that one. The permit is always named in French, which
     *     prevails
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the law of that day knows no such permit
     */
    byte[] print(PermitCode permit, FormSerial serial, LocalDate on, String language);
}
