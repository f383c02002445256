package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aHeldPermit;
import static fr.sejour.store.jpa.internal.Situations.aPaper;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.ended;
import static fr.sejour.store.jpa.internal.Situations.filedAt;
import static fr.sejour.store.jpa.internal.Situations.inGrenoble;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static fr.sejour.store.jpa.internal.Situations.waking;
import static fr.sejour.store.jpa.internal.Situations.withEverything;
import static fr.sejour.store.jpa.internal.Situations.withStatus;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.DueRecords.Due;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.PersonFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which cases the clock has something to do on, who takes them, and what is known of their people. */
abstract class DueContract extends ShelfContract {

    private static final Instant LATER = MORNING.plusSeconds(60);

    DueContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void due_cases_come_longest_due_first_and_by_number_a_chunk_after_the_other() {
        keep(
                waking(aCase(1, 1), LATER),
                waking(aCase(3, 1), MORNING),
                waking(aCase(2, 2), MORNING),
                waking(aCase(4, 1), MORNING.minusSeconds(1)),
                waking(aCase(5, 1), LATER.plusSeconds(1)),
                aCase(6, 1));

        assertThat(claim(Optional.empty(), 10))
                .containsExactly(
                        new Due(caseNumber(4), personId(1), MORNING.minusSeconds(1)),
                        new Due(caseNumber(2), personId(2), MORNING),
                        new Due(caseNumber(3), personId(1), MORNING),
                        new Due(caseNumber(1), personId(1), LATER));
        List<Due> two = claim(Optional.empty(), 2);
        assertThat(numbers(two)).containsExactly(caseNumber(4), caseNumber(2));
        assertThat(numbers(claim(Optional.of(two.get(1)), 2))).containsExactly(caseNumber(3), caseNumber(1));
    }

    @Test
    void a_person_in_another_hand_is_passed_over_or_waited_for_and_never_in_two_hands() throws Exception {
        keep(waking(aCase(1, 1), MORNING), waking(aCase(2, 2), MORNING));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch claimed = new CountDownLatch(1);

        List<List<CaseNumber>> hands = Together.run(
                2,
                hand -> store.write(records -> {
                    if (hand == 0) {
                        List<Due> mine = records.due().claim(LATER, Optional.empty(), 1);
                        held.countDown();
                        // where nobody is passed over the other one cannot claim before this one ends
                        await(claimed, records.due().passesOver() ? 10_000 : 200);
                        mine.forEach(due -> records.cases()
                                .change(waking(
                                        records.cases()
                                                .find(Situations.NATIONAL, due.number())
                                                .orElseThrow(),
                                        LATER.plusSeconds(9))));
                        return numbers(mine);
                    }
                    await(held, 10_000);
                    List<Due> theirs = records.due().claim(LATER, Optional.empty(), 10);
                    claimed.countDown();
                    return numbers(theirs);
                }));

        assertThat(hands.get(0)).containsExactly(caseNumber(1));
        assertThat(hands.get(1)).containsExactly(caseNumber(2));
    }

    @Test
    void the_file_of_a_person_holds_what_their_tables_hold() {
        CaseRecord whole = withEverything(MORNING);
        CaseRecord followed = withStatus(aCase(9, 9), CaseStatus.REFUSED);
        CaseRecord second = filedAt(aCase(2, 2), MORNING, THAT_DAY)
                .withFollows(
                        Optional.of(FollowedCase.declared(followed.number()).confirmed()));
        CaseRecord newest = ended(filedAt(aCase(3, 2), MORNING.plusSeconds(5), THAT_DAY));
        keep(whole, second, newest, followed);
        HeldPermitFact permit = new HeldPermitFact("held-1", aHeldPermit(), FactLevel.SEEN, MORNING);
        write(records -> {
            records.people().keep(personId(2), permit);
            records.people().keepResidence(personId(2), inGrenoble(MORNING));
            records.papers().add(aPaper(2, 2, 2, THAT_DAY.plusMonths(3)));
            records.papers().add(aPaper(1, 2, 2, THAT_DAY));
        });

        List<PersonFile> files = store.read(records -> records.due()
                .files(List.of(personId(2), personId(7), whole.filed().person())));

        assertThat(files)
                .containsExactly(
                        new PersonFile(
                                aPerson(2).withHeldPermits(List.of(permit)),
                                Optional.of(inGrenoble(MORNING)),
                                List.of(newest, second),
                                List.of(aPaper(1, 2, 2, THAT_DAY), aPaper(2, 2, 2, THAT_DAY.plusMonths(3))),
                                Optional.empty(),
                                Map.of(followed.number(), CaseStatus.REFUSED)),
                        new PersonFile(
                                aPerson(1), Optional.empty(), List.of(whole), List.of(), Optional.empty(), Map.of()));
    }

    @Test
    void people_in_hand_are_read_as_well_and_can_be_changed_at_once() {
        keep(waking(aCase(1, 1), MORNING), waking(aCase(2, 1), LATER), waking(aCase(3, 2), MORNING));

        write(records -> {
            List<PersonId> people = records.due().claim(LATER, Optional.empty(), 10).stream()
                    .map(Due::person)
                    .distinct()
                    .toList();
            records.due().files(people).stream()
                    .flatMap(file -> file.cases().stream())
                    .forEach(record -> records.cases().change(withStatus(record, CaseStatus.UNDER_REVIEW)));
        });

        assertThat(raw.rows("SELECT case_number, version, status FROM permit_case ORDER BY case_number"))
                .containsExactly(
                        caseNumber(1) + "|2|UNDER_REVIEW",
                        caseNumber(2) + "|2|UNDER_REVIEW",
                        caseNumber(3) + "|2|UNDER_REVIEW");
    }

    @Test
    void each_table_is_asked_once_for_many_people_as_for_one() {
        keep(IntStream.rangeClosed(1, 40).mapToObj(n -> aCase(n, n)).toArray(CaseRecord[]::new));

        int ofOne = asked(List.of(personId(1)));
        int ofMany = asked(
                IntStream.rangeClosed(1, 40).mapToObj(Situations::personId).toList());

        assertThat(ofOne).isPositive();
        assertThat(ofMany).isEqualTo(ofOne);
    }

    private int asked(List<PersonId> people) {
        return watched.during(() -> store.read(records -> records.due().files(people)))
                .size();
    }

    private List<Due> claim(Optional<Due> after, int limit) {
        return store.write(records -> records.due().claim(LATER, after, limit));
    }

    private static List<CaseNumber> numbers(List<Due> due) {
        return due.stream().map(Due::number).toList();
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            assertThat(latch.await(millis, TimeUnit.MILLISECONDS) || millis < 1_000)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
