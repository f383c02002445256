package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Transfers;
import fr.sejour.core.port.Store;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The cases on offer, as the store keeps them. */
@Component
public final class OfferedTransfers implements Transfers {

    private final Store store;

    @Activate
    public OfferedTransfers(@Reference Store store) {
        this.store = store;
    }

    @Override
    public List<Incoming> incoming(Caller caller) {
        ActRules.refuseThePerson(caller);
        return store.read(records -> records.cases().offered(caller, MOST)).stream()
                .map(row -> new Incoming(
                        row.number(),
                        row.permit(),
                        row.familyName(),
                        row.givenNames(),
                        row.filedOn(),
                        row.from(),
                        row.offer()))
                .toList();
    }
}
