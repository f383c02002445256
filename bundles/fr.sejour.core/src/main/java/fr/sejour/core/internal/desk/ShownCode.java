package fr.sejour.core.internal.desk;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Somebody who shows an agent the code of their account, whether or not any préfecture has a case of theirs. */
record ShownCode(Caller caller, Entry entry, Filer.Presented filer, Clock clock) implements CaseOpening.Asking {

    /**
     * Whose code it is.
     *
     * @throws CaseException {@code NOT_FOUND} when it is nobody's, serves no more, or is of somebody with another birth date
     */
    static PersonRecord person(Records records, Filer.Presented filer, Clock clock) {
        return records.accounts()
                .counterCode(StoredCounterCodes.digest(filer.code()), clock.instant())
                .flatMap(person -> records.people().find(Upkeep.READS_ALL, person))
                .filter(person -> person.civilStatus().birthDate().equals(filer.birthDate()))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    @Override
    public PersonId who(Records records) {
        return person(records, filer, clock).id();
    }

    @Override
    public CaseOpening.Known known(Records records) {
        PersonRecord person = person(records, filer, clock);
        Filing filing = entry.by(person.id());
        return new CaseOpening.Known(person, filing, EarlierAttempts.named(records, caller, filing), caller);
    }

    @Override
    public CaseOpening.Known arrived(Records records, Instant now) {
        CaseOpening.Known known = known(records);
        records.accounts()
                .write(
                        known.person().id(),
                        new AccessLine(1, now, caller.account(), AccessLine.What.COUNTER_CODE_USED, Optional.empty()));
        return known;
    }
}
