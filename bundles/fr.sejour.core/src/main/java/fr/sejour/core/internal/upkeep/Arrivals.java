package fr.sejour.core.internal.upkeep;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Lets a case arrive where silence has taken it before anybody changes it: nothing is done by who has it no more, and what its
 * new préfecture does is not undone by its arrival.
 */
public final class Arrivals {

    private final Store store;
    private final Upkeep upkeep;
    private final Practices practices;

    public Arrivals(Store store, Upkeep upkeep, Practices practices) {
        this.store = store;
        this.upkeep = upkeep;
        this.practices = practices;
    }

    /** What the rules say of where silence takes the case; asked before the transaction in which it may arrive. */
    public Answers ask(CaseNumber number) {
        return practices.answer(store.read(records -> Home.arriving(records, number)));
    }

    /**
     * The case where silence has taken it meanwhile, with all that comes of it kept.
     *
     * @param found what the caller may read of it
     */
    public CaseRecord arrived(Records records, Caller caller, CaseRecord found, Answers answers, Instant now) {
        if (!overdue(found, now)) {
            return found;
        }
        upkeep.tick(records, found.filed().person(), answers, now);
        return records.cases().find(caller, found.number()).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    /** The same case, and nothing of it is kept. The rules of its préfecture are not asked: what they said last stands for them. */
    public CaseRecord foreseen(Records records, CaseRecord found, Instant now) {
        return overdue(found, now) ? upkeep.foreseen(records, found, now) : found;
    }

    private boolean overdue(CaseRecord found, Instant now) {
        Edition edition = upkeep.law().at(now);
        ZoneId here = edition.zone(Optional.of(found.standing().prefecture()));
        CaseZones zones = new CaseZones(found.filed().zone(), here);
        return found.standing()
                .transfer()
                .filter(offer -> !now.isBefore(zones.takenBySilence(offer, edition)))
                .isPresent();
    }
}
