package fr.sejour.rest.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.ArrivedEdition.Step;
import fr.sejour.api.edition.EditionDesk;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.edition.EditionEffect.Next;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One edition that arrived, {@code 2026-12-01}. */
final class HandWrittenEditions implements EditionDesk {

    static final String NAME = "2026-12-01";

    @Override
    public List<ArrivedEdition> arrived(Caller caller) {
        letIn(caller);
        return List.of(edition(State.REHEARSED));
    }

    @Override
    public ArrivedEdition receive(Caller caller, byte[] jar) {
        letIn(caller);
        if (jar.length != 3) {
            throw new CaseException(ErrorCode.EDITION_REFUSED, Map.of("problem", "It is no jar that can be read."));
        }
        return edition(State.RECEIVED);
    }

    @Override
    public ArrivedEdition rehearse(Caller caller, String name) {
        return named(caller, name, State.REHEARSING);
    }

    @Override
    public List<EditionEffect> effects(Caller caller, String name, Optional<Change> only, Optional<CaseNumber> after) {
        named(caller, name, State.REHEARSED);
        EditionEffect effect = new EditionEffect(
                Situations.CASE,
                new PrefectureCode("38"),
                Change.MORE,
                Optional.empty(),
                Optional.of(new Next(
                        PaperKind.ATTESTATION_DE_PROLONGATION,
                        new RightsCode("SX WH964 T0 CM"),
                        Optional.of(LocalDate.of(2027, 3, 1)))));
        return only.equals(Optional.of(Change.MORE)) ? Collections.nCopies(PAGE, effect) : List.of(effect);
    }

    @Override
    public ArrivedEdition activate(Caller caller, String name) {
        ArrivedEdition applies = named(caller, name, State.APPLIES);
        if (caller.account().equals(applies.sender())) {
            throw new CaseException(ErrorCode.SECOND_PERSON_NEEDED);
        }
        return applies;
    }

    @Override
    public ArrivedEdition rollBack(Caller caller, String name) {
        return named(caller, name, State.ROLLED_BACK);
    }

    private static ArrivedEdition named(Caller caller, String name, State state) {
        letIn(caller);
        if (!name.equals(NAME)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return edition(state);
    }

    private static void letIn(Caller caller) {
        if (caller.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private static ArrivedEdition edition(State state) {
        return new ArrivedEdition(
                new EditionStamp(NAME, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 11, 20)),
                "0f".repeat(32),
                "CN=national IT",
                state,
                List.of(
                        new Step(State.RECEIVED, new AccountId("shell:ops"), Situations.NOW),
                        new Step(State.REHEARSING, new AccountId("national-1"), Situations.NOW)),
                Map.of(new AccountId("national-1"), new Login("nationale")),
                Optional.of(new Rehearsal(Situations.NOW, Optional.of(Situations.NOW), 7, 1, 2, 3)),
                state == State.REHEARSED);
    }
}
