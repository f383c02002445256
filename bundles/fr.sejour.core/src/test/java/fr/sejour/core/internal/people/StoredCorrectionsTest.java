package fr.sejour.core.internal.people;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_75;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.correction.ProofReading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.pieces.EvidenceRound;
import fr.sejour.core.port.ClaimedDelivery;
import fr.sejour.core.port.MalwareScanner;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredCorrectionsTest {

    private static final LocalDate BIRTH = LocalDate.of(1999, 4, 12);
    private static final CivilStatus WRONG = new CivilStatus("Exemple", "Amina", BIRTH, "MA");
    private static final CivilStatus RIGHT = new CivilStatus("Éxemple-Łoś", "Amina", BIRTH, "MA");
    private static final Caller COLLEAGUE_38 =
            Caller.agent(new AccountId("colleague-38"), Set.of(new PrefectureCode("38")));
    private static final CorrectionAct APPROVE = new CorrectionAct.Approve(Optional.of("Passeport vu"));
    private static final String HEADER = "foreigner_number,family_name,given_names,birth_date,nationality,permit,"
            + "document_kind,permit_number,valid_from,valid_until,protection,letter_code\n";

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void a_proposal_is_work_of_the_prefecture_for_five_working_days_and_climbs_when_it_is_late() {
        PersonId person = filed();
        Correction proposed = propose(person, RIGHT);

        assertThat(proposed.owner()).contains(new PrefectureCode("38"));
        assertThat(proposed.dueOn()).isEqualTo("2026-06-08");
        assertThat(platform.corrections.list(AGENT_38))
                .singleElement()
                .extracting(Correction::number)
                .isEqualTo(proposed.number());
        assertThat(platform.corrections.list(AGENT_75)).isEmpty();
        assertThat(escalation(proposed, "2026-06-08")).isEqualTo(Task.Escalation.TEAM);
        assertThat(escalation(proposed, "2026-06-09")).isEqualTo(Task.Escalation.CHIEF);
        assertThat(escalation(proposed, "2026-06-10")).isEqualTo(Task.Escalation.CHIEF);
        assertThat(escalation(proposed, "2026-06-11")).isEqualTo(Task.Escalation.NATIONAL);
    }

    @Test
    void a_proposal_is_a_task_of_the_case_filed_last_from_the_day_it_is_made_and_climbs_with_it() {
        PersonId person = filed();
        CaseNumber earlier = only(person);
        platform.clock.advance(Duration.ofHours(1));
        CaseNumber later =
                platform.file(person, "visiteur", GRENOBLE).caseFile().number();

        Correction proposed = propose(person, RIGHT);

        assertThat(answers(earlier)).isEmpty();
        assertThat(answers(later)).singleElement().satisfies(task -> {
            assertThat(task.owner()).contains(new PrefectureCode("38"));
            assertThat(task.dueOn()).isEqualTo("2026-06-08");
            assertThat(task.escalation()).isEqualTo(Task.Escalation.TEAM);
            assertThat(task.question()).contains(proposed.number().value());
        });
        platform.liveUntil(LocalDate.of(2026, 6, 9));
        assertThat(answers(later)).extracting(Task::escalation).containsExactly(Task.Escalation.CHIEF);
        platform.liveUntil(LocalDate.of(2026, 6, 11));
        assertThat(answers(later)).extracting(Task::escalation).containsExactly(Task.Escalation.NATIONAL);
    }

    @Test
    void the_task_ends_with_the_answer_whichever_it_is() {
        for (CorrectionAct answer :
                List.of(APPROVE, new CorrectionAct.Refuse("Illisible"), new CorrectionAct.Withdraw())) {
            PersonId person = filed();
            Correction proposed = propose(person, RIGHT);
            assertThat(answers(only(person))).hasSize(1);

            platform.corrections.act(
                    answer instanceof CorrectionAct.Withdraw ? caller(person) : AGENT_38, proposed.number(), answer);

            assertThat(answers(only(person))).as("%s", answer).isEmpty();
        }
    }

    @Test
    void the_task_passes_to_the_other_case_when_its_own_ends_and_to_the_list_when_none_is_left() {
        PersonId person = filed();
        CaseNumber earlier = only(person);
        platform.clock.advance(Duration.ofHours(1));
        CaseNumber later =
                platform.file(person, "visiteur", GRENOBLE).caseFile().number();
        Correction proposed = propose(person, RIGHT);

        platform.act(caller(person), later, new Act.Withdraw("Je pars"));
        List<Task> passedOn = answers(earlier);
        platform.act(caller(person), earlier, new Act.Withdraw("Je pars"));

        assertThat(passedOn).hasSize(1);
        assertThat(answers(earlier)).isEmpty();
        assertThat(answers(later)).isEmpty();
        assertThat(platform.corrections.list(AGENT_38))
                .extracting(Correction::number)
                .containsExactly(proposed.number());
    }

    private CaseNumber only(PersonId person) {
        return platform.review.ofPerson(caller(person), person).get(0).number();
    }

    private List<Task> answers(CaseNumber number) {
        return platform.review.find(AGENT_38, number).tasks().stream()
                .filter(task -> task.kind() == Task.Kind.ANSWER_CORRECTION)
                .toList();
    }

    @Test
    void the_proposal_of_somebody_without_a_case_is_the_national_services() {
        Correction proposed = propose(platform.someone(), RIGHT);

        assertThat(proposed.owner()).isEmpty();
        assertThat(platform.corrections.list(NATIONAL)).hasSize(1);
        assertThat(platform.corrections
                        .act(NATIONAL, proposed.number(), APPROVE)
                        .state())
                .isEqualTo(Correction.State.APPROVED);
    }

    @Test
    void an_approval_makes_the_civil_status_seen_and_tells_the_person() {
        PersonId person = filed();
        Correction proposed = propose(person, RIGHT);

        Correction approved = platform.corrections.act(AGENT_38, proposed.number(), APPROVE);

        assertThat(approved.state()).isEqualTo(Correction.State.APPROVED);
        assertThat(approved.steps())
                .extracting(Correction.Step::by, Correction.Step::what)
                .containsExactly(
                        tuple(caller(person).account(), Correction.State.PROPOSED),
                        tuple(AGENT_38.account(), Correction.State.APPROVED));
        PersonProfile known = platform.people.find(caller(person), person);
        assertThat(known.civilStatus()).isEqualTo(RIGHT);
        assertThat(known.civilStatusLevel()).isEqualTo(FactLevel.SEEN);
        assertThat(told(person)).contains("correction-approved");
    }

    @Test
    void papers_with_the_old_name_are_replaced_by_the_same_rights_until_the_same_day_without_a_gap() {
        PersonId person = platform.aStudent();
        CaseNumber number = platform.fileComplete(person, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 3));
        Attestation old = inForce(person, PaperKind.ATTESTATION_DE_PROLONGATION);
        Correction proposed = propose(person, RIGHT);
        platform.clock.advance(Duration.ofHours(3));
        Instant now = platform.clock.instant();

        platform.corrections.act(AGENT_38, proposed.number(), APPROVE);

        Attestation ended = platform.papers.find(caller(person), old.number());
        Attestation fresh = inForce(person, PaperKind.ATTESTATION_DE_PROLONGATION);
        assertThat(ended.end()).contains(new Attestation.End(now, "corrected"));
        assertThat(fresh.number()).isNotEqualTo(old.number());
        assertThat(fresh.checkCode()).isNotEqualTo(old.checkCode());
        assertThat(fresh.rights()).isEqualTo(old.rights());
        assertThat(fresh.validity().lastDay()).isEqualTo(old.validity().lastDay());
        assertThat(fresh.validity().firstDay()).isEqualTo("2026-09-03");
        assertThat(old.validAt(now.minus(1, ChronoUnit.MILLIS))).isTrue();
        assertThat(fresh.validAt(now)).isTrue();
        assertThat(platform.checks.check(old.checkCode(), BIRTH).state()).isEqualTo(CheckDesk.State.REPLACED);
        CheckDesk.CheckAnswer check = platform.checks.check(fresh.checkCode(), BIRTH);
        assertThat(check.state()).isEqualTo(CheckDesk.State.VALID);
        assertThat(check.holderInitials()).contains("É");
        assertThat(lines(number)).contains("correction-proposed", "civil-status-corrected", "paper-ended");
        platform.pass();
        assertThat(platform.papersOf(person).stream().filter(it -> it.end().isEmpty()))
                .as("the chain goes on from the fresh paper")
                .hasSize(2);
    }

    @Test
    void the_attestation_de_depot_keeps_the_day_that_it_proves() {
        PersonId person = filed();
        Attestation old = inForce(person, PaperKind.ATTESTATION_DE_DEPOT);
        Correction proposed = propose(person, RIGHT);
        platform.clock.moveTo(LocalDate.of(2026, 6, 3));

        platform.corrections.act(AGENT_38, proposed.number(), APPROVE);

        Attestation fresh = inForce(person, PaperKind.ATTESTATION_DE_DEPOT);
        assertThat(fresh.number()).isNotEqualTo(old.number());
        assertThat(fresh.validity()).isEqualTo(old.validity());
    }

    @Test
    void a_nationality_stands_on_no_paper_and_replaces_none() {
        PersonId person = filed();
        List<Attestation> before = platform.papersOf(person);
        Correction proposed = propose(person, new CivilStatus("Exemple", "Amina", BIRTH, "TN"));

        platform.corrections.act(AGENT_38, proposed.number(), APPROVE);

        assertThat(platform.papersOf(person)).isEqualTo(before);
    }

    @Test
    void one_proposal_of_a_person_is_open_at_a_time() {
        PersonId person = filed();
        Correction first = propose(person, RIGHT);

        assertThat(Refusals.of(() -> propose(person, new CivilStatus("Autre", "Amina", BIRTH, "MA")))
                        .code())
                .isEqualTo(ErrorCode.CORRECTION_OPEN);
        platform.corrections.act(caller(person), first.number(), new CorrectionAct.Withdraw());

        assertThat(propose(person, RIGHT).state()).isEqualTo(Correction.State.PROPOSED);
    }

    @Test
    void a_replayed_approval_and_the_second_of_two_agents_change_nothing() {
        PersonId person = filed();
        Correction proposed = propose(person, RIGHT);
        platform.corrections.act(AGENT_38, proposed.number(), APPROVE);
        List<Attestation> papers = platform.papersOf(person);

        assertThat(refusal(AGENT_38, proposed, APPROVE)).isEqualTo(ErrorCode.CORRECTION_SETTLED);
        assertThat(refusal(COLLEAGUE_38, proposed, new CorrectionAct.Refuse("Illisible")))
                .isEqualTo(ErrorCode.CORRECTION_SETTLED);
        assertThat(refusal(caller(person), proposed, new CorrectionAct.Withdraw()))
                .isEqualTo(ErrorCode.CORRECTION_SETTLED);
        assertThat(platform.papersOf(person)).isEqualTo(papers);
    }

    @Test
    void whoever_decides_on_what_was_known_before_is_told() {
        PersonId person = filed();
        CaseNumber number = caseOf(person);
        platform.act(AGENT_38, number, new Act.TakeUp());
        long read = platform.review.find(AGENT_38, number).version();
        Correction proposed = propose(person, RIGHT);
        platform.corrections.act(AGENT_38, proposed.number(), APPROVE);

        assertThat(Refusals.of(() -> platform.review.act(
                                COLLEAGUE_38,
                                number,
                                OptionalLong.of(read),
                                new Act.RefuseRegistration("Le passeport n'est pas à ce nom.")))
                        .code())
                .isEqualTo(ErrorCode.CASE_CHANGED);
    }

    @Test
    void neither_the_person_nor_the_agent_who_proposed_for_them_approves() {
        PersonId person = filed();
        Correction own = propose(person, RIGHT);
        assertThat(refusal(caller(person), own, APPROVE)).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        platform.corrections.act(caller(person), own.number(), new CorrectionAct.Withdraw());

        Correction counter =
                platform.corrections.propose(AGENT_38, person, new NewCorrection(RIGHT, "Vu", Optional.empty()));

        assertThat(refusal(AGENT_38, counter, APPROVE)).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(refusal(AGENT_75, counter, APPROVE)).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(platform.corrections
                        .act(COLLEAGUE_38, counter.number(), APPROVE)
                        .state())
                .isEqualTo(Correction.State.APPROVED);
    }

    @Test
    void without_a_proof_that_can_be_read_nor_the_register_an_approval_says_what_was_seen() {
        CorrectionAct bare = new CorrectionAct.Approve(Optional.empty());
        PersonId person = filed();
        Correction proposed = propose(person, RIGHT);

        CaseException nothing = Refusals.of(() -> platform.corrections.act(AGENT_38, proposed.number(), bare));

        assertThat(nothing.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(nothing.details()).containsEntry("field", "words");
        assertThat(platform.people.find(caller(person), person).civilStatus()).isEqualTo(WRONG);
        platform.corrections.giveProof(
                caller(person), proposed.number(), Platform.sent("application/pdf", "%PDF-1.7 acte"));
        assertThat(platform.corrections.act(AGENT_38, proposed.number(), bare).state())
                .isEqualTo(Correction.State.APPROVED);
    }

    /** Whoever comes too late is told who was there before, as on a case; the person reads no agent's name. */
    @Test
    void of_a_settled_one_whoever_comes_too_late_is_told_who_did_what_and_when() {
        PersonId person = filed();
        Correction proposed = propose(person, RIGHT);
        platform.corrections.act(AGENT_38, proposed.number(), APPROVE);

        CaseException agent = Refusals.of(() -> platform.corrections.act(COLLEAGUE_38, proposed.number(), APPROVE));
        CaseException herself = Refusals.of(
                () -> platform.corrections.act(caller(person), proposed.number(), new CorrectionAct.Withdraw()));

        assertThat(agent.code()).isEqualTo(ErrorCode.CORRECTION_SETTLED);
        assertThat(agent.details())
                .containsEntry("state", "approved")
                .containsEntry("lastActAt", "2026-06-01T07:00:00Z")
                .containsEntry("lastActBy", "agent-38")
                .containsEntry("lastActByRole", "agent")
                .containsEntry("lastActOf", List.of("38"));
        assertThat(herself.details())
                .containsEntry("state", "approved")
                .containsEntry("lastActByRole", "agent")
                .doesNotContainKeys("lastActBy", "lastActOf");
    }

    @Test
    void of_a_person_whom_the_register_says_otherwise_meanwhile_whoever_approves_is_told_what_changed_them_and_when() {
        String row = "9900000001,EXEMPLE,Amina,1999-04-12,MA,,,,,,,ABCD-1234\n";
        platform.register.read(new StringReader(HEADER + row));
        PersonId person = filed();
        platform.people.link(
                caller(person), person, new ForeignerNumber("9900000001"), BIRTH, new LetterCode("ABCD-1234"));
        platform.clock.advance(Duration.ofHours(1));
        Correction proposed = propose(person, RIGHT);
        platform.clock.advance(Duration.ofHours(1));
        platform.register.read(new StringReader(HEADER + row.replace("EXEMPLE", "ÉXEMPLE")));

        CaseException late = Refusals.of(() -> platform.corrections.act(AGENT_38, proposed.number(), APPROVE));

        assertThat(late.code()).isEqualTo(ErrorCode.CORRECTION_SETTLED);
        assertThat(late.details())
                .containsEntry("state", "person-changed")
                .containsEntry("lastAct", "civil-status-known")
                .containsEntry("lastActAt", "2026-06-01T09:00:00Z")
                .containsEntry("lastActByRole", "platform")
                .doesNotContainKeys("lastActBy", "lastActOf");
        assertThat(platform.review.journal(AGENT_38, only(person)))
                .filteredOn(line -> line.what().equals("civil-status-known"))
                .last()
                .satisfies(line -> assertThat(line.detail()).doesNotContainIgnoringCase("exemple"));
    }

    @Test
    void a_refusal_says_why_and_changes_nobody() {
        PersonId person = filed();
        Correction proposed = propose(person, RIGHT);

        Correction refused =
                platform.corrections.act(AGENT_38, proposed.number(), new CorrectionAct.Refuse("Acte illisible"));

        assertThat(refused.steps().get(1).words()).contains("Acte illisible");
        assertThat(platform.people.find(caller(person), person).civilStatus()).isEqualTo(WRONG);
        assertThat(told(person)).contains("correction-refused");
    }

    @Test
    void against_the_register_an_agent_says_why_and_the_register_keeps_its_word_until_it_says_another() {
        String row = "9900000001,EXEMPLE,Amina,1999-04-12,MA,,,,,,,ABCD-1234\n";
        platform.register.read(new StringReader(HEADER + row));
        PersonId person = filed();
        platform.people.link(
                caller(person), person, new ForeignerNumber("9900000001"), BIRTH, new LetterCode("ABCD-1234"));
        Correction proposed = propose(person, RIGHT);
        assertThat(proposed.againstRegister()).isTrue();

        assertThat(refusal(AGENT_38, proposed, new CorrectionAct.Approve(Optional.empty())))
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        platform.corrections.act(
                AGENT_38, proposed.number(), new CorrectionAct.Approve(Optional.of("Acte de naissance apostillé")));
        platform.register.read(new StringReader(HEADER + row));
        PersonProfile afterTheSameWord = platform.people.find(caller(person), person);
        platform.register.read(new StringReader(HEADER + row.replace("EXEMPLE", "ÉXEMPLE")));
        PersonProfile afterAnother = platform.people.find(caller(person), person);

        assertThat(afterTheSameWord.civilStatus()).isEqualTo(RIGHT);
        assertThat(afterTheSameWord.civilStatusLevel()).isEqualTo(FactLevel.SEEN);
        assertThat(afterAnother.civilStatus().familyName()).isEqualTo("ÉXEMPLE");
        assertThat(afterAnother.civilStatusLevel()).isEqualTo(FactLevel.VERIFIED);
    }

    @Test
    void papers_on_a_name_that_the_register_says_otherwise_are_replaced_and_those_in_other_capitals_are_not() {
        String row = "9900000001,EXEMPLE,AMINA,1999-04-12,MA,,,,,,,ABCD-1234\n";
        platform.register.read(new StringReader(HEADER + row));
        PersonId person = filed();
        Attestation old = inForce(person, PaperKind.ATTESTATION_DE_DEPOT);

        platform.people.link(
                caller(person), person, new ForeignerNumber("9900000001"), BIRTH, new LetterCode("ABCD-1234"));
        Attestation afterTheLink = inForce(person, PaperKind.ATTESTATION_DE_DEPOT);
        platform.clock.advance(Duration.ofDays(1));
        platform.register.read(new StringReader(HEADER + row.replace("EXEMPLE", "ÉXEMPLE")));

        assertThat(afterTheLink).isEqualTo(old);
        Attestation fresh = inForce(person, PaperKind.ATTESTATION_DE_DEPOT);
        assertThat(fresh.number()).isNotEqualTo(old.number());
        assertThat(fresh.rights()).isEqualTo(old.rights());
        assertThat(fresh.validity()).isEqualTo(old.validity());
        assertThat(platform.papers.find(caller(person), old.number()).end())
                .contains(new Attestation.End(platform.clock.instant(), "corrected"));
        assertThat(told(person)).contains("paper-issued");
    }

    @Test
    void the_proof_is_read_by_whoever_reads_the_correction_and_an_agents_reading_stands_in_the_journal()
            throws IOException {
        PersonId person = filed();
        Correction proposed = platform.corrections.propose(
                caller(person), person, new NewCorrection(RIGHT, "Voir l'acte", Optional.of(Platform.aPdf())));

        assertThat(read(caller(person), proposed)).isEqualTo("%PDF-1.7 exemple");
        assertThat(lines(caseOf(person))).doesNotContain("correction-proof-read");
        assertThat(read(AGENT_38, proposed)).isEqualTo("%PDF-1.7 exemple");
        assertThat(lines(caseOf(person))).contains("correction-proof-read");
        assertThat(Refusals.of(() -> platform.corrections.readProof(AGENT_75, proposed.number()))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_proof_that_cannot_be_taken_is_refused_at_once_and_proposes_nothing() {
        PersonId person = filed();
        Set<String> files = platform.vault.names();
        platform.intake.scanWith(content -> MalwareScanner.Verdict.INFECTED);

        for (String content : List.of("MZ program", "%PDF-1.7 malware")) {
            assertThat(Refusals.of(() -> platform.corrections.propose(
                                    caller(person),
                                    person,
                                    new NewCorrection(
                                            RIGHT,
                                            "Voir l'acte",
                                            Optional.of(Platform.sent("application/pdf", content)))))
                            .code())
                    .as(content)
                    .isIn(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED, ErrorCode.FILE_INFECTED);
        }

        assertThat(platform.corrections.ofPerson(caller(person), person)).isEmpty();
        assertThat(platform.vault.names()).isEqualTo(files);
    }

    @Test
    void no_agent_is_shown_a_proof_that_the_scanner_has_not_seen() throws IOException {
        PersonId person = filed();
        Correction proposed = propose(person, RIGHT);
        platform.intake.scanWith(content -> MalwareScanner.Verdict.UNREACHABLE);
        platform.corrections.giveProof(
                caller(person), proposed.number(), Platform.sent("application/pdf", "%PDF-1.7 acte"));

        assertThat(Refusals.of(() -> platform.corrections.readProof(AGENT_38, proposed.number()))
                        .code())
                .isEqualTo(ErrorCode.PIECE_NOT_SCANNED);
        assertThat(read(caller(person), proposed)).isEqualTo("%PDF-1.7 acte");

        new EvidenceRound(
                        platform.store,
                        platform.upkeep,
                        platform.vault,
                        platform.clock,
                        content -> MalwareScanner.Verdict.INFECTED)
                .scanWaiting();

        assertThat(Refusals.of(() -> platform.corrections.readProof(AGENT_38, proposed.number()))
                        .code())
                .isEqualTo(ErrorCode.FILE_INFECTED);
        assertThat(platform.corrections
                        .find(AGENT_38, proposed.number())
                        .proof()
                        .orElseThrow()
                        .scan())
                .isEqualTo(ScanState.INFECTED);
        platform.intake.scanWith(content -> MalwareScanner.Verdict.CLEAN);
        platform.corrections.giveProof(
                caller(person), proposed.number(), Platform.sent("application/pdf", "%PDF-1.7 autre"));
        assertThat(read(AGENT_38, proposed)).isEqualTo("%PDF-1.7 autre");
    }

    private String read(Caller caller, Correction correction) throws IOException {
        try (ProofReading reading = platform.corrections.readProof(caller, correction.number())) {
            return new String(reading.content().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** What the form takes, and what is to be kept of it: composed letters, every script, nothing else changed. */
    private static Stream<List<String>> names() {
        String long200 = "Ñ".repeat(200);
        return Stream.of(
                List.of("Nguyễn Thị", "Nguyễn Thị"),
                List.of("Łukasiewicz-Ößmann", "Łukasiewicz-Ößmann"),
                List.of("بن علي", "بن علي"),
                List.of("王小明", "王小明"),
                List.of("Щербаков", "Щербаков"),
                List.of("O'Brien", "O'Brien"),
                List.of("D’Almeida", "D’Almeida"),
                List.of(Normalizer.normalize("Gülşen", Normalizer.Form.NFD), "Gülşen"),
                List.of("O", "O"),
                List.of(long200, long200),
                List.of("𠮷".repeat(200), "𠮷".repeat(200)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_keeps_its_script_and_its_signs_from_the_proposal_to_the_check_and_the_letter(List<String> name) {
        PersonId person = filed();
        CivilStatus proposed = new CivilStatus(name.get(0), name.get(0), BIRTH, "MA");
        platform.corrections.act(AGENT_38, propose(person, proposed).number(), APPROVE);

        PersonProfile known = platform.people.find(caller(person), person);
        Attestation paper = inForce(person, PaperKind.ATTESTATION_DE_DEPOT);

        assertThat(known.civilStatus().familyName()).isEqualTo(name.get(1));
        assertThat(known.civilStatus().givenNames()).isEqualTo(name.get(1));
        String first = name.get(1).substring(0, name.get(1).offsetByCodePoints(0, 1));
        assertThat(platform.checks.check(paper.checkCode(), BIRTH).holderInitials())
                .startsWith(first);
        platform.act(AGENT_38, caseOf(person), new Act.TakeUp());
        platform.act(AGENT_38, caseOf(person), new Act.Refuse("études non suivies", "arrêté 38-2026-01"));
        assertThat(platform.review.letters(AGENT_38, caseOf(person)))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.text())
                        .contains("familyName=" + name.get(1) + ",", "givenNames=" + name.get(1) + ","));
    }

    @Test
    void a_change_of_address_is_told_where_the_person_was_reached_and_where_they_are() {
        PersonId person = filed();
        platform.store.write(records -> {
            records.notices().know("email");
            return person;
        });

        platform.people.changeContact(
                caller(person), person, new Contact(Optional.of("nouvelle@example.org"), Optional.empty(), "en"));

        assertThat(platform.people.find(caller(person), person).contact().email())
                .contains("nouvelle@example.org");
        Instant now = platform.clock.instant();
        List<String> reached = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            platform.store.write(records -> {
                List<ClaimedDelivery> claimed = records.notices().claim(Set.of("email"), now, now.plusSeconds(60), 10);
                claimed.forEach(it -> records.notices().settle(it.id(), now, Optional.empty()));
                claimed.forEach(it -> reached.add(
                        it.to().email().orElseThrow() + " " + it.notice().language()));
                return claimed.size();
            });
        }
        assertThat(reached).containsExactlyInAnyOrder("amina@example.org fr", "nouvelle@example.org en");
        assertThat(Refusals.of(() -> platform.people.changeContact(
                                AGENT_38, person, new Contact(Optional.empty(), Optional.empty(), "fr")))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    private PersonId filed() {
        PersonId person = platform.aStudent();
        platform.fileComplete(person, "etudiant", GRENOBLE);
        return person;
    }

    private CaseNumber caseOf(PersonId person) {
        return platform.papersOf(person).get(0).caseNumber();
    }

    private Correction propose(PersonId person, CivilStatus proposed) {
        return platform.corrections.propose(
                caller(person), person, new NewCorrection(proposed, "Une lettre manque", Optional.empty()));
    }

    private ErrorCode refusal(Caller by, Correction correction, CorrectionAct act) {
        return Refusals.of(() -> platform.corrections.act(by, correction.number(), act))
                .code();
    }

    private Task.Escalation escalation(Correction correction, String day) {
        platform.clock.moveTo(LocalDate.parse(day));
        return platform.corrections.find(AGENT_38, correction.number()).escalation();
    }

    private Attestation inForce(PersonId person, PaperKind kind) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == kind && paper.validAt(platform.clock.instant()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(PersonId person) {
        return platform.inbox.open(caller(person), person).stream()
                .map(Notice::kind)
                .toList();
    }

    private List<String> lines(CaseNumber number) {
        return platform.review.journal(AGENT_38, number).stream()
                .map(JournalLine::what)
                .toList();
    }
}
