package fr.sejour.api.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The permits that the law knows on a day. Pure reading, safe from any thread, no transaction needed. */
@ProviderType
public interface Catalogue {

    /**
     * The edition that applies on a day, as the platform knows it now.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the day is before the first edition
     */
    EditionStamp edition(LocalDate on);

    /**
     * Every permit of the edition that applies on that day, in catalogue order.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the day is before the first edition
     */
    List<PermitEntry> permits(LocalDate on);
}
