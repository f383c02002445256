package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ACCOUNT;
import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NANOSECONDS;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.PARIS;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.aTask;
import static fr.sejour.store.jpa.internal.Situations.agentOf;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.ended;
import static fr.sejour.store.jpa.internal.Situations.evidenceId;
import static fr.sejour.store.jpa.internal.Situations.filedAt;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static fr.sejour.store.jpa.internal.Situations.rightEnding;
import static fr.sejour.store.jpa.internal.Situations.waking;
import static fr.sejour.store.jpa.internal.Situations.withEverything;
import static fr.sejour.store.jpa.internal.Situations.withStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecordBuilder;
import fr.sejour.core.port.CaseRecords.Overtaken;
import fr.sejour.core.port.DueRecords.Due;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.UploadRecord;
import fr.sejour.core.port.WrappedKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What is kept of a case, and found again. */
abstract class CasesContract extends ShelfContract {

    CasesContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void a_case_comes_back_as_it_was_kept_with_everything_a_case_can_have() {
        CaseRecord kept = withEverything(NANOSECONDS);
        keep(kept);

        CaseRecord back = found(1);

        assertThat(back).isEqualTo(withEverything(MICROSECONDS));
    }

    @Test
    void a_case_comes_back_with_nothing_optional() {
        CaseRecord kept = ended(aCase(1, 1));
        keep(kept);

        assertThat(found(1)).isEqualTo(kept);
    }

    @Test
    void a_dba_reads_a_case_without_a_manual() {
        keep(rightEnding(aCase(1, 1), LocalDate.of(2026, 3, 31)));

        assertThat(raw.rows("SELECT case_number, version, permit, status, prefecture, commune, filed_on, next_who,"
                        + " next_what, next_by, right_ends_on, complete_on, queue_key FROM permit_case"))
                .containsExactly("0000000000000000001|1|etudiant|FILED|38|38185|2026-03-10|PREFECTURE|take-up|"
                        + "2026-03-20|2026-03-31|-|2026033119202603100000000000000000001");
    }

    @Test
    void a_change_keeps_every_part_under_the_next_version() {
        keep(withEverything(MICROSECONDS));
        CaseRecord before = found(1);
        FiledRecord known = before.filed()
                .holding(new HeldPermit(
                        new PermitCode("etudiant"),
                        "T9",
                        Optional.empty(),
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2026, 8, 31)));
        CaseRecord changed = CaseRecordBuilder.builder()
                .number(before.number())
                .version(1)
                .filed(known)
                .standing(aCase(1, 1).standing().withStatus(CaseStatus.UNDER_REVIEW))
                .pieces(List.of(
                        new PieceRecord(
                                new PieceType("photo"),
                                PieceFile.State.REFUSED,
                                Optional.empty(),
                                Optional.of(
                                        new PieceFinding(ACCOUNT, MICROSECONDS, "Illisible", Optional.empty(), false))),
                        before.pieces().get(0)))
                .clocks(before.clocks().subList(1, 2))
                .tasks(List.of(aTask("task-9", 1, Optional.of(ISERE), LocalDate.of(2026, 4, 1))))
                .build();

        write(records -> records.cases().change(changed));

        assertThat(found(1))
                .isEqualTo(CaseRecordBuilder.builder()
                        .number(before.number())
                        .version(2)
                        .filed(changed.filed())
                        .standing(changed.standing())
                        .pieces(changed.pieces())
                        .clocks(changed.clocks())
                        .tasks(changed.tasks())
                        .build());
    }

    @Test
    void parts_that_come_later_are_kept() {
        keep(aCase(1, 1));
        CaseRecord full = withEverything(MICROSECONDS);

        write(records -> records.cases()
                .change(found(1).withStanding(full.standing())
                        .withPieces(full.pieces())
                        .withClocks(full.clocks())
                        .withTasks(full.tasks())
                        .withDecision(full.decision())
                        .withCollection(full.collection())
                        .withOrders(full.orders())
                        .withRelated(full.related())));

        CaseRecord back = found(1);
        assertThat(back.version()).isEqualTo(2);
        assertThat(back.standing()).isEqualTo(full.standing());
        assertThat(back.pieces()).isEqualTo(full.pieces());
        assertThat(back.clocks()).isEqualTo(full.clocks());
        assertThat(back.tasks()).isEqualTo(full.tasks());
        assertThat(back.decision()).isEqualTo(full.decision());
        assertThat(back.collection()).isEqualTo(full.collection());
    }

    @Test
    void a_filing_date_becomes_earlier_and_never_later() {
        keep(aCase(1, 1));
        CaseRecord earlier = filedAt(aCase(1, 1), Instant.parse("2026-01-01T00:00:00Z"), LocalDate.of(2026, 1, 1));
        write(records -> records.cases().change(earlier));
        CaseRecord later = filedAt(found(1), MORNING, THAT_DAY);

        assertThatThrownBy(() -> write(records -> records.cases().change(later)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A filing date never becomes later");

        assertThat(found(1).filed()).isEqualTo(earlier.filed());
    }

    @Test
    void a_work_reads_what_it_wrote() {
        write(records -> records.people().add(aPerson(1)));

        CaseRecord seen = store.write(records -> {
            records.cases().add(aCase(1, 1));
            CaseRecord first = records.cases().find(NATIONAL, caseNumber(1)).orElseThrow();
            records.cases().change(first.withStanding(first.standing().withStatus(CaseStatus.UNDER_REVIEW)));
            return records.cases().find(NATIONAL, caseNumber(1)).orElseThrow();
        });

        assertThat(seen.version()).isEqualTo(2);
        assertThat(seen.standing().status()).isEqualTo(CaseStatus.UNDER_REVIEW);
    }

    @Test
    void the_cases_of_a_person_come_newest_filing_first() {
        keep(
                filedAt(aCase(1, 1), MORNING.plusSeconds(5), THAT_DAY),
                filedAt(aCase(2, 1), MORNING.plusSeconds(9), THAT_DAY),
                filedAt(aCase(3, 1), MORNING.plusSeconds(1), THAT_DAY),
                aCase(4, 2));

        List<CaseRecord> cases = store.read(records -> records.cases().ofPerson(NATIONAL, personId(1)));

        assertThat(cases).extracting(CaseRecord::number).containsExactly(caseNumber(2), caseNumber(1), caseNumber(3));
    }

    @Test
    void an_instant_in_an_hour_that_france_skips_stays_where_it_is() {
        TimeZone before = TimeZone.getDefault();
        Instant skipped = Instant.parse("2026-03-29T02:30:00.123456Z");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(PARIS));
            keep(waking(filedAt(aCase(1, 1), skipped, LocalDate.of(2026, 3, 29)), skipped));

            assertThat(found(1).filed().filedAt()).isEqualTo(skipped);
            assertThat(raw.rows("SELECT {fn HOUR(filed_at)}, {fn MINUTE(filed_at)} FROM permit_case"))
                    .containsExactly("2|30");
            assertThat(due(skipped.minusMillis(1))).isEmpty();
            assertThat(due(skipped)).containsExactly(new Due(caseNumber(1), personId(1), skipped));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void the_files_of_a_person_come_back_with_every_version_they_were_given_as() {
        keep(aCase(1, 1), aCase(2, 1));
        PieceType passport = new PieceType("passeport");
        write(records -> {
            records.evidence().keepKey(personId(1), new WrappedKey("first"));
            records.evidence().add(aFile(1, 1, ScanState.WAITING));
            records.evidence().add(aFile(2, 1, ScanState.CLEAN));
            records.evidence().addVersion(caseNumber(1), aVersion(1, 1));
            records.evidence()
                    .endVersion(
                            caseNumber(1), passport, 1, new PieceVersion.End(MICROSECONDS, PieceVersion.How.REPLACED));
            records.evidence().addVersion(caseNumber(1), aVersion(2, 2));
            records.evidence().addVersion(caseNumber(2), aVersion(1, 1));
        });

        List<PieceVersion> versions = store.read(records -> records.evidence().versions(caseNumber(1)));

        assertThat(versions)
                .extracting(PieceVersion::version, it -> it.end().map(PieceVersion.End::how), PieceVersion::scan)
                .containsExactly(
                        tuple(1, Optional.of(PieceVersion.How.REPLACED), ScanState.WAITING),
                        tuple(2, Optional.empty(), ScanState.CLEAN));
        assertThat(versions.get(1)).isEqualTo(aVersion(2, 2));
        assertThat(store.<List<CaseNumber>>read(records -> records.evidence().uses(evidenceId(1))))
                .containsExactly(caseNumber(1), caseNumber(2));
        assertThat(store.<Optional<EvidenceRecord>>read(
                        records -> records.evidence().named(personId(1), "name-2")))
                .contains(aFile(2, 1, ScanState.CLEAN));
        assertThat(store.<Optional<EvidenceRecord>>read(
                        records -> records.evidence().named(personId(2), "name-2")))
                .isEmpty();
        assertThat(store.<Set<String>>read(records -> records.evidence().known(Set.of("name-1", "name-2", "name-3"))))
                .containsExactlyInAnyOrder("name-1", "name-2");
    }

    @Test
    void what_the_scanner_says_of_a_file_stands_wherever_it_is_used() {
        keep(withEverything(MICROSECONDS));
        write(records -> {
            records.evidence().add(aFile(1, 1, ScanState.WAITING));
            records.evidence().addVersion(caseNumber(1), aVersion(1, 1));
        });
        assertThat(store.<List<EvidenceRecord>>read(
                        records -> records.evidence().waiting(9)))
                .containsExactly(aFile(1, 1, ScanState.WAITING));

        write(records -> records.evidence().judge(evidenceId(1), ScanState.CLEAN));

        assertThat(store.<List<EvidenceRecord>>read(
                        records -> records.evidence().waiting(9)))
                .isEmpty();
        assertThat(store.<List<PieceVersion>>read(records -> records.evidence().versions(caseNumber(1))))
                .extracting(PieceVersion::scan)
                .containsExactly(ScanState.CLEAN);
        assertThat(found(1).pieces().get(0).given().orElseThrow().scan()).isEqualTo(ScanState.CLEAN);
        assertThat(found(1).version()).isEqualTo(1);
    }

    @Test
    void the_key_of_a_person_is_kept() {
        keep(aCase(1, 1));
        write(records -> records.evidence().keepKey(personId(1), new WrappedKey("wrapped")));
        assertThat(raw.rows("SELECT person_id, wrapped_key FROM person_key"))
                .containsExactly(personId(1).value() + "|wrapped");
        assertThat(store.<Optional<WrappedKey>>read(
                        records -> records.evidence().key(personId(1))))
                .contains(new WrappedKey("wrapped"));
        assertThat(store.<Optional<WrappedKey>>read(
                        records -> records.evidence().key(personId(2))))
                .isEmpty();
    }

    @Test
    void an_upload_is_known_until_it_is_forgotten_or_swept() {
        keep(aCase(1, 1));
        UploadRecord first = anUpload("a", MORNING);
        UploadRecord second = anUpload("b", MORNING.plusSeconds(60));
        write(records -> {
            records.evidence().begin(first);
            records.evidence().begin(second);
        });
        write(records -> records.evidence().finish(second.id()));

        write(records -> records.evidence().sweepUploads(MORNING.plusSeconds(1)));

        assertThat(store.<Optional<UploadRecord>>read(
                        records -> records.evidence().upload(first.id())))
                .isEmpty();
        assertThat(store.<Optional<UploadRecord>>read(
                        records -> records.evidence().upload(second.id())))
                .map(UploadRecord::finished)
                .contains(true);
        write(records -> records.evidence().forget(second.id()));
        assertThat(raw.count("upload")).isZero();
    }

    private UploadRecord anUpload(String digit, Instant expiresAt) {
        return new UploadRecord(
                new UploadId(digit.repeat(32)),
                ACCOUNT,
                caseNumber(1),
                new PieceType("passeport"),
                10_000_000,
                Optional.of("pdf"),
                expiresAt,
                false);
    }

    private EvidenceRecord aFile(int number, int person, ScanState scan) {
        return new EvidenceRecord(
                evidenceId(number),
                personId(person),
                "name-" + number,
                "application/pdf",
                1000L + number,
                "cd".repeat(32),
                scan,
                MICROSECONDS.plusSeconds(number));
    }

    private PieceVersion aVersion(int version, int file) {
        return new PieceVersion(
                new PieceType("passeport"),
                version,
                evidenceId(file),
                "application/pdf",
                1000L + file,
                "cd".repeat(32),
                file == 1 ? ScanState.WAITING : ScanState.CLEAN,
                MICROSECONDS,
                ACCOUNT,
                Optional.empty());
    }

    @Test
    void a_case_that_nobody_knows_is_absent() {
        assertThat(store.<Optional<CaseRecord>>read(records -> records.cases().find(NATIONAL, caseNumber(404))))
                .isEmpty();
    }

    @Test
    void open_cases_are_counted_by_status_and_ended_ones_are_not() {
        keep(
                aCase(1, 1),
                aCase(2, 1),
                withStatus(aCase(3, 1), CaseStatus.CARD_READY),
                ended(aCase(4, 1)),
                withStatus(aCase(5, 1), CaseStatus.HANDED_OVER));

        Map<CaseStatus, Long> counts = store.read(records -> records.cases().countByStatus());

        assertThat(counts).isEqualTo(Map.of(CaseStatus.FILED, 2L, CaseStatus.CARD_READY, 1L));
    }

    private List<Due> due(Instant now) {
        return store.write(records -> records.due().claim(now, Optional.empty(), 10));
    }

    @Test
    void the_case_that_one_follows_comes_back_with_what_was_made_of_it() {
        FollowedCase followed = FollowedCase.declared(caseNumber(7));
        keep(aCase(1, 1).withFollows(Optional.of(followed)), aCase(2, 2));

        assertThat(found(1).follows()).contains(followed);
        assertThat(found(2).follows()).isEmpty();

        FollowedCase ended = followed.instead(caseNumber(2)).ended(CaseStatus.REFUSED, LocalDate.of(2026, 3, 12));
        write(records -> records.cases().change(found(1).withFollows(Optional.of(ended))));

        assertThat(found(1).follows()).contains(ended);
        assertThat(raw.rows("SELECT follows_number, follows_standing, follows_typed, follows_end, follows_look_since"
                        + " FROM permit_case WHERE case_number = '" + caseNumber(1) + "'"))
                .containsExactly(caseNumber(2) + "|CONFIRMED|" + caseNumber(7) + "|REFUSED|2026-03-12");
    }

    @Test
    void what_follows_a_case_is_read_by_number_within_the_readers_scope() {
        keep(
                confirmed(aCase(3, 3), 1),
                aCase(2, 2).withFollows(Optional.of(FollowedCase.declared(caseNumber(1)))),
                confirmed(at(aCase(4, 4), RHONE), 1),
                confirmed(aCase(5, 5), 2),
                aCase(1, 1));

        assertThat(following(NATIONAL)).containsExactly(caseNumber(2), caseNumber(3), caseNumber(4));
        assertThat(following(agentOf(ISERE))).containsExactly(caseNumber(2), caseNumber(3));
    }

    private List<CaseNumber> following(Caller caller) {
        return store.read(records -> records.cases().following(caller, caseNumber(1)).stream()
                .map(CaseRecord::number)
                .toList());
    }

    @Test
    void what_ended_meanwhile_is_noted_once_on_the_cases_that_are_confirmed_to_follow_it() {
        keep(
                status(aCase(1, 1), CaseStatus.REFUSED),
                aCase(2, 2),
                status(aCase(3, 3), CaseStatus.HANDED_OVER),
                confirmed(aCase(11, 11), 1),
                confirmed(aCase(12, 12), 2),
                confirmed(aCase(13, 13), 3),
                confirmed(aCase(14, 14), 4),
                aCase(15, 15).withFollows(Optional.of(FollowedCase.declared(caseNumber(1)))),
                confirmed(ended(aCase(16, 16)), 1),
                noted(aCase(17, 17), 1, CaseStatus.REFUSED),
                noted(aCase(18, 18), 1, CaseStatus.SILENTLY_REFUSED),
                noted(aCase(19, 19), 2, CaseStatus.WITHDRAWN));

        assertThat(overtaken(Optional.empty(), 10))
                .isEqualTo(new Overtaken(List.of(caseNumber(11), caseNumber(18), caseNumber(19)), Optional.empty()));
        assertThat(overtaken(Optional.empty(), 1))
                .isEqualTo(new Overtaken(List.of(caseNumber(11), caseNumber(18)), Optional.of(caseNumber(1))));
        assertThat(overtaken(Optional.of(caseNumber(1)), 1))
                .isEqualTo(new Overtaken(List.of(caseNumber(19)), Optional.of(caseNumber(2))));
        assertThat(overtaken(Optional.of(caseNumber(4)), 1)).isEqualTo(new Overtaken(List.of(), Optional.empty()));
    }

    private Overtaken overtaken(Optional<CaseNumber> after, int followers) {
        return store.read(records -> records.cases().overtaken(NATIONAL, after, followers));
    }

    private static CaseRecord confirmed(CaseRecord record, int followed) {
        return record.withFollows(
                Optional.of(FollowedCase.declared(caseNumber(followed)).confirmed()));
    }

    private static CaseRecord noted(CaseRecord record, int followed, CaseStatus end) {
        return record.withFollows(Optional.of(
                FollowedCase.declared(caseNumber(followed)).confirmed().ended(end, LocalDate.of(2026, 3, 12))));
    }

    private static CaseRecord status(CaseRecord record, CaseStatus status) {
        return record.withStanding(record.standing().withStatus(status));
    }

    @Test
    void tasks_past_a_day_are_counted() {
        keep(aCase(1, 1)
                .withTasks(List.of(
                        aTask("a", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 9)),
                        aTask("b", 1, Optional.empty(), LocalDate.of(2026, 3, 10)),
                        aTask("c", 1, Optional.empty(), LocalDate.of(2026, 3, 11)))));

        long late = store.read(records -> records.cases().countTasksDueBefore(LocalDate.of(2026, 3, 11)));

        assertThat(late).isEqualTo(2);
    }

    @Test
    void tasks_come_by_due_day_up_to_the_limit() {
        keep(
                aCase(1, 1)
                        .withTasks(List.of(
                                aTask("late", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 30)),
                                aTask("soon", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 11)))),
                aCase(2, 1).withTasks(List.of(aTask("between", 2, Optional.of(ISERE), LocalDate.of(2026, 3, 12)))));

        List<Task> two = store.read(records -> records.cases()
                .openTasks(agentOf(ISERE), List.of(ISERE), TaskQuery.Filter.NONE, THAT_DAY, Optional.empty(), 2));

        assertThat(two)
                .containsExactly(
                        aTask("soon", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 11)),
                        aTask("between", 2, Optional.of(ISERE), LocalDate.of(2026, 3, 12)));
    }
}
