package fr.sejour.rest.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.LookAlikes;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.TwoPeople;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One look-alike whom agents keep apart and point out again, and one of whom nothing is said. */
final class HandWrittenLookAlikes implements LookAlikes {

    static final PersonId NAMESAKE = new PersonId("00000000-0000-0000-0000-0000000000b2");

    private final AtomicReference<Optional<LookAlike.KeptApart>> said = new AtomicReference<>(Optional.empty());

    @Override
    public List<LookAlike> of(Caller caller, PersonId person) {
        refuseThePersonThemselves(caller);
        return List.of(
                namesake(),
                new LookAlike(Optional.empty(), Set.of(LookAlike.Likeness.SAME_FOREIGNER_NUMBER), Optional.empty()));
    }

    @Override
    public LookAlike keepApart(Caller caller, PersonId person, PersonId other, TwoPeople words) {
        refuseThePersonThemselves(caller);
        if (!other.equals(NAMESAKE)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        said.set(Optional.of(new LookAlike.KeptApart(Situations.NOW, caller.account(), words.words())));
        return namesake();
    }

    @Override
    public void takeBack(Caller caller, PersonId person, PersonId other) {
        refuseThePersonThemselves(caller);
        said.set(Optional.empty());
    }

    private static void refuseThePersonThemselves(Caller caller) {
        if (caller.person().isPresent()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private LookAlike namesake() {
        return new LookAlike(
                Optional.of(new LookAlike.Somebody(
                        NAMESAKE, new CivilStatus("BENALI", "Amina", LocalDate.of(1999, 5, 17), "MA"))),
                Set.of(LookAlike.Likeness.SAME_HELD_PERMIT, LookAlike.Likeness.SAME_NAME_AND_BIRTH_DATE),
                said.get());
    }
}
