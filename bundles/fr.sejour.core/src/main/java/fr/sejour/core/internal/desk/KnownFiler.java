package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import java.util.Map;
import java.util.Optional;

/** Somebody whom the platform knows, who files or for whom an agent does. */
record KnownFiler(Caller caller, Filing filing) implements CaseOpening.Asking {

    @Override
    public PersonId who(Records records) {
        return filing.person();
    }

    @Override
    public CaseOpening.Known known(Records records) {
        Optional<EarlierAttempts.Named> attempt = EarlierAttempts.named(records, caller, filing);
        return new CaseOpening.Known(filer(records, attempt), filing, attempt);
    }

    private PersonRecord filer(Records records, Optional<EarlierAttempts.Named> attempt) {
        // whoever was given the substitute channel comes to a counter that has no case of theirs yet
        Caller reader = attempt.filter(EarlierAttempts.Named::opensTheCounter).isPresent() ? Upkeep.READS_ALL : caller;
        PersonRecord person = records.people()
                .find(reader, filing.person())
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        boolean online = filing.channel() == FilingChannel.ONLINE;
        if (online != (caller.role() == Role.APPLICANT)) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO,
                    Map.of("channel", filing.channel().name()));
        }
        return person;
    }
}
