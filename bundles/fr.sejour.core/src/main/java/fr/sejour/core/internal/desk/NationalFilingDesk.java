package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.Store;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens cases under the national law for whoever is known. */
@Component
public final class NationalFilingDesk implements FilingDesk {

    private final CaseOpening opening;
    private final Reach reach;

    @Activate
    public NationalFilingDesk(
            @Reference Store store, @Reference Upkeep upkeep, @Reference Practices practices, @Reference Clock clock) {
        this(store, upkeep, practices, clock, new Numbers());
    }

    /** @param numbers what the numbers of cases come from */
    public NationalFilingDesk(Store store, Upkeep upkeep, Practices practices, Clock clock, Numbers numbers) {
        this.opening = new CaseOpening(store, upkeep, practices, clock, numbers);
        this.reach = new Reach(clock);
    }

    @Override
    public Assessment assess(Caller caller, Filing filing) {
        return opening.assess(caller, new KnownFiler(caller, filing, reach));
    }

    @Override
    public FilingReceipt file(Caller caller, IdempotencyKey key, Filing filing) {
        String digest = Secrets.digest("filing", FilingWords.of(filing));
        return opening.open(caller, key, digest, new KnownFiler(caller, filing, reach));
    }
}
