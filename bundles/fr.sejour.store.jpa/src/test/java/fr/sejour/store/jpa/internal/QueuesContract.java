package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.LA_REUNION;
import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.PARIS_75;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.aTask;
import static fr.sejour.store.jpa.internal.Situations.agentOf;
import static fr.sejour.store.jpa.internal.Situations.applicant;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.ended;
import static fr.sejour.store.jpa.internal.Situations.filedAt;
import static fr.sejour.store.jpa.internal.Situations.moved;
import static fr.sejour.store.jpa.internal.Situations.offered;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static fr.sejour.store.jpa.internal.Situations.rightEnding;
import static fr.sejour.store.jpa.internal.Situations.withEverything;
import static fr.sejour.store.jpa.internal.Situations.withStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords.QueueKey;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.OfferedRow;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.core.port.QueueRow;
import fr.sejour.core.port.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which cases and tasks are read, in what order, page by page. */
abstract class QueuesContract extends ShelfContract {

    private static final LocalDate MARCH_20 = LocalDate.of(2026, 3, 20);

    QueuesContract(StoreContract contract) {
        super(contract);
    }

    /** In the order of the queue. */
    private void keepAQueue() {
        LocalDate dayBefore = THAT_DAY.minusDays(1);
        keep(
                rightEnding(aCase(50, 1), LocalDate.of(2026, 3, 12)),
                rightEnding(filedAt(aCase(60, 1), MORNING, dayBefore), MARCH_20),
                rightEnding(aCase(20, 2), MARCH_20),
                rightEnding(aCase(30, 1), MARCH_20),
                rightEnding(aCase(10, 1), LocalDate.of(2026, 12, 31)),
                filedAt(aCase(80, 1), MORNING, dayBefore),
                aCase(40, 1),
                aCase(70, 2));
    }

    private static final long[] ORDER = {50, 60, 20, 30, 10, 80, 40, 70};

    @Test
    void the_first_end_of_right_comes_first_then_filing_then_number_and_unknown_ends_last() {
        keepAQueue();

        assertThat(numbers(page(agentOf(ISERE), List.of(), Optional.empty(), Optional.empty(), 100)))
                .containsExactly(ORDER);
    }

    @Test
    void pages_by_key_join_without_gap_or_overlap_whatever_their_size() {
        keepAQueue();

        for (int size = 1; size <= 9; size++) {
            List<Long> read = new ArrayList<>();
            Optional<QueueKey> after = Optional.empty();
            while (true) {
                List<QueueRow> page = page(agentOf(ISERE), List.of(ISERE), Optional.empty(), after, size);
                if (page.isEmpty()) {
                    break;
                }
                assertThat(page.size()).isLessThanOrEqualTo(size);
                read.addAll(longs(page));
                QueueRow last = page.get(page.size() - 1);
                after = Optional.of(new QueueKey(
                        last.rightEndsOn().orElse(LocalDate.MAX),
                        last.employed(),
                        last.priority(),
                        last.filedOn(),
                        last.number()));
            }
            assertThat(read).as("pages of %s", size).containsExactly(50L, 60L, 20L, 30L, 10L, 80L, 40L, 70L);
        }
    }

    @Test
    void a_row_says_what_the_case_says() {
        CaseRecord record = withEverything(MICROSECONDS);
        keep(record);

        List<QueueRow> rows = page(NATIONAL, List.of(), Optional.empty(), Optional.empty(), 10);

        assertThat(rows)
                .containsExactly(new QueueRow(
                        caseNumber(1),
                        CaseStatus.CARD_READY,
                        new PermitCode("vpf_conjoint_francais"),
                        "Diallo",
                        "Aïssatou",
                        ISERE,
                        THAT_DAY,
                        true,
                        Optional.of(LocalDate.of(2026, 6, 30)),
                        true,
                        7,
                        new NextAct(
                                NextAct.Who.PERSON,
                                "collect",
                                LocalDate.of(2026, 4, 2),
                                Optional.of("Guichet étrangers"))));
    }

    @Test
    void cases_on_which_nobody_owes_an_act_are_in_no_queue() {
        keep(aCase(1, 1), ended(aCase(2, 1)));

        assertThat(numbers(page(NATIONAL, List.of(), Optional.empty(), Optional.empty(), 10)))
                .containsExactly(1);
    }

    @Test
    void filters_leave_what_they_name() {
        keep(
                aCase(1, 1),
                at(aCase(2, 1), PARIS_75),
                withStatus(at(aCase(3, 1), PARIS_75), CaseStatus.CARD_READY),
                at(aCase(4, 1), RHONE));

        assertThat(numbers(page(NATIONAL, List.of(), Optional.empty(), Optional.empty(), 10)))
                .containsExactly(1, 2, 3, 4);
        assertThat(numbers(page(NATIONAL, List.of(PARIS_75), Optional.empty(), Optional.empty(), 10)))
                .containsExactly(2, 3);
        assertThat(numbers(page(NATIONAL, List.of(PARIS_75, RHONE), Optional.empty(), Optional.empty(), 10)))
                .containsExactly(2, 3, 4);
        assertThat(numbers(page(NATIONAL, List.of(), Optional.of(CaseStatus.CARD_READY), Optional.empty(), 10)))
                .containsExactly(3);
        assertThat(numbers(
                        page(agentOf(PARIS_75, ISERE), List.of(), Optional.of(CaseStatus.FILED), Optional.empty(), 10)))
                .containsExactly(1, 2);
    }

    /** A condition for each filter, each met by one of the two cases. */
    @Test
    void every_filter_leaves_what_it_names_and_they_combine() {
        keep(withEverything(MICROSECONDS), aCase(2, 2));

        assertThat(found(it -> it.statuses(Set.of(CaseStatus.CARD_READY, CaseStatus.GRANTED))))
                .containsExactly(1);
        assertThat(found(it -> it.statuses(Set.of(CaseStatus.CARD_READY, CaseStatus.FILED))))
                .containsExactly(1, 2);
        assertThat(found(it -> it.permit(Optional.of(new PermitCode("etudiant")))))
                .containsExactly(2);
        assertThat(found(it -> it.channel(Optional.of(FilingChannel.SUBSTITUTE))))
                .containsExactly(1);
        assertThat(found(it -> it.complete(Optional.of(true)))).containsExactly(1);
        assertThat(found(it -> it.complete(Optional.of(false)))).containsExactly(2);
        assertThat(found(it -> it.facts(Optional.of(FactLevel.SEEN)))).containsExactly(1);
        assertThat(found(it -> it.employed(Optional.of(true)))).containsExactly(1);
        assertThat(found(it -> it.employed(Optional.of(false)))).containsExactly(2);
        assertThat(found(it -> it.rightEndsUntil(Optional.of(LocalDate.of(2026, 6, 30)))))
                .containsExactly(1);
        assertThat(found(it -> it.rightEndsUntil(Optional.of(LocalDate.of(2026, 6, 29)))))
                .isEmpty();
        assertThat(found(it -> it.filedFrom(Optional.of(THAT_DAY)).filedUntil(Optional.of(THAT_DAY))))
                .containsExactly(1, 2);
        assertThat(found(it -> it.filedFrom(Optional.of(THAT_DAY.plusDays(1))))).isEmpty();
        assertThat(found(it -> it.filedUntil(Optional.of(THAT_DAY.minusDays(1)))))
                .isEmpty();
        assertThat(found(it -> it.nextAct(Optional.of("take-up")))).containsExactly(2);
        assertThat(found(it -> it.transfer(Optional.of(true)))).containsExactly(1);
        assertThat(found(it -> it.transfer(Optional.of(false)))).containsExactly(2);
        assertThat(found(it -> it.number(Optional.of(caseNumber(2))))).containsExactly(2);
        assertThat(found(it -> it.complete(Optional.of(true))
                        .facts(Optional.of(FactLevel.SEEN))
                        .statuses(Set.of(CaseStatus.CARD_READY))))
                .containsExactly(1);
        assertThat(found(it -> it.complete(Optional.of(true)).facts(Optional.of(FactLevel.VERIFIED))))
                .isEmpty();
    }

    @Test
    void overdue_tasks_and_likely_duplicates_are_filters_too() {
        keep(
                aCase(1, 1).withTasks(List.of(aTask("one", 1, Optional.of(ISERE), THAT_DAY))),
                aCase(2, 2)
                        .withRelated(
                                List.of(new RelatedCase(caseNumber(1), RelatedCase.Link.LIKELY_DUPLICATE, Set.of()))),
                aCase(3, 3)
                        .withRelated(List.of(new RelatedCase(caseNumber(1), RelatedCase.Link.KEPT_APART, Set.of()))));

        assertThat(found(it -> it.task(Optional.of(Task.Kind.DECIDE)))).containsExactly(1);
        assertThat(found(it -> it.task(Optional.of(Task.Kind.NOTIFY)))).isEmpty();
        assertThat(found(it -> it.duplicate(Optional.of(true)))).containsExactly(2);
        assertThat(found(it -> it.duplicate(Optional.of(false)))).containsExactly(1, 3);
        LocalDate due = LocalDate.of(2026, 3, 20);
        assertThat(late(due)).isEmpty();
        assertThat(late(due.plusDays(1))).hasSize(3);
    }

    private List<QueueRow> late(LocalDate today) {
        QueueFilter overdue =
                QueueFilterBuilder.builder().overdue(Optional.of(true)).build();
        return store.read(records -> records.cases().queue(NATIONAL, List.of(), overdue, today, Optional.empty(), 10));
    }

    @Test
    void a_name_is_found_by_the_beginnings_of_its_words_within_the_readers_scope() {
        keep(aCase(1, 1), aCase(2, 2), at(aCase(3, 3), RHONE));
        rename(2, "N'Guessan-Koné", "Marie Ange");
        rename(3, "Nguyễn", "Thị Ánh");

        assertThat(called("nguessan")).containsExactly(2);
        assertThat(called("KONE mar")).containsExactly(2);
        assertThat(called("ange n’gue")).containsExactly(2);
        assertThat(called("ng")).containsExactly(2, 3);
        assertThat(called("nguyen anh")).containsExactly(3);
        assertThat(called("uessan")).isEmpty();
        assertThat(called("kone paul")).isEmpty();
        assertThat(called("diallo")).containsExactly(1);
        for (String harmless : List.of("%", "_", "di%lo", "d_llo", "😀", "' OR 1=1 --", "z".repeat(1000))) {
            assertThat(called(harmless)).as(harmless).isEmpty();
        }
        QueueFilter inRhone =
                QueueFilterBuilder.builder().name(Optional.of("nguyen")).build();
        assertThat(numbers(page(agentOf(ISERE), List.of(), inRhone, Optional.empty(), 10)))
                .isEmpty();
        assertThat(numbers(page(agentOf(RHONE), List.of(), inRhone, Optional.empty(), 10)))
                .containsExactly(3);
    }

    @Test
    void a_name_of_many_people_is_found_page_by_page() {
        CaseRecord[] many = new CaseRecord[230];
        for (int at = 0; at < many.length; at++) {
            many[at] = aCase(at + 1, at + 1);
        }
        keep(many);
        rename(230, "Diallo", "Zoé");
        QueueFilter diallo =
                QueueFilterBuilder.builder().name(Optional.of("diallo")).build();

        List<QueueRow> first = page(NATIONAL, List.of(), diallo, Optional.empty(), 200);

        assertThat(first).hasSize(200);
        assertThat(called("zoe diallo")).containsExactly(230);
    }

    private void rename(int person, String family, String given) {
        PersonRecord before = aPerson(person);
        store.write(records -> {
            records.people()
                    .change(PersonRecordBuilder.builder()
                            .id(before.id())
                            .civilStatus(new CivilStatus(
                                    family,
                                    given,
                                    before.civilStatus().birthDate(),
                                    before.civilStatus().nationality()))
                            .civilStatusLevel(before.civilStatusLevel())
                            .contact(before.contact())
                            .foreignerNumber(before.foreignerNumber())
                            .protection(before.protection())
                            .heldPermits(before.heldPermits())
                            .build());
            return person;
        });
    }

    private long[] called(String name) {
        return found(it -> it.name(Optional.of(name)));
    }

    private long[] found(UnaryOperator<QueueFilterBuilder> asked) {
        QueueFilter filter = asked.apply(QueueFilterBuilder.builder().prefecture(Optional.empty()))
                .build();
        return numbers(page(NATIONAL, List.of(), filter, Optional.empty(), 200));
    }

    @Test
    void words_are_found_wherever_they_stand_in_a_case_or_refused_plainly() {
        keep(aCase(1, 1), aCase(2, 2), at(aCase(3, 3), RHONE));
        rename(2, "N'Guessan-Koné", "Оксана");
        rename(3, "Nguyễn", "Thị Ánh");
        said(1, "Le domicile a changé : voir l'arrêté du greffe. ЗАЯВЛЕНИЕ");
        said(1, "Domicile vérifié, مُحَمَّد présent");
        said(3, "domicile");

        assertWorded("domicile", 1, 3);
        assertWorded("DOMICILE greffe", 1);
        assertWorded("verifie change", 1);
        assertWorded("заявление", 1);
        assertWorded("محمد", 1);
        assertWorded("nguessan", 2);
        assertWorded("оксана koné", 2);
        assertWorded("anh domicile", 3);
        assertWorded("0000000000000000002", 2);
        assertWorded("etudiant", 1, 2, 3);
        assertWorded("etudiant diallo arrete", 1);
        assertWorded("domi");
        assertWorded("domicile oksana");
    }

    @Test
    void words_that_mean_something_to_a_database_are_words_or_nothing() {
        keep(aCase(1, 1), aCase(2, 2));
        said(1, "or not and 38");

        assertWorded("or", 1);
        assertWorded("not and", 1);
        assertWorded("-not", 1);
        assertWorded("38", 1);
        for (String harmless :
                List.of("%", "_", "'", "''", "\\", "a:*", "!etudiant2", "& | ! ( )", "😀", "' OR 1=1 --", "\"<->\"")) {
            assertWorded(harmless);
        }
        assertWorded("@38", 1);
        assertWorded("z".repeat(1000));
    }

    @Test
    void words_follow_what_changes_and_go_when_they_are_erased() {
        keep(aCase(1, 1), aCase(2, 2));
        said(1, "domicile");
        said(1, "litige");
        said(2, "domicile");
        assertWorded("diallo", 1, 2);

        rename(1, "Traoré", "Awa");
        raw.run("DELETE FROM journal_statement WHERE words = 'litige'");
        write(records -> records.cases().change(at(aCase(2, 2), RHONE)));

        assertWorded("diallo", 2);
        assertWorded("traore domicile", 1);
        assertWorded("litige");
        assertWorded("domicile", 1, 2);
        assertWorded(agentOf(ISERE), "domicile", 1);
        assertWorded(agentOf(RHONE), "domicile", 2);
        write(records -> records.cases().change(ended(aCase(1, 1))));
        assertWorded("domicile", 2);
    }

    @Test
    void words_are_searched_in_the_queues_of_their_reader_and_with_other_filters() {
        keep(
                aCase(1, 1),
                at(aCase(2, 2), RHONE),
                withStatus(at(aCase(3, 3), PARIS_75), CaseStatus.CARD_READY),
                offered(aCase(4, 1), RHONE));
        LongStream.rangeClosed(1, 4).forEach(number -> said(number, "domicile"));

        assertWorded("domicile", 1, 2, 3, 4);
        assertWorded(agentOf(ISERE), "domicile", 1, 4);
        assertWorded(agentOf(RHONE, PARIS_75), "domicile", 2, 3);
        assertWorded(agentOf(LA_REUNION), "domicile");
        assertWorded(applicant(personId(1)), "domicile");
        assertWorded(NATIONAL, it -> it.statuses(Set.of(CaseStatus.CARD_READY)), "domicile", 3);
        assertWorded(NATIONAL, it -> it.transfer(Optional.of(true)), "domicile", 4);
        assertWorded(NATIONAL, it -> it.name(Optional.of("dia")), "domicile", 1, 2, 3, 4);
        assertWorded(NATIONAL, it -> it.number(Optional.of(caseNumber(2))), "domicile", 2);
    }

    private void said(long number, String words) {
        write(records -> records.cases()
                .write(
                        caseNumber(number),
                        new JournalEntry(
                                MORNING,
                                "agent-7",
                                "withdraw",
                                "",
                                Optional.empty(),
                                Optional.of(new Statement("salt", words)))));
    }

    private void assertWorded(String text, long... expected) {
        assertWorded(NATIONAL, text, expected);
    }

    private void assertWorded(Caller caller, String text, long... expected) {
        assertWorded(caller, it -> it, text, expected);
    }

    /** Where the database does not search words, it says so, and finds nothing wrongly. */
    private void assertWorded(Caller caller, UnaryOperator<QueueFilterBuilder> asked, String text, long... expected) {
        QueueFilter filter = asked.apply(QueueFilterBuilder.builder().prefecture(Optional.empty()))
                .text(Optional.of(text))
                .build();
        assertThat(store.<Boolean>read(records -> records.cases().searchesText()))
                .isEqualTo(contract.searchesText());
        if (contract.searchesText()) {
            assertThat(numbers(page(caller, List.of(), filter, Optional.empty(), 10)))
                    .as(text)
                    .containsExactly(expected);
        } else {
            assertThatThrownBy(() -> page(caller, List.of(), filter, Optional.empty(), 10))
                    .isInstanceOfSatisfying(
                            CaseException.class,
                            it -> assertThat(it.code()).isEqualTo(ErrorCode.FULL_TEXT_UNAVAILABLE));
        }
    }

    @Test
    void an_agent_reads_the_queues_of_their_prefectures_and_no_other() {
        keep(aCase(1, 1), at(aCase(2, 1), PARIS_75), moved(aCase(3, 1), ISERE, RHONE), offered(aCase(4, 1), RHONE));

        assertThat(numbers(page(agentOf(ISERE), List.of(), Optional.empty(), Optional.empty(), 10)))
                .containsExactly(1, 4);
        assertThat(numbers(page(agentOf(RHONE), List.of(), Optional.empty(), Optional.empty(), 10)))
                .containsExactly(3);
        assertThat(numbers(page(agentOf(ISERE), List.of(PARIS_75), Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
        assertThat(numbers(page(agentOf(ISERE), List.of(PARIS_75, ISERE), Optional.empty(), Optional.empty(), 10)))
                .containsExactly(1, 4);
        assertThat(numbers(page(applicant(personId(1)), List.of(), Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
    }

    @Test
    void what_is_offered_is_told_to_whom_it_is_offered_the_first_to_be_done_first() {
        keep(
                aCase(1, 1),
                offeredUntil(aCase(2, 1), RHONE, THAT_DAY.plusDays(9)),
                offeredUntil(aCase(3, 1), RHONE, THAT_DAY.plusDays(7)),
                offeredUntil(at(aCase(4, 1), RHONE), PARIS_75, THAT_DAY.plusDays(7)));

        assertThat(offeredTo(agentOf(RHONE), 10)).containsExactly(3L, 2L);
        assertThat(offeredTo(agentOf(RHONE), 1)).containsExactly(3L);
        assertThat(offeredTo(agentOf(ISERE), 10)).isEmpty();
        assertThat(offeredTo(agentOf(PARIS_75, RHONE), 10)).containsExactly(3L, 4L, 2L);
        assertThat(offeredTo(NATIONAL, 10)).containsExactly(3L, 4L, 2L);
        assertThat(offeredTo(applicant(personId(1)), 10)).isEmpty();
        OfferedRow row = store.read(records -> records.cases().offered(agentOf(PARIS_75), 10))
                .get(0);
        assertThat(row.from()).isEqualTo(RHONE);
        assertThat(row.familyName()).isEqualTo("Diallo");
        assertThat(row.offer().completesOn()).isEqualTo(LocalDate.of(2026, 3, 17));
    }

    private List<Long> offeredTo(Caller caller, int limit) {
        return store.read(records -> records.cases().offered(caller, limit)).stream()
                .map(row -> Long.valueOf(row.number().value()))
                .toList();
    }

    @Test
    void a_page_is_one_statement() {
        keepAQueue();

        List<String> statements = watched.during(
                () -> page(agentOf(ISERE, PARIS_75), List.of(), Optional.of(CaseStatus.FILED), Optional.empty(), 5));

        assertThat(statements).hasSize(1);
    }

    private List<QueueRow> page(
            Caller caller,
            List<PrefectureCode> prefectures,
            Optional<CaseStatus> status,
            Optional<QueueKey> after,
            int limit) {
        QueueFilter filter = QueueFilterBuilder.builder()
                .statuses(status.map(Set::of).orElse(Set.of()))
                .build();
        return page(caller, prefectures, filter, after, limit);
    }

    private List<QueueRow> page(
            Caller caller, List<PrefectureCode> prefectures, QueueFilter filter, Optional<QueueKey> after, int limit) {
        return store.read(records -> records.cases().queue(caller, prefectures, filter, THAT_DAY, after, limit));
    }

    private long[] numbers(List<QueueRow> rows) {
        return rows.stream()
                .mapToLong(row -> Long.parseLong(row.number().value()))
                .toArray();
    }

    private List<Long> longs(List<QueueRow> rows) {
        return rows.stream().map(row -> Long.valueOf(row.number().value())).toList();
    }

    private static CaseRecord offeredUntil(CaseRecord record, PrefectureCode to, LocalDate day) {
        return record.withStanding(
                record.standing().withTransfer(Optional.of(new PendingTransfer(to, day, "A moved"))));
    }
}
