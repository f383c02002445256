package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.MAYOTTE;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aNotice;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.agentOf;
import static fr.sejour.store.jpa.internal.Situations.applicant;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.RecoveryCode;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.core.port.ClaimedDelivery;
import fr.sejour.core.port.EvidenceRecord;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person asks to have put right. */
abstract class CorrectionsContract extends ShelfContract {

    private static final CorrectionNumber NUMBER = new CorrectionNumber("CO-0000-0000-0001");
    private static final CivilStatus RIGHT = new CivilStatus("بن علي", "Łucja", LocalDate.of(1999, 5, 17), "MA");
    private static final Login LOGIN = new Login("amina");
    private static final EvidenceRecord FILE = new EvidenceRecord(
            new EvidenceId("00000000-0000-0000-0000-0000000000e1"),
            personId(1),
            "name-1",
            "image/png",
            3,
            "cd".repeat(32),
            ScanState.WAITING,
            MORNING);

    CorrectionsContract(StoreContract contract) {
        super(contract);
    }

    @BeforeEach
    void somebodyHasACaseInIsere() {
        write(records -> records.people().add(aPerson(1)));
        write(records -> records.cases().add(at(aCase(1, 1), ISERE)));
    }

    @Test
    void a_correction_comes_back_with_its_steps_and_its_proof_to_whoever_reads_its_person() {
        Correction open = aCorrection();
        write(records -> {
            records.evidence().add(FILE);
            records.corrections().add(open);
        });

        for (Caller reader : List.of(NATIONAL, agentOf(ISERE), applicant(personId(1)))) {
            assertThat(correction(reader)).as(reader.toString()).contains(open);
        }
        for (Caller other : List.of(agentOf(MAYOTTE), applicant(personId(2)))) {
            assertThat(correction(other)).as(other.toString()).isEmpty();
            assertThat(store.<List<Correction>>read(
                            records -> records.corrections().toAnswer(other, 10)))
                    .isEmpty();
        }
        write(records -> records.evidence().judge(FILE.id(), ScanState.INFECTED));
        assertThat(correction(NATIONAL).flatMap(Correction::proof))
                .contains(new Proof(FILE.id(), "image/png", 3, ScanState.INFECTED));
        assertThat(waiting(agentOf(ISERE)))
                .singleElement()
                .extracting(Correction::proof)
                .isEqualTo(Optional.of(new Proof(FILE.id(), "image/png", 3, ScanState.INFECTED)));
        assertThat(raw.rows("SELECT new_family_name FROM correction")).containsExactly("بن علي");
    }

    @Test
    void a_settled_correction_keeps_what_the_register_said_and_waits_no_more() {
        Correction open = aCorrection();
        write(records -> {
            records.evidence().add(FILE);
            records.corrections().add(open);
        });
        Correction settled = new Correction(
                NUMBER,
                open.person(),
                open.at(),
                open.before(),
                open.proposed(),
                Optional.of(open.before()),
                open.proof(),
                open.owner(),
                open.dueOn(),
                open.escalation(),
                Correction.State.APPROVED,
                List.of(open.steps().get(0), aStep(2, Correction.State.APPROVED, Optional.empty())));
        assertThat(waiting(agentOf(ISERE))).hasSize(1);
        assertThat(waitingFor(1)).hasValueSatisfying(it -> {
            assertThat(it.number()).isEqualTo(NUMBER);
            assertThat(it.dueOn()).isEqualTo(open.dueOn());
        });
        assertThat(waitingFor(2)).isEmpty();

        write(records -> {
            records.corrections().hold(NUMBER);
            records.corrections().change(settled);
        });

        assertThat(correction(NATIONAL)).contains(settled);
        assertThat(waiting(agentOf(ISERE))).isEmpty();
        assertThat(waitingFor(1)).isEmpty();
    }

    private Optional<Correction> waitingFor(int person) {
        return store.read(records -> records.corrections().waiting(personId(person)));
    }

    @Test
    void of_eight_approvals_at_once_one_is_done() throws Exception {
        Desks desks = new Desks(store, MORNING);
        Correction open = desks.corrections.propose(
                applicant(personId(1)), personId(1), new NewCorrection(RIGHT, "Une lettre", Optional.empty()));

        List<Optional<ErrorCode>> answers = Together.run(
                8,
                thread -> refused(() -> desks.corrections.act(
                        Caller.agent(new AccountId("agent-" + thread), Set.of(ISERE)),
                        open.number(),
                        new CorrectionAct.Approve(Optional.of("Passeport vu")))));

        assertThat(Collections.frequency(answers, Optional.empty())).isEqualTo(1);
        assertThat(Collections.frequency(answers, Optional.of(ErrorCode.CORRECTION_SETTLED)))
                .isEqualTo(7);
        assertThat(raw.count("correction_step")).isEqualTo(2);
        assertThat(raw.rows("SELECT family_name FROM person")).containsExactly("بن علي");
    }

    @Test
    void of_eight_who_come_with_one_code_at_once_one_is_let_in() throws Exception {
        Desks desks = new Desks(store, MORNING);
        RecoveryCode code =
                desks.recoveries.open(agentOf(ISERE), personId(1), "Passeport").code();
        RecoveryClaim claim = new RecoveryClaim(
                Optional.of(LOGIN), Optional.empty(), aPerson(1).civilStatus().birthDate(), code);

        List<Optional<ErrorCode>> answers =
                Together.run(8, thread -> refused(() -> desks.accounts.recover(claim, "hash-" + thread)));

        assertThat(Collections.frequency(answers, Optional.empty())).isEqualTo(1);
        assertThat(Collections.frequency(answers, Optional.of(ErrorCode.RECOVERY_REFUSED)))
                .isEqualTo(7);
        assertThat(raw.count("account")).isEqualTo(1);
        assertThat(raw.count("recovery")).isZero();
        assertThat(raw.rows("SELECT what FROM access_line ORDER BY line_number"))
                .containsExactly("RECOVERY_OPENED", "ACCOUNT_OPENED");
    }

    @Test
    void a_changed_access_ends_every_session_and_takes_no_login_of_somebody_else() {
        Account own = new Account(LOGIN, applicant(personId(1)), "hash", Optional.empty(), 0, 3, Optional.of(MORNING));
        AccountId id = own.caller().account();
        write(records -> {
            records.accounts().add(own);
            records.accounts()
                    .add(new Account(new Login("taken"), NATIONAL, "hash", Optional.empty(), 0, 0, Optional.empty()));
            records.accounts().openSession("one", id, MORNING.plusSeconds(60));
        });

        write(records -> {
            records.accounts().change(id, new Login("another"), "fresh");
            records.accounts().closeSessions(id);
        });

        assertThat(store.<List<Account>>read(records -> records.accounts().ofPerson(personId(1))))
                .containsExactly(new Account(
                        new Login("another"), own.caller(), "fresh", Optional.empty(), 0, 0, Optional.empty()));
        assertThat(store.<Optional<Account>>read(records -> records.accounts().find(id)))
                .isPresent();
        assertThat(raw.count("session")).isZero();
        assertThat(refused(() -> store.write(records -> {
                    records.accounts().change(id, new Login("taken"), "fresh");
                    return id;
                })))
                .contains(ErrorCode.LOGIN_TAKEN);
    }

    @Test
    void a_notice_goes_where_it_was_sent_to_whatever_the_person_says_later() {
        Contact old = new Contact(Optional.of("old@example.org"), Optional.empty(), "en");
        write(records -> {
            records.notices().know("email");
            records.notices().owe(personId(1), aNotice("n-1", 1, MORNING), old);
        });

        assertThat(store.<List<ClaimedDelivery>>write(records -> records.notices()
                        .claim(Set.of("email"), MORNING.plusSeconds(3600), MORNING.plusSeconds(7200), 10)))
                .extracting(ClaimedDelivery::to)
                .containsExactly(old);
    }

    private Optional<ErrorCode> refused(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (CaseException e) {
            return Optional.of(e.code());
        }
    }

    private Optional<Correction> correction(Caller reader) {
        return store.read(records -> records.corrections().find(reader, NUMBER));
    }

    private List<Correction> waiting(Caller reader) {
        return store.read(records -> records.corrections().toAnswer(reader, 10));
    }

    private Correction aCorrection() {
        return new Correction(
                NUMBER,
                personId(1),
                MORNING,
                aPerson(1).civilStatus(),
                RIGHT,
                Optional.empty(),
                Optional.of(new Proof(FILE.id(), FILE.mediaType(), FILE.size(), FILE.scan())),
                Optional.of(ISERE),
                LocalDate.of(2026, 3, 17),
                Task.Escalation.TEAM,
                Correction.State.PROPOSED,
                List.of(aStep(1, Correction.State.PROPOSED, Optional.of("Une lettre manque"))));
    }

    private Correction.Step aStep(long sequence, Correction.State what, Optional<String> words) {
        return new Correction.Step(sequence, MORNING, new AccountId("a-1"), what, words);
    }
}
