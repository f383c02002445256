package fr.sejour.web.preview;

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
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One edition in whatever state a test puts it, with a case that gains, one that loses and one that changes otherwise. */
public final class SampleEditions implements EditionDesk {

    public static final String NAME = "2026-12-01";

    private static final AccountId OPERATOR = new AccountId("shell:ops");

    private State state = State.REHEARSED;
    private boolean stale;
    private AccountId sender = OPERATOR;
    private int effects = 3;
    private final List<String> done = new ArrayList<>();

    public void is(State now) {
        state = now;
    }

    /** The law has changed since the rehearsal. */
    public void age() {
        stale = true;
    }

    /** It was sent by that account. */
    public void sentBy(AccountId account) {
        sender = account;
    }

    /** A whole page of cases would change. */
    public void changeMany() {
        effects = PAGE;
    }

    /** What was done, in order. */
    public List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public List<ArrivedEdition> arrived(Caller caller) {
        letIn(caller);
        return List.of(edition());
    }

    @Override
    public ArrivedEdition receive(Caller caller, byte[] jar) {
        letIn(caller);
        if (jar.length != 3) {
            throw new CaseException(
                    ErrorCode.EDITION_REFUSED, Map.of("problem", "The file work.yaml in it is not signed."));
        }
        return step("receive", State.RECEIVED);
    }

    @Override
    public ArrivedEdition rehearse(Caller caller, String name) {
        letIn(caller);
        return step("rehearse", State.REHEARSING);
    }

    @Override
    public List<EditionEffect> effects(Caller caller, String name, Optional<Change> only, Optional<CaseNumber> after) {
        letIn(caller);
        Optional<Next> less = Optional.of(next("SX WH600 T0 CM"));
        Optional<Next> same = Optional.of(next("SX WH964 T0 CM"));
        List<EditionEffect> each = List.of(
                new EditionEffect(
                        SampleCases.REVIEWED, Platform.ISERE, Change.MORE, same, Optional.of(next("SX WA T0 CM"))),
                new EditionEffect(SampleCases.FRESH, Platform.ISERE, Change.FEWER, same, less),
                new EditionEffect(SampleCases.READY, Platform.ISERE, Change.OTHER, Optional.empty(), same));
        return IntStream.range(0, effects)
                .mapToObj(i -> each.get(i % each.size()))
                .filter(it -> only.map(it.change()::equals).orElse(true))
                .toList();
    }

    @Override
    public ArrivedEdition activate(Caller caller, String name) {
        letIn(caller);
        if (caller.account().equals(sender)) {
            throw new CaseException(ErrorCode.SECOND_PERSON_NEEDED);
        }
        if (!edition().ready()) {
            throw new CaseException(ErrorCode.ACT_NOT_ALLOWED);
        }
        return step("activate", State.APPLIES);
    }

    @Override
    public ArrivedEdition rollBack(Caller caller, String name) {
        letIn(caller);
        return step("roll-back", State.ROLLED_BACK);
    }

    private ArrivedEdition step(String what, State to) {
        done.add(what);
        state = to;
        return edition();
    }

    private static Next next(String rights) {
        return new Next(
                PaperKind.ATTESTATION_DE_PROLONGATION,
                new RightsCode(rights),
                Optional.of(Platform.TODAY.plusDays(90)));
    }

    private static void letIn(Caller caller) {
        if (caller.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private ArrivedEdition edition() {
        return new ArrivedEdition(
                new EditionStamp(NAME, Platform.TODAY.plusDays(9), Platform.TODAY.minusDays(2)),
                "0f".repeat(32),
                "CN=national IT",
                state,
                List.of(
                        new Step(State.RECEIVED, sender, Platform.NOW.minusSeconds(7200)),
                        new Step(State.REHEARSING, new AccountId("a-3"), Platform.NOW.minusSeconds(3600))),
                Map.of(new AccountId("a-3"), new Login("services.nationaux")),
                state == State.RECEIVED
                        ? Optional.empty()
                        : Optional.of(new Rehearsal(
                                Platform.NOW.minusSeconds(3600),
                                state == State.REHEARSING ? Optional.empty() : Optional.of(Platform.NOW),
                                1207,
                                31,
                                2,
                                1)),
                state == State.REHEARSED && !stale);
    }
}
