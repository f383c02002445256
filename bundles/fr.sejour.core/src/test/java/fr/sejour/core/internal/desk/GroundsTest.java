package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.RelatedCase.Likeness;
import fr.sejour.api.cases.RelatedCase.Link;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several grounds, the same ground twice, and a card that nobody recorded (M1, M2, M3). */
class GroundsTest {

    private static final LocalDate FIRST_FILING = LocalDate.of(2026, 6, 1);

    private static final PieceType NATIONALITY = new PieceType("nationalite");

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");

    @Test
    void the_same_ground_again_is_accepted_and_the_earlier_case_is_flagged() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.clock.moveTo(LocalDate.of(2026, 6, 10));

        CaseNumber second =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();

        CaseFile earlier = find(first);
        assertThat(earlier.related())
                .containsExactly(new RelatedCase(
                        second,
                        Link.LIKELY_DUPLICATE,
                        Set.of(Likeness.SAME_GROUND, Likeness.SAME_HELD_PERMIT, Likeness.FILED_CLOSE_TOGETHER)));
        assertThat(find(second).related())
                .extracting(RelatedCase::number, RelatedCase::link)
                .containsExactly(tuple(first, Link.LIKELY_DUPLICATE));
        assertThat(task(earlier, Task.Kind.LOOK_AT_DUPLICATE).orElseThrow().dueOn())
                .isEqualTo(LocalDate.of(2026, 6, 17));
        assertThat(task(find(second), Task.Kind.LOOK_AT_DUPLICATE)).isEmpty();
    }

    @Test
    void before_filing_the_same_ground_again_the_person_is_told_and_may_go_on() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(platform.desk
                        .assess(caller(student), filing(student, "etudiant", GRENOBLE))
                        .warnings())
                .contains("same-ground-open");
        assertThat(platform.desk
                        .assess(caller(student), filing(student, "visiteur", GRENOBLE))
                        .warnings())
                .doesNotContain("same-ground-open");
    }

    @Test
    void two_grounds_are_two_cases_with_a_clock_a_decision_and_a_withdrawal_each() {
        PersonId student = platform.aStudent();
        CaseNumber studies = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber marriage = platform.fileComplete(student, "vpf_conjoint_francais", GRENOBLE);

        platform.act(caller(student), studies, new Act.Withdraw("je me marie"));

        assertThat(find(marriage).related()).isEmpty();
        assertThat(find(studies).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(find(marriage).status()).isEqualTo(CaseStatus.FILED);
        assertThat(silence(find(marriage)).state()).isEqualTo(ClockFile.State.RUNNING);
    }

    @Test
    void one_case_takes_over_another_and_keeps_the_earlier_date_and_the_earlier_silence() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.clock.moveTo(LocalDate.of(2026, 6, 20));
        CaseNumber second =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();

        platform.act(AGENT_38, second, new Act.Absorb(first, "mêmes études"));

        CaseFile survivor = find(second);
        assertThat(survivor.filedOn()).isEqualTo(FIRST_FILING);
        assertThat(survivor.complete()).isTrue();
        assertThat(survivor.related()).containsExactly(new RelatedCase(first, Link.ABSORBED, Set.of()));
        // R. 422-5: ninety days for a student, here from the complete file of the first filing
        assertThat(silence(survivor).endsOn()).contains(LocalDate.of(2026, 8, 30));
        assertThat(find(first).status()).isEqualTo(CaseStatus.MOOT);
        assertThat(find(first).related()).containsExactly(new RelatedCase(second, Link.ABSORBED_BY, Set.of()));
        assertThat(find(first).next()).isEmpty();
        assertThat(task(survivor, Task.Kind.LOOK_AT_DUPLICATE)).isEmpty();
        assertThat(platform.pieces.versions(AGENT_38, second))
                .extracting(version -> version.type().value())
                .contains("nationalite");
        assertThat(lastTold(student)).isEqualTo("absorbed");
    }

    @Test
    void being_taken_over_ends_no_paper_and_the_next_one_follows_without_a_gap() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 5));
        CaseNumber second =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        List<Attestation> before = carrying(student);
        assertThat(before).hasSize(1);

        platform.act(AGENT_38, second, new Act.Absorb(first, "mêmes études"));
        platform.liveUntil(LocalDate.of(2026, 12, 5));

        List<Attestation> after = carrying(student);
        assertThat(after).hasSize(2).allMatch(paper -> paper.end().isEmpty());
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1).caseNumber()).isEqualTo(second);
        assertThat(after.get(1).validity().firstDay())
                .isEqualTo(before.get(0).validity().lastDay().orElseThrow().plusDays(1));
        assertThat(uncovered(student)).isFalse();
    }

    @Test
    void whoever_takes_over_ends_the_papers_of_both_when_the_case_ends() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 5));
        CaseNumber second =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        platform.act(AGENT_38, second, new Act.Absorb(first, "mêmes études"));

        platform.act(caller(student), second, new Act.Withdraw("je pars"));

        assertThat(carrying(student)).hasSize(1).allMatch(paper -> paper.end().isPresent());
    }

    @Test
    void whoever_takes_over_a_taker_answers_for_all_that_it_had_taken_over() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 5));
        CaseNumber second =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        CaseNumber third =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        platform.act(AGENT_38, second, new Act.Absorb(first, "mêmes études"));

        platform.act(AGENT_38, third, new Act.Absorb(second, "mêmes études"));

        assertThat(find(third).related())
                .containsExactlyInAnyOrder(
                        new RelatedCase(first, Link.ABSORBED, Set.of()),
                        new RelatedCase(second, Link.ABSORBED, Set.of()));
        assertThat(find(first).related()).containsExactly(new RelatedCase(third, Link.ABSORBED_BY, Set.of()));
        assertThat(find(second).related()).containsExactly(new RelatedCase(third, Link.ABSORBED_BY, Set.of()));
        platform.liveUntil(LocalDate.of(2026, 11, 25));
        assertThat(carrying(student)).hasSize(2).allMatch(paper -> paper.end().isEmpty());

        platform.act(caller(student), third, new Act.Withdraw("je pars"));

        assertThat(carrying(student)).hasSize(2).allMatch(paper -> paper.end().isPresent());
    }

    @Test
    void a_judge_has_a_case_that_was_taken_over_go_its_own_way_again() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber second = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, second, new Act.Absorb(first, "mêmes études"));

        platform.act(
                AGENT_38,
                first,
                new Act.RecordCourtOrder(
                        "tribunal administratif",
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 7, 1),
                        CourtOrder.Ordered.EXAMINE_AGAIN,
                        Optional.empty(),
                        "référé"));

        assertThat(find(first).status().isOpen()).isTrue();
        assertThat(find(second).related()).noneMatch(other -> other.link() == Link.ABSORBED);
        platform.act(AGENT_38, first, new Act.Absorb(second, "mêmes études"));
        assertThat(find(first).related()).containsExactly(new RelatedCase(second, Link.ABSORBED, Set.of()));
        assertThat(find(second).related()).containsExactly(new RelatedCase(first, Link.ABSORBED_BY, Set.of()));
    }

    @Test
    void a_piece_that_comes_from_the_other_case_bears_its_number_in_the_history_of_the_one_that_goes_on() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber second = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, second, new Act.RefusePiece(NATIONALITY, "illisible"));
        platform.clock.moveTo(LocalDate.of(2026, 6, 3));

        platform.act(AGENT_38, second, new Act.Absorb(first, "mêmes études"));

        assertThat(find(second).pieces())
                .filteredOn(piece -> piece.type().equals(NATIONALITY))
                .singleElement()
                .satisfies(piece ->
                        assertThat(piece.given().orElseThrow().version()).isEqualTo(2));
        List<PieceVersion> versions = platform.pieces.versions(AGENT_38, second).stream()
                .filter(version -> version.type().equals(NATIONALITY))
                .sorted(Comparator.comparing(PieceVersion::version))
                .toList();
        assertThat(versions).extracting(PieceVersion::version).containsExactly(1, 2);
        assertThat(versions.get(0).end().orElseThrow().at()).isEqualTo(platform.clock.instant());
        assertThat(versions.get(1).end()).isEmpty();
        assertThat(find(first).pieces())
                .filteredOn(piece -> piece.type().equals(NATIONALITY))
                .singleElement()
                .satisfies(piece ->
                        assertThat(piece.given().orElseThrow().version()).isEqualTo(1));
    }

    @Test
    void a_case_that_was_taken_over_by_mistake_goes_its_own_way_again() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber second =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        platform.act(AGENT_38, second, new Act.Absorb(first, "mêmes études"));

        platform.act(AGENT_38, first, new Act.Reopen("deux écoles"));

        assertThat(find(first).status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(find(first).filedOn()).isEqualTo(FIRST_FILING);
        assertThat(find(second).related()).extracting(RelatedCase::link).containsExactly(Link.LIKELY_DUPLICATE);
    }

    @Test
    void cases_kept_apart_are_pointed_out_no_more() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber second =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();

        platform.act(AGENT_38, second, new Act.KeepApart(first, "deux écoles"));
        platform.liveUntil(LocalDate.of(2026, 6, 30));

        assertThat(find(first).related()).containsExactly(new RelatedCase(second, Link.KEPT_APART, Set.of()));
        assertThat(find(second).related()).containsExactly(new RelatedCase(first, Link.KEPT_APART, Set.of()));
        assertThat(task(find(first), Task.Kind.LOOK_AT_DUPLICATE)).isEmpty();
        assertThat(find(first).acts()).doesNotContain(ActKind.ABSORB);
    }

    @Test
    void nobody_takes_over_a_case_of_another_prefecture_or_one_that_asks_for_something_else() {
        PersonId student = platform.aStudent();
        CaseNumber grenoble = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber lyon = platform.file(student, "etudiant", LYON).caseFile().number();
        CaseNumber marriage = platform.file(student, "vpf_conjoint_francais", GRENOBLE)
                .caseFile()
                .number();

        assertThat(refusal(AGENT_69, lyon, new Act.Absorb(grenoble, "doublon")).code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        CaseException different = refusal(AGENT_38, grenoble, new Act.Absorb(marriage, "doublon"));
        assertThat(different.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(different.details()).containsEntry("field", "other");
        assertThat(find(grenoble).status()).isEqualTo(CaseStatus.FILED);
    }

    @Test
    void m1_a_card_that_nobody_recorded_blocks_no_filing_and_is_confirmed_as_of_the_day_said() {
        PersonId student = platform.aStudent();
        CaseNumber first = cardReady(student);

        platform.act(caller(student), first, new Act.DeclareReceipt(LocalDate.of(2026, 6, 1), "CARD-1"));

        CaseFile said = find(first);
        assertThat(said.status()).isEqualTo(CaseStatus.CARD_READY);
        assertThat(said.next().orElseThrow().what()).isEqualTo("confirm-receipt");
        assertThat(task(said, Task.Kind.CONFIRM_RECEIPT).orElseThrow().dueOn()).isEqualTo(LocalDate.of(2026, 6, 3));
        assertThat(carrying(student)).allMatch(paper -> paper.end().isEmpty());
        assertThat(fact(student).level()).isEqualTo(FactLevel.DECLARED);

        platform.clock.moveTo(LocalDate.of(2027, 6, 1));
        CaseFile next = platform.file(student, "etudiant", GRENOBLE).caseFile();
        assertThat(next.status()).isEqualTo(CaseStatus.FILED);
        assertThat(next.held().orElseThrow().number()).isEqualTo("CARD-1");
        assertThat(find(first).related())
                .extracting(RelatedCase::reasons)
                .containsExactly(Set.of(Likeness.SAME_GROUND, Likeness.CARD_NOT_RECORDED));

        platform.act(AGENT_38, first, new Act.ConfirmReceipt());

        assertThat(find(first).status()).isEqualTo(CaseStatus.HANDED_OVER);
        assertThat(find(first).collection().orElseThrow().handedOverOn()).contains(LocalDate.of(2026, 6, 1));
        assertThat(fact(student).level()).isEqualTo(FactLevel.VERIFIED);
        assertThat(find(next.number()).facts()).isEqualTo(FactLevel.VERIFIED);
    }

    @Test
    void m1_a_card_that_nobody_collected_is_the_permit_that_its_renewal_continues() {
        PersonId student = platform.aStudent();
        cardReady(student);
        // R. 431-5 1°: from the 120th to the 60th day before 31 August 2027
        platform.liveUntil(LocalDate.of(2027, 5, 15));

        CaseNumber next = platform.fileComplete(student, "etudiant", GRENOBLE);

        CaseFile renewal = find(next);
        assertThat(renewal.held().orElseThrow().number()).isEqualTo("CARD-1");
        assertThat(renewal.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2027, 8, 31));
        assertThat(renewal.facts()).isEqualTo(FactLevel.VERIFIED);
        assertThat(task(renewal, Task.Kind.SEE_FACTS)).isEmpty();

        platform.liveUntil(LocalDate.of(2027, 9, 2));

        assertThat(platform.papersOf(student))
                .filteredOn(paper ->
                        paper.caseNumber().equals(next) && paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .extracting(paper -> paper.validity().firstDay())
                .containsExactly(LocalDate.of(2027, 9, 1));
        assertThat(uncovered(student)).isFalse();
    }

    @Test
    void m1_a_card_that_was_never_made_bears_the_number_of_its_case() {
        PersonId student = platform.aStudent();
        CaseNumber granted = granted(student);
        platform.clock.moveTo(LocalDate.of(2027, 5, 15));

        CaseFile renewal = platform.file(student, "etudiant", GRENOBLE).caseFile();

        assertThat(renewal.held().orElseThrow().number()).isEqualTo(granted.value());
        assertThat(renewal.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2027, 8, 31));
        assertThat(renewal.facts()).isEqualTo(FactLevel.VERIFIED);
    }

    @Test
    void m1_whoever_names_the_card_before_it_continues_the_one_granted_since() {
        PersonId student = platform.aStudent();
        HeldPermit before = platform.people
                .find(caller(student), student)
                .heldPermits()
                .get(0)
                .permit();
        cardReady(student);
        platform.clock.moveTo(LocalDate.of(2027, 5, 15));

        assertThat(heldIn(student, "etudiant", before)).isEqualTo("CARD-1");
        // the card before it is over, whatever is asked for
        assertThat(heldIn(student, "visiteur", before)).isEqualTo("CARD-1");
        platform.alsoHolding(
                student, "visiteur", DocumentKind.CST, LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30));
        HeldPermit other = platform.people.find(caller(student), student).heldPermits().stream()
                .map(HeldPermitFact::permit)
                .filter(it -> it.permit().value().equals("visiteur"))
                .findFirst()
                .orElseThrow();
        assertThat(heldIn(student, "visiteur", other)).isEqualTo(other.number());
    }

    @Test
    void m1_a_permit_granted_from_a_later_day_on_is_not_held_yet() {
        PersonId student = platform.aStudent();
        cardReady(student);
        platform.clock.moveTo(LocalDate.of(2026, 6, 10));

        CaseFile next = platform.file(student, "visiteur", GRENOBLE).caseFile();

        assertThat(next.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31));
    }

    @Test
    void m1_a_hand_over_recorded_by_mistake_takes_nothing_from_a_renewal_of_what_was_granted() {
        PersonId student = platform.aStudent();
        CaseNumber first = cardReady(student);
        platform.act(AGENT_38, first, new Act.HandOver(LocalDate.of(2026, 6, 1)));
        platform.clock.moveTo(LocalDate.of(2027, 5, 15));
        CaseNumber next =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();

        platform.act(AGENT_38, first, new Act.Reopen("remise enregistrée par erreur"));

        assertThat(find(first).status()).isEqualTo(CaseStatus.CARD_READY);
        assertThat(find(next).facts()).isEqualTo(FactLevel.VERIFIED);
    }

    @Test
    void m1_what_was_withdrawn_after_the_decision_is_held_by_nobody() {
        PersonId student = platform.aStudent();
        platform.act(caller(student), cardReady(student), new Act.Withdraw("je pars"));
        platform.clock.moveTo(LocalDate.of(2027, 5, 15));

        CaseFile next = platform.file(student, "etudiant", GRENOBLE).caseFile();

        assertThat(next.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31));
    }

    private String heldIn(PersonId student, String permit, HeldPermit said) {
        return platform.file(caller(student), Platform.holding(filing(student, permit, GRENOBLE), said))
                .caseFile()
                .held()
                .orElseThrow()
                .number();
    }

    @Test
    void a_card_that_was_never_ordered_can_be_in_the_hand_all_the_same() {
        PersonId student = platform.aStudent();
        CaseNumber granted = granted(student);

        platform.act(caller(student), granted, new Act.DeclareReceipt(LocalDate.of(2026, 6, 1), "CARD-7"));
        platform.act(AGENT_38, granted, new Act.ConfirmReceipt());

        assertThat(find(granted).status()).isEqualTo(CaseStatus.HANDED_OVER);
        assertThat(find(granted).collection().orElseThrow().cardNumber()).contains("CARD-7");
    }

    @Test
    void what_is_said_of_the_card_waits_for_an_answer_while_the_card_goes_its_way() {
        PersonId student = platform.aStudent();
        CaseNumber granted = granted(student);
        platform.act(caller(student), granted, new Act.DeclareReceipt(LocalDate.of(2026, 6, 1), "CARD-7"));

        platform.act(AGENT_38, granted, new Act.OrderCard());
        assertThat(task(find(granted), Task.Kind.CONFIRM_RECEIPT)).isPresent();
        platform.act(AGENT_38, granted, new Act.CardReady("CARD-7"));

        assertThat(task(find(granted), Task.Kind.CONFIRM_RECEIPT)).isPresent();
        platform.act(AGENT_38, granted, new Act.ConfirmReceipt());
        assertThat(find(granted).collection().orElseThrow().handedOverOn()).contains(LocalDate.of(2026, 6, 1));
    }

    @Test
    void what_is_said_of_another_card_than_the_one_at_the_counter_is_not_confirmed() {
        PersonId student = platform.aStudent();
        CaseNumber granted = granted(student);
        platform.act(caller(student), granted, new Act.DeclareReceipt(LocalDate.of(2026, 6, 1), "CARD-7"));
        platform.act(AGENT_38, granted, new Act.OrderCard());
        platform.act(AGENT_38, granted, new Act.CardReady("CARD-8"));

        CaseException refused = refusal(AGENT_38, granted, new Act.ConfirmReceipt());

        assertThat(refused.details()).containsEntry("field", "cardNumber");
        assertThat(find(granted).status()).isEqualTo(CaseStatus.CARD_READY);
        platform.act(AGENT_38, granted, new Act.RefuseReceipt("elle est au guichet"));
        platform.act(AGENT_38, granted, new Act.HandOver(LocalDate.of(2026, 6, 1)));
        assertThat(find(granted).collection().orElseThrow().cardNumber()).contains("CARD-8");
    }

    @Test
    void a_receipt_that_an_agent_refuses_changes_nothing_and_is_told() {
        PersonId student = platform.aStudent();
        CaseNumber number = cardReady(student);
        platform.act(caller(student), number, new Act.DeclareReceipt(LocalDate.of(2026, 6, 1), "CARD-1"));

        platform.act(AGENT_38, number, new Act.RefuseReceipt("elle est au guichet"));

        assertThat(find(number).status()).isEqualTo(CaseStatus.CARD_READY);
        assertThat(find(number).next().orElseThrow().what()).isEqualTo("collect-card");
        assertThat(platform.people.find(caller(student), student).heldPermits())
                .extracting(it -> it.permit().number())
                .doesNotContain("CARD-1");
        assertThat(lastTold(student)).isEqualTo("receipt-refused");
        assertThat(find(number).acts()).contains(ActKind.DECLARE_RECEIPT);
    }

    @Test
    void a_receipt_comes_after_the_decision_and_bears_the_number_of_the_card() {
        PersonId student = platform.aStudent();
        CaseNumber number = cardReady(student);

        assertThat(contradiction(student, number, LocalDate.of(2026, 6, 2), "CARD-1"))
                .isEqualTo("day");
        assertThat(contradiction(student, number, LocalDate.of(2026, 5, 31), "CARD-1"))
                .isEqualTo("day");
        assertThat(contradiction(student, number, LocalDate.of(2026, 6, 1), "CARD-2"))
                .isEqualTo("cardNumber");
    }

    private Object contradiction(PersonId student, CaseNumber number, LocalDate day, String card) {
        CaseException refused = refusal(caller(student), number, new Act.DeclareReceipt(day, card));
        assertThat(refused.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        return refused.details().get("field");
    }

    private CaseException refusal(Caller caller, CaseNumber number, Act act) {
        return Refusals.of(() -> platform.act(caller, number, act));
    }

    private CaseNumber granted(PersonId student) {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));
        return number;
    }

    private CaseNumber cardReady(PersonId student) {
        CaseNumber number = granted(student);
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.act(AGENT_38, number, new Act.CardReady("CARD-1"));
        return number;
    }

    private CaseFile find(CaseNumber number) {
        return platform.review.find(Platform.NATIONAL, number);
    }

    private HeldPermitFact fact(PersonId student) {
        return platform.people.find(caller(student), student).heldPermits().stream()
                .filter(it -> it.permit().number().equals("CARD-1"))
                .findFirst()
                .orElseThrow();
    }

    private List<Attestation> carrying(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() != PaperKind.ATTESTATION_DE_DEPOT)
                .sorted(Comparator.comparing(paper -> paper.validity().firstDay()))
                .toList();
    }

    private boolean uncovered(PersonId person) {
        CoverageLedger ledger = platform.coverage.of(caller(person), person);
        return !ledger.covered();
    }

    private String lastTold(PersonId person) {
        return platform.inbox.open(caller(person), person).get(0).kind();
    }

    private static ClockFile silence(CaseFile file) {
        return file.clocks().stream()
                .filter(clock -> clock.kind().equals("silence") && clock.state() != ClockFile.State.STOPPED)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Task> task(CaseFile file, Task.Kind kind) {
        return file.tasks().stream().filter(task -> task.kind() == kind).findFirst();
    }
}
