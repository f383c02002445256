package fr.sejour.core.internal.paper;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the papers from the store. */
@Component
public final class IssuedAttestations implements Attestations {

    private final Store store;
    private final Editions editions;
    private final Clock clock;

    @Activate
    public IssuedAttestations(@Reference Store store, @Reference Editions editions, @Reference Clock clock) {
        this.store = store;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public Attestation find(Caller caller, AttestationNumber number) {
        return store.read(records -> records.papers()
                        .find(caller, number)
                        .map(paper -> days(records, caller, paper.person()).of(paper)))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    @Override
    public List<Attestation> ofPerson(Caller caller, PersonId person) {
        return store.read(records -> {
            if (records.people().find(caller, person).isEmpty()) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            List<Attestation> newestFirst = new ArrayList<>(
                    days(records, caller, person).of(records.papers().ofPerson(caller, person)));
            Collections.reverse(newestFirst);
            return newestFirst;
        });
    }

    private PaperDays days(Records records, Caller caller, PersonId person) {
        return new PaperDays(editions.at(clock.instant()), records.cases().ofPerson(caller, person));
    }
}
