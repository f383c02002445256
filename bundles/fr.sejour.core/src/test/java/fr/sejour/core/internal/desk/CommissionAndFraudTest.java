package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckDesk.State;
import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.ComingCoverage.ComingPaper;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The commission du titre de séjour (R. 432-9), and papers that were obtained by fraud (CRPA L. 241-2, to verify). */
class CommissionAndFraudTest {

    private static final Act SEIZE = new Act.SeizeCommission(LocalDate.of(2026, 6, 1), "menace à l'ordre public");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");
    private final PersonId student = platform.aStudent();

    @Test
    void who_waits_for_the_commission_has_a_paper_of_three_months_at_once_and_again_until_the_decision() {
        CaseNumber number = underReview(student, "etudiant");

        platform.act(AGENT_38, number, SEIZE);

        Attestation first = ofTheCommission(student).get(0);
        assertThat(first.kind()).isEqualTo(PaperKind.ATTESTATION_DE_PROLONGATION);
        assertThat(first.validity().firstDay()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(first.validity().lastDay()).contains(LocalDate.of(2026, 8, 31));
        // R. 432-9: the mention stands, for the card held lets its holder work 964 hours a year
        assertThat(RightsCode.of(first.rights()).value()).isEqualTo("SP WH964 T0 C0");
        assertThat(first.because())
                .containsExactly("commission-seized", "undecided", "stay-before-the-commission", "work-held");
        assertThat(told(student)).contains("commission-seized", "paper-issued");

        platform.liveUntil(LocalDate.of(2026, 12, 15));
        assertThat(ofTheCommission(student))
                .extracting(paper -> paper.validity().firstDay())
                .contains(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 1));
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();

        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté 38-2026-01"));
        platform.act(AGENT_38, number, new Act.Notify("letter", LocalDate.of(2026, 12, 15), "1A"));
        assertThat(ofTheCommission(student)).allMatch(paper -> !paper.validAt(platform.clock.instant()));
    }

    @Test
    void it_is_seized_once_before_the_decision_and_on_a_day_that_has_come() {
        CaseNumber number = underReview(student, "etudiant");

        CaseException tomorrow = Refusals.of(() -> platform.act(
                AGENT_38, number, new Act.SeizeCommission(LocalDate.of(2026, 6, 2), "menace à l'ordre public")));
        platform.act(AGENT_38, number, SEIZE);

        assertThat(tomorrow.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(tomorrow.details()).containsEntry("field", "day");
        assertThat(platform.review.find(Platform.NATIONAL, number).acts())
                .contains(ActKind.REFUSE, ActKind.GRANT)
                .doesNotContain(ActKind.SEIZE_COMMISSION);
    }

    /** Where it allows as much, one paper is enough: the usual one waits. */
    @Test
    void the_usual_paper_waits_while_one_of_the_commission_allows_as_much() {
        CaseNumber number = underReview(student, "etudiant");
        platform.act(AGENT_38, number, SEIZE);

        platform.liveUntil(LocalDate.of(2026, 12, 15));

        assertThat(platform.papersOf(student))
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .allMatch(Attestation::isOfTheCommission);
    }

    /** L. 423-8 at the counter works by R. 431-14; the paper of R. 432-9 does not, for nothing was held before. */
    @Test
    void the_usual_recepisse_goes_on_where_the_commissions_allows_less() {
        PersonId parent = platform.someone();
        CaseNumber number = platform.file(
                        Platform.NATIONAL,
                        Platform.by(
                                Platform.under(
                                        Platform.filing(parent, "vpf_parent_enfant_francais", GRENOBLE), "L. 423-8"),
                                FilingChannel.COUNTER))
                .caseFile()
                .number();
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, SEIZE);
        assertThat(works(parent)).containsExactly("N");

        platform.givePieces(parent, platform.review.find(Platform.NATIONAL, number));
        assertThat(works(parent)).containsExactlyInAnyOrder("N", "A");
        assertThat(platform.checks
                        .check(ofTheCommission(parent).get(0).checkCode(), birth(parent))
                        .holderHasMoreRights())
                .isTrue();

        platform.liveUntil(LocalDate.of(2026, 12, 15));
        assertThat(works(parent)).contains("N", "A");
    }

    /** L. 423-1 or L. 423-2: what the usual récépissé leaves open, the other one does not deny. */
    @Test
    void the_usual_recepisse_goes_on_where_it_leaves_open_what_the_commissions_denies() {
        PersonId spouse = platform.someone();
        CaseNumber number = platform.file(
                        Platform.NATIONAL,
                        Platform.by(Platform.filing(spouse, "vpf_conjoint_francais", GRENOBLE), FilingChannel.COUNTER))
                .caseFile()
                .number();
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, SEIZE);

        platform.givePieces(spouse, platform.review.find(Platform.NATIONAL, number));

        assertThat(works(spouse)).containsExactlyInAnyOrder("N", "0");
    }

    @Test
    void the_next_one_is_announced() {
        CaseNumber number = underReview(student, "etudiant");
        platform.act(AGENT_38, number, SEIZE);

        platform.liveUntil(LocalDate.of(2026, 8, 20));

        // a week before the day after the last one
        assertThat(platform.coverage.coming(caller(student), student).flatMap(ComingCoverage::paper))
                .contains(new ComingPaper(
                        PaperKind.ATTESTATION_DE_PROLONGATION,
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 8, 25),
                        number));
    }

    @Test
    void a_case_that_takes_over_one_that_the_commission_hears_goes_on_with_its_papers() {
        CaseNumber heard = underReview(student, "etudiant");
        platform.act(AGENT_38, heard, SEIZE);
        CaseNumber other = underReview(student, "etudiant");

        platform.act(AGENT_38, other, new Act.Absorb(heard, "mêmes études"));
        platform.liveUntil(LocalDate.of(2026, 9, 15));

        assertThat(platform.review.find(Platform.NATIONAL, other).acts()).doesNotContain(ActKind.SEIZE_COMMISSION);
        assertThat(ofTheCommission(student))
                .filteredOn(paper -> paper.caseNumber().equals(other))
                .extracting(paper -> paper.validity().firstDay())
                .containsExactly(LocalDate.of(2026, 9, 1));
    }

    @Test
    void a_paper_obtained_by_fraud_is_worth_nothing_at_once_and_no_other_follows_until_an_agent_has_looked() {
        CaseNumber number = underReview(student, "etudiant");
        platform.liveUntil(LocalDate.of(2026, 10, 1));
        Attestation paper = standing(student).orElseThrow();

        platform.act(AGENT_38, number, new Act.RevokePaper(paper.number(), "faux passeport", "arrêté 38-2026-01"));

        assertThat(platform.checks.check(paper.checkCode(), birth(student)).state())
                .isEqualTo(State.REVOKED);
        assertThat(platform.coverage.of(caller(student), student).covered()).isFalse();
        assertThat(told(student)).contains("paper-revoked");
        assertThat(platform.review.letters(Platform.NATIONAL, number))
                .extracting(letter -> letter.kind())
                .containsExactly("paper-revoked");
        // two working days from Thursday 1 October
        assertThat(platform.review.find(Platform.NATIONAL, number).tasks())
                .filteredOn(task -> task.kind() == Task.Kind.SEE_FACTS)
                .extracting(Task::dueOn, Task::escalation)
                .containsExactly(tuple(LocalDate.of(2026, 10, 5), Task.Escalation.TEAM));
        platform.liveUntil(LocalDate.of(2026, 10, 20));
        assertThat(standing(student)).isEmpty();

        platform.act(AGENT_38, number, new Act.SeeFacts());
        assertThat(standing(student)).isPresent();
        assertThat(platform.checks.check(paper.checkCode(), birth(student)).state())
                .isEqualTo(State.REVOKED);
    }

    @Test
    void the_next_paper_that_is_there_ahead_is_taken_back_with_the_one_it_follows() {
        CaseNumber number = underReview(student, "etudiant");
        // the paper of 1 September ends on 30 November, and the next one was issued a week before
        platform.liveUntil(LocalDate.of(2026, 11, 26));
        Attestation paper = standing(student).orElseThrow();

        platform.act(AGENT_38, number, new Act.RevokePaper(paper.number(), "faux passeport", "arrêté 38-2026-01"));

        platform.liveUntil(LocalDate.of(2026, 12, 1));
        assertThat(standing(student)).isEmpty();
        assertThat(platform.papersOf(student))
                .filteredOn(Attestation::isRevoked)
                .extracting(it -> it.validity().firstDay())
                .containsExactlyInAnyOrder(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 1));
        assertThat(platform.review.letters(Platform.NATIONAL, number))
                .extracting(letter -> letter.kind())
                .containsExactly("paper-revoked", "paper-revoked");
        assertThat(told(student)).filteredOn("paper-revoked"::equals).hasSize(2);

        platform.act(AGENT_38, number, new Act.SeeFacts());
        assertThat(standing(student)).isPresent();
    }

    @Test
    void only_a_paper_of_the_case_that_its_holder_has_can_be_taken_back() {
        CaseNumber number = underReview(student, "etudiant");
        Attestation deposit = platform.papersOf(student).get(0);

        for (AttestationNumber paper : List.of(deposit.number(), new AttestationNumber("SJ-0000-0000-0000"))) {
            CaseException refused = Refusals.of(() ->
                    platform.act(AGENT_38, number, new Act.RevokePaper(paper, "faux passeport", "arrêté 38-2026-01")));

            assertThat(refused.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
            assertThat(refused.details()).containsEntry("field", "paper");
        }
    }

    private CaseNumber underReview(PersonId person, String permit) {
        CaseNumber number = platform.fileComplete(person, permit, GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        return number;
    }

    private List<Attestation> ofTheCommission(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(Attestation::isOfTheCommission)
                .toList();
    }

    private Optional<Attestation> standing(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION
                        && paper.validAt(platform.clock.instant()))
                .findFirst();
    }

    /** The letters of work of the récépissés in the hand. */
    private List<String> works(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == PaperKind.RECEPISSE && paper.validAt(platform.clock.instant()))
                .map(paper -> RightsCode.of(paper.rights()).value().substring(4, 5))
                .distinct()
                .toList();
    }

    private List<String> told(PersonId person) {
        return platform.inbox.open(caller(person), person).stream()
                .map(notice -> notice.kind())
                .toList();
    }

    private LocalDate birth(PersonId person) {
        return platform.store
                .read(records -> records.people().find(Platform.NATIONAL, person))
                .orElseThrow()
                .civilStatus()
                .birthDate();
    }
}
