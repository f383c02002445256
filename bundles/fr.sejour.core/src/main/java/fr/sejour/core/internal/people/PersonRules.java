package fr.sejour.core.internal.people;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;

/** Who may read a person and speak for them, and how their cases say that something happened to them. */
public final class PersonRules {

    private PersonRules() {}

    /** @throws CaseException {@code NOT_FOUND} when unknown or out of the caller's scope */
    public static PersonRecord known(Records records, Caller caller, PersonId person) {
        return records.people().find(caller, person).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    /** A préfecture that gave every case away reads them and says nothing more for the person. */
    public static void refuseWhoOnlyReads(Records records, Caller caller, PersonRecord person) {
        if (caller.role() == Role.AGENT
                && records.cases().ofPerson(caller, person.id()).stream()
                        .noneMatch(record -> caller.serves(record.standing().prefecture())
                                || record.standing()
                                        .transfer()
                                        .map(PendingTransfer::to)
                                        .filter(caller::serves)
                                        .isPresent())) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    /** Writes a line in the journal of every open case of the person. */
    public static void note(Records records, PersonId person, JournalEntry line) {
        records.cases().ofPerson(Upkeep.READS_ALL, person).stream()
                .filter(record -> record.standing().status().isOpen())
                .forEach(record -> records.cases().write(record.number(), line));
    }
}
