package fr.sejour.core.internal.paper;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads a person's coverage from what is recorded. */
@Component
public final class LedgerCoverage implements Coverage {

    private final Store store;
    private final Editions editions;
    private final Clock clock;

    @Activate
    public LedgerCoverage(@Reference Store store, @Reference Editions editions, @Reference Clock clock) {
        this.store = store;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public CoverageLedger of(Caller caller, PersonId person) {
        Instant now = clock.instant();
        Edition edition = editions.inForce(now.atZone(ZoneOffset.UTC).toLocalDate());
        return store.read(records -> {
            PersonRecord found =
                    records.people().find(caller, person).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            return RecordedLedger.read(records, caller, found, edition, now).ledger();
        });
    }
}
