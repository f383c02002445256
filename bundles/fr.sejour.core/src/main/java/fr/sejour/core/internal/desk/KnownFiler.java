package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import java.util.Map;
import java.util.Optional;

/** Somebody whom the platform knows, who files or for whom an agent does. */
record KnownFiler(Caller caller, Filing filing, Reach reach) implements CaseOpening.Asking {

    /** A helper whose mandate has ended does not even get back the receipt of what they filed under it. */
    @Override
    public void admit(Records records) {
        if (reach.to(records, caller, filing.person(), Permission.FILE).role() == Role.HELPER) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }

    @Override
    public PersonId who(Records records) {
        return filing.person();
    }

    @Override
    public CaseOpening.Known known(Records records) {
        Caller filer = reach.to(records, caller, filing.person(), Permission.FILE);
        Optional<EarlierAttempts.Named> attempt = EarlierAttempts.named(records, filer, filing);
        return new CaseOpening.Known(filer(records, filer, attempt), filing, attempt, filer);
    }

    private PersonRecord filer(Records records, Caller filer, Optional<EarlierAttempts.Named> attempt) {
        // whoever was given the substitute channel comes to a counter that has no case of theirs yet
        Caller reader = attempt.filter(EarlierAttempts.Named::opensTheCounter).isPresent() ? Upkeep.READS_ALL : filer;
        PersonRecord person = records.people()
                .find(reader, filing.person())
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        boolean online = filing.channel() == FilingChannel.ONLINE;
        if (online == filer.isStaff()) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO,
                    Map.of("channel", filing.channel().name()));
        }
        return person;
    }
}
