package fr.sejour.law.internal;

import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.law.Editions;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue that the national law publishes. */
@Component
public final class NationalCatalogue implements Catalogue {

    private final Editions editions;

    @Activate
    public NationalCatalogue(@Reference Editions editions) {
        this.editions = editions;
    }

    @Override
    public EditionStamp edition(LocalDate on) {
        return editions.inForce(on).stamp();
    }

    @Override
    public List<PermitEntry> permits(LocalDate on) {
        return editions.inForce(on).permits();
    }
}
