package fr.sejour.rest.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateFile;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.person.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One mandate of one person, for one association. */
final class HandWrittenMandates implements Mandates {

    static final Caller HELPER = Caller.helper(new AccountId("account-7"));
    static final MandataryCode CODE = new MandataryCode("7K2M-9QXT");
    static final MandateNumber NUMBER = new MandateNumber("MA-7K2M-9QXT-4HBW");

    final AtomicReference<Optional<Mandate>> given = new AtomicReference<>(Optional.empty());

    @Override
    public MandateFile give(Caller caller, PersonId person, NewMandate said) {
        if (!said.mandatary().equals(CODE)) {
            throw new CaseException(ErrorCode.UNKNOWN_MANDATARY);
        }
        if (given.get().isPresent()) {
            throw new CaseException(ErrorCode.MANDATE_STANDS, Map.of("mandate", NUMBER.value()));
        }
        Mandate fresh = new Mandate(
                NUMBER,
                person,
                new Mandatary(HELPER.account(), CODE, "Asso Exemple", Mandatary.Kind.ASSOCIATION),
                said.allows(),
                said.firstDay().orElse(LocalDate.of(2026, 3, 1)),
                said.lastDay(),
                new Mandate.Given(Situations.NOW, caller.account(), said.document()),
                Optional.empty());
        given.set(Optional.of(fresh));
        return file(fresh);
    }

    @Override
    public List<MandateFile> ofPerson(Caller caller, PersonId person) {
        return given.get().map(HandWrittenMandates::file).stream().toList();
    }

    @Override
    public void end(Caller caller, PersonId person, MandateNumber number) {
        if (!number.equals(NUMBER)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        given.set(Optional.empty());
    }

    @Override
    public void close(Caller caller, MandataryCode code) {
        if (caller.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        if (!code.equals(CODE)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        given.set(Optional.empty());
    }

    @Override
    public HelpedPage own(Caller caller, Optional<MandateNumber> after) {
        if (caller.role() != Role.HELPER) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        if (after.isPresent() && !after.get().equals(NUMBER)) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
        }
        return new HelpedPage(
                given.get().filter(it -> after.isEmpty()).map(it -> new Helped(it, "BENALI", "Amina")).stream()
                        .toList(),
                after.isEmpty() ? given.get().map(Mandate::number) : Optional.empty());
    }

    @Override
    public Helped own(Caller caller, MandateNumber number) {
        throw new UnsupportedOperationException("the pages' own");
    }

    private static MandateFile file(Mandate mandate) {
        return new MandateFile(mandate, true, List.of(new MandateFile.Done(Situations.CASE, Situations.NOW, "filed")));
    }
}
