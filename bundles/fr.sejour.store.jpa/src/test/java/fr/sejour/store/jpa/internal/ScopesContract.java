package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.LA_REUNION;
import static fr.sejour.store.jpa.internal.Situations.MAYOTTE;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.PARIS_75;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aHeldPermit;
import static fr.sejour.store.jpa.internal.Situations.aPaper;
import static fr.sejour.store.jpa.internal.Situations.aTask;
import static fr.sejour.store.jpa.internal.Situations.agentOf;
import static fr.sejour.store.jpa.internal.Situations.applicant;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.moved;
import static fr.sejour.store.jpa.internal.Situations.offered;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static fr.sejour.store.jpa.internal.Situations.waking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is out of scope reads like what does not exist, whoever asks. */
abstract class ScopesContract extends ShelfContract {

    ScopesContract(StoreContract contract) {
        super(contract);
    }

    /** Who reads the case, person and paper of number 1: at Isère, before at Paris and La Réunion, offered to Rhône. */
    record Reader(String who, Caller caller, boolean reads) {
        @Override
        public String toString() {
            return who;
        }
    }

    static Stream<Reader> readers() {
        return Stream.of(
                new Reader("its person", applicant(personId(1)), true),
                new Reader("another person", applicant(personId(2)), false),
                new Reader("agent in charge", agentOf(ISERE), true),
                new Reader("agent in charge before", agentOf(PARIS_75), true),
                new Reader("agent in charge long before", agentOf(LA_REUNION), true),
                new Reader("agent it is offered to", agentOf(RHONE), true),
                new Reader("agent elsewhere", agentOf(MAYOTTE), false),
                new Reader("agent of several elsewhere", agentOf(MAYOTTE, new PrefectureCode("2A")), false),
                new Reader("agent of several", agentOf(MAYOTTE, ISERE), true),
                new Reader("national services", NATIONAL, true));
    }

    @ParameterizedTest
    @MethodSource("fr.sejour.store.jpa.internal.ScopesContract#readers")
    void what_is_out_of_scope_reads_like_what_does_not_exist(Reader reader) {
        keep(
                waking(offered(moved(moved(aCase(1, 1), LA_REUNION, PARIS_75), PARIS_75, ISERE), RHONE), MORNING),
                at(aCase(2, 2), new PrefectureCode("13")),
                at(aCase(3, 1), new PrefectureCode("13")));
        write(records -> {
            records.people().keep(personId(1), new HeldPermitFact("held-1", aHeldPermit(), FactLevel.SEEN, MORNING));
            records.papers().add(aPaper(1, 1, 1, THAT_DAY));
            records.papers().add(aPaper(3, 3, 1, THAT_DAY));
        });
        Caller caller = reader.caller();

        Map<String, Object> answers = store.read(records -> {
            Map<String, Object> it = new LinkedHashMap<>();
            it.put("case", records.cases().find(caller, caseNumber(1)).isPresent());
            it.put("place", records.cases().place(caller, caseNumber(1)).isPresent());
            it.put(
                    "cases of person",
                    records.cases().ofPerson(caller, personId(1)).stream()
                            .anyMatch(found -> found.number().equals(caseNumber(1))));
            it.put("person", records.people().find(caller, personId(1)).isPresent());
            it.put(
                    "paper",
                    records.papers()
                            .find(caller, new AttestationNumber("SJ-0000-0000-0001"))
                            .isPresent());
            it.put(
                    "papers of person",
                    records.papers().ofPerson(caller, personId(1)).size() == 2);
            return it;
        });

        Map<String, Object> expected = new HashMap<>();
        answers.keySet().forEach(method -> expected.put(method, reader.reads()));
        assertThat(answers).isEqualTo(expected);
    }

    @Test
    void an_agent_sees_of_a_person_the_cases_of_their_own_prefecture_only() {
        keep(aCase(1, 1), at(aCase(2, 1), PARIS_75));

        List<CaseRecord> seen = store.read(records -> records.cases().ofPerson(agentOf(ISERE), personId(1)));

        assertThat(seen).extracting(CaseRecord::number).containsExactly(caseNumber(1));
    }

    @Test
    void tasks_are_read_by_who_owes_them() {
        keep(
                aCase(1, 1)
                        .withTasks(List.of(
                                aTask("isere", 1, Optional.of(ISERE), THAT_DAY),
                                aTask("jurist", 1, Optional.empty(), THAT_DAY.plusDays(1)))),
                at(aCase(2, 1), PARIS_75)
                        .withTasks(List.of(aTask("paris", 2, Optional.of(PARIS_75), THAT_DAY.plusDays(2)))));

        assertThat(tasks(agentOf(ISERE))).containsExactly("isere");
        assertThat(tasks(agentOf(PARIS_75, RHONE))).containsExactly("paris");
        assertThat(tasks(agentOf(RHONE))).isEmpty();
        assertThat(tasks(applicant(personId(1)))).isEmpty();
        assertThat(tasks(NATIONAL)).containsExactly("isere", "jurist", "paris");
    }

    private List<String> tasks(Caller caller) {
        return store
                .<List<Task>>read(records -> records.cases()
                        .openTasks(
                                caller,
                                List.copyOf(caller.prefectures()),
                                TaskQuery.Filter.NONE,
                                THAT_DAY,
                                Optional.empty(),
                                10))
                .stream()
                .map(Task::id)
                .toList();
    }
}
