package fr.sejour.core.internal.upkeep;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.paper.RecordedLedger;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads a person's coverage from what is recorded, and what will follow it from the law. */
@Component
public final class LedgerCoverage implements Coverage {

    private final Store store;
    private final Editions editions;
    private final Upkeep upkeep;
    private final Clock clock;

    @Activate
    public LedgerCoverage(
            @Reference Store store, @Reference Editions editions, @Reference Upkeep upkeep, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public CoverageLedger of(Caller caller, PersonId person) {
        Instant now = clock.instant();
        Edition edition = editions.at(now);
        return store.read(records -> {
            PersonRecord found =
                    records.people().find(caller, person).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            return RecordedLedger.read(records, caller, found, edition, now).ledger();
        });
    }

    @Override
    public Optional<ComingCoverage> coming(Caller caller, PersonId person) {
        Instant now = clock.instant();
        Edition edition = editions.at(now);
        return store.read(records -> {
            PersonRecord found =
                    records.people().find(caller, person).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            RecordedLedger read = RecordedLedger.read(records, caller, found, edition, now);
            return upkeep.coming(
                    found,
                    records.cases().ofPerson(caller, person),
                    records.papers().ofPerson(caller, person),
                    read.ledger(),
                    read.zone(),
                    now);
        });
    }
}
