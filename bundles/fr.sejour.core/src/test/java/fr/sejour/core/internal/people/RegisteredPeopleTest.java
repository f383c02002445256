package fr.sejour.core.internal.people;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_75;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.entered;
import static fr.sejour.core.internal.Platform.filing;
import static fr.sejour.core.internal.Platform.holding;
import static fr.sejour.core.internal.Platform.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteredPeopleTest {

    private static final String HEADER = "foreigner_number,family_name,given_names,birth_date,nationality,permit,"
            + "document_kind,permit_number,valid_from,valid_until,protection,letter_code\n";
    private static final ForeignerNumber NUMBER = new ForeignerNumber("9900000001");
    private static final ForeignerNumber REFUGEE = new ForeignerNumber("9900000002");
    private static final ForeignerNumber OTHER = new ForeignerNumber("9900000003");
    private static final LocalDate BIRTH = LocalDate.of(1999, 4, 12);
    private static final LetterCode LETTER = new LetterCode("ABCD-1234");
    private static final LetterCode WRONG_LETTER = new LetterCode("ABCD-1235");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @BeforeEach
    void theRegisterKnowsThreePeople() {
        platform.register.read(new StringReader(HEADER
                + "9900000001,EXEMPLE,Amina,1999-04-12,MA,etudiant,CST,T1,2025-09-01,2026-08-31,,ABCD-1234\n"
                + "9900000002,EXEMPLE,Amina,1999-04-12,MA,,,,,,refugie,ABCD-1234\n"
                + "9900000003,EXEMPLE,Amina,1999-04-12,MA,,,,,,,\n"));
    }

    @Test
    void a_link_makes_civil_status_and_permit_verified_facts() {
        PersonId person = platform.someone();

        PersonProfile linked = link(person, NUMBER, BIRTH, LETTER);

        assertThat(linked.civilStatus().familyName()).isEqualTo("EXEMPLE");
        assertThat(linked.civilStatusLevel()).isEqualTo(FactLevel.VERIFIED);
        assertThat(linked.foreignerNumber()).contains(NUMBER);
        assertThat(linked.heldPermits()).singleElement().satisfies(fact -> {
            assertThat(fact.level()).isEqualTo(FactLevel.VERIFIED);
            assertThat(fact.permit().number()).isEqualTo("T1");
        });
        assertThat(linked.contact().email()).contains("amina@example.org");
    }

    @Test
    void a_link_to_a_protection_makes_it_known() {
        assertThat(link(platform.someone(), REFUGEE, BIRTH, LETTER).protection())
                .contains(new PermitCode("refugie"));
    }

    @Test
    void the_same_link_again_changes_nothing() {
        PersonId person = platform.someone();
        PersonProfile first = link(person, NUMBER, BIRTH, LETTER);

        PersonProfile again = link(person, NUMBER, BIRTH, LETTER);

        assertThat(again).isEqualTo(first);
    }

    @Test
    void every_wrong_part_gets_the_same_answer() {
        PersonId somebodyElse = platform.someone();
        link(somebodyElse, REFUGEE, BIRTH, LETTER);
        PersonId person = platform.someone();

        assertThat(new CaseException[] {
                    refusal(person, new ForeignerNumber("0000000000"), BIRTH, LETTER),
                    refusal(person, NUMBER, BIRTH.plusDays(1), LETTER),
                    refusal(person, NUMBER, BIRTH, WRONG_LETTER),
                    refusal(person, OTHER, BIRTH, LETTER),
                    refusal(person, REFUGEE, BIRTH, LETTER)
                })
                .allSatisfy(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.LINK_REFUSED);
                    assertThat(refused.details()).isEmpty();
                });
        assertThat(platform.people.find(caller(person), person).foreignerNumber())
                .isEmpty();
    }

    @Test
    void a_person_linked_to_one_entry_is_not_linked_to_a_second() {
        PersonId person = platform.someone();
        link(person, NUMBER, BIRTH, LETTER);

        assertThat(refusal(person, REFUGEE, BIRTH, LETTER).code()).isEqualTo(ErrorCode.LINK_REFUSED);
        assertThat(platform.people.find(caller(person), person).foreignerNumber())
                .contains(NUMBER);
    }

    @Test
    void after_ten_refusals_in_a_day_even_the_right_parts_wait() {
        PersonId person = platform.someone();
        for (int at = 0; at < 10; at++) {
            assertThat(refusal(person, NUMBER, BIRTH, WRONG_LETTER).code()).isEqualTo(ErrorCode.LINK_REFUSED);
        }

        CaseException tooMany = refusal(person, NUMBER, BIRTH, LETTER);

        assertThat(tooMany.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        assertThat(tooMany.details())
                .containsEntry("retryAfterSeconds", Duration.ofDays(1).toSeconds() + 1);
        platform.clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(link(person, NUMBER, BIRTH, LETTER).foreignerNumber()).contains(NUMBER);
    }

    @Test
    void the_wait_is_over_when_the_first_refusal_is_a_day_old() {
        PersonId person = platform.someone();
        for (int at = 0; at < 10; at++) {
            refusal(person, NUMBER, BIRTH, WRONG_LETTER);
            platform.clock.advance(Duration.ofHours(1));
        }

        CaseException tooMany = refusal(person, NUMBER, BIRTH, LETTER);

        // the first was ten hours ago
        assertThat(tooMany.details())
                .containsEntry("retryAfterSeconds", Duration.ofHours(14).toSeconds() + 1);
        platform.clock.advance(Duration.ofHours(14).plusSeconds(1));
        assertThat(link(person, NUMBER, BIRTH, LETTER).foreignerNumber()).contains(NUMBER);
    }

    @Test
    void nobody_alone_keeps_somebody_else_from_their_number() {
        PersonId stranger = platform.someone();
        for (int at = 0; at < 11; at++) {
            refusal(stranger, NUMBER, BIRTH, WRONG_LETTER);
        }

        assertThat(link(platform.someone(), NUMBER, BIRTH, LETTER).foreignerNumber())
                .contains(NUMBER);
    }

    @Test
    void a_thousand_refusals_of_one_number_slow_down_whoever_tries_it() {
        for (int at = 0; at < 1000; at++) {
            refusal(platform.someone(), NUMBER, BIRTH, WRONG_LETTER);
        }

        assertThat(refusal(platform.someone(), NUMBER, BIRTH, LETTER).code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        assertThat(link(platform.someone(), REFUGEE, BIRTH, LETTER).foreignerNumber())
                .contains(REFUGEE);
    }

    @Test
    void one_person_who_tries_ten_numbers_is_ten_refusals_of_that_person() {
        PersonId person = platform.someone();
        for (int at = 0; at < 10; at++) {
            refusal(person, new ForeignerNumber("000000000" + at), BIRTH, LETTER);
        }

        assertThat(refusal(person, NUMBER, BIRTH, LETTER).code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    void somebody_elses_person_reads_like_an_unknown_one() {
        PersonId person = platform.someone();
        PersonId stranger = platform.someone();

        for (PersonId asked : new PersonId[] {person, new PersonId("00000000-nobody")}) {
            assertThat(Refusals.of(() -> platform.people.find(caller(stranger), asked))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(Refusals.of(() -> platform.people.find(AGENT_75, asked)).code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(Refusals.of(() -> platform.people.link(caller(stranger), asked, NUMBER, BIRTH, LETTER))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    @Test
    void a_permit_that_the_register_comes_to_know_needs_no_agent_any_more() {
        PersonId person = platform.someone();
        CaseFile file = platform.file(
                        caller(person),
                        holding(
                                filing(person, "etudiant", GRENOBLE),
                                said("etudiant", "T1", "2025-09-01", "2026-08-31")))
                .caseFile();
        platform.givePieces(person, file);
        platform.liveUntil(LocalDate.of(2026, 8, 30));
        assertThat(papers(person)).isZero();

        link(person, NUMBER, BIRTH, LETTER);

        CaseFile known = platform.review.find(AGENT_38, file.number());
        assertThat(known.facts()).isEqualTo(FactLevel.VERIFIED);
        assertThat(known.tasks()).extracting(Task::kind).doesNotContain(Task.Kind.SEE_FACTS, Task.Kind.PREVENT_GAP);
        assertThat(papers(person)).isEqualTo(1);
        assertThat(platform.review.journal(AGENT_38, file.number()))
                .extracting(JournalLine::what)
                .contains("facts-known");
    }

    @Test
    void the_registers_word_takes_the_place_of_what_was_said_of_the_same_permit() {
        PersonId person = platform.someone();
        CaseFile file = platform.file(
                        caller(person),
                        holding(
                                filing(person, "etudiant", GRENOBLE),
                                said("etudiant", "T1", "2025-09-01", "2029-08-31")))
                .caseFile();
        platform.givePieces(person, file);

        PersonProfile linked = link(person, NUMBER, BIRTH, LETTER);
        platform.liveUntil(LocalDate.of(2026, 8, 30));

        assertThat(linked.heldPermits())
                .singleElement()
                .satisfies(fact -> assertThat(fact.permit().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31)));
        CaseFile known = platform.review.find(AGENT_38, file.number());
        assertThat(known.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(known.facts()).isEqualTo(FactLevel.VERIFIED);
        assertThat(papers(person)).isEqualTo(1);
    }

    @Test
    void an_account_linked_after_the_filing_gives_the_case_the_permit_of_the_register() {
        PersonId person = platform.someone();
        CaseFile file = platform.file(person, "etudiant", GRENOBLE).caseFile();
        platform.givePieces(person, file);

        link(person, NUMBER, BIRTH, LETTER);
        platform.givePieces(person, platform.review.find(caller(person), file.number()));
        platform.liveUntil(LocalDate.of(2026, 8, 30));

        CaseFile known = platform.review.find(AGENT_38, file.number());
        assertThat(known.held().orElseThrow().number()).isEqualTo("T1");
        assertThat(known.assessment().nature()).isEqualTo(Nature.RENEWAL);
        // R. 431-15-1 al. 2: from the day after 31 August 2026
        assertThat(platform.papersOf(person))
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .singleElement()
                .satisfies(paper -> assertThat(paper.validity().firstDay()).isEqualTo(LocalDate.of(2026, 9, 1)));
        assertThat(platform.review.journal(AGENT_38, file.number()))
                .filteredOn(line -> line.what().equals("held-permit-known"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).isEqualTo("etudiant 2025-09-01 to 2026-08-31"));
    }

    @Test
    void a_late_link_on_an_incomplete_file_makes_a_task_of_the_gap() {
        PersonId person = platform.someone();
        CaseFile file = platform.file(person, "etudiant", GRENOBLE).caseFile();

        platform.clock.moveTo(LocalDate.of(2026, 8, 20));
        link(person, NUMBER, BIRTH, LETTER);

        assertThat(platform.review.find(AGENT_38, file.number()).tasks())
                .extracting(Task::kind)
                .contains(Task.Kind.PREVENT_GAP);
    }

    @Test
    void a_birth_after_the_filing_that_an_import_brings_undoes_nothing_else_and_leaves_the_case_readable() {
        PersonId person = platform.someone();
        link(person, NUMBER, BIRTH, LETTER);
        CaseFile file = platform.file(person, "etudiant", GRENOBLE).caseFile();
        platform.clock.moveTo(LocalDate.of(2026, 7, 1));

        var report = platform.register.read(new StringReader(HEADER
                + "9900000001,EXEMPLE,Amina,2026-06-20,MA,,,,,,,ABCD-1234\n"
                + "9900000007,EXEMPLE,Ada,2026-07-02,MA,,,,,,,\n"
                + "9900000008,EXEMPLE,Ada,1990-01-01,MA,,,,,,,\n"));

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.refused()).singleElement().asString().startsWith("Line 3: birth_date");
        assertThat(platform.review.find(caller(person), file.number()).number()).isEqualTo(file.number());
    }

    @Test
    void a_permit_that_an_import_brings_reaches_whoever_is_linked_already() {
        PersonId person = platform.someone();
        link(person, NUMBER, BIRTH, LETTER);
        CaseFile file = platform.file(person, "etudiant", GRENOBLE).caseFile();
        platform.givePieces(person, file);

        platform.register.read(new StringReader(HEADER
                + NUMBER.value()
                + ",Exemple,Amina,1999-04-12,MA,etudiant,CST,T1,2025-09-01,2026-09-30,,"
                + LETTER.value()
                + "\n"));

        assertThat(platform.review
                        .find(AGENT_38, file.number())
                        .held()
                        .orElseThrow()
                        .validUntil())
                .isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void a_protection_that_the_register_comes_to_know_gives_its_paper_at_once() {
        PersonId person = platform.someone();
        platform.file(person, "refugie", GRENOBLE);
        assertThat(papers(person)).isZero();

        link(person, REFUGEE, BIRTH, LETTER);

        assertThat(papers(person)).isEqualTo(1);
    }

    @Test
    void a_birth_date_put_right_by_the_register_leaves_every_case_readable() {
        PersonId person = platform.someoneBorn(LocalDate.of(1989, 4, 12));
        CaseFile file = platform.file(
                        caller(person), entered(filing(person, "etudiant", GRENOBLE), LocalDate.of(1995, 1, 1)))
                .caseFile();

        link(person, NUMBER, BIRTH, LETTER);

        assertThat(platform.review.find(NATIONAL, file.number()).number()).isEqualTo(file.number());
        assertThat(platform.review.ofPerson(caller(person), person)).hasSize(1);
    }

    private long papers(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .count();
    }

    private PersonProfile link(PersonId person, ForeignerNumber number, LocalDate birth, LetterCode letter) {
        return platform.people.link(caller(person), person, number, birth, letter);
    }

    private CaseException refusal(PersonId person, ForeignerNumber number, LocalDate birth, LetterCode letter) {
        return Refusals.of(() -> link(person, number, birth, letter));
    }
}
