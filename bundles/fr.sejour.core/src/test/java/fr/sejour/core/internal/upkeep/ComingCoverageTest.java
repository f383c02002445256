package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.ComingCoverage.ComingPaper;
import fr.sejour.api.attestation.ComingCoverage.Owed;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes after the card that ends on 31 August 2026. */
class ComingCoverageTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final Optional<PrefectureCode> ISERE = Optional.of(new PrefectureCode("38"));

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void a_complete_file_in_time_names_the_paper_and_the_day_it_will_be_there() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        // seven days ahead
        assertThat(coming(student))
                .contains(new ComingCoverage(
                        SEPTEMBER,
                        Optional.of(new ComingPaper(
                                PaperKind.ATTESTATION_DE_PROLONGATION, SEPTEMBER, LocalDate.of(2026, 8, 25), number)),
                        Optional.empty()));

        // three months later it is the turn of the one after it
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        assertThat(coming(student).flatMap(ComingCoverage::paper))
                .contains(new ComingPaper(
                        PaperKind.ATTESTATION_DE_PROLONGATION,
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 11, 24),
                        number));
    }

    @Test
    void a_late_filing_says_whose_task_it_is_and_until_when() {
        PersonId student = platform.aStudent();
        platform.clock.moveTo(LocalDate.of(2026, 8, 3));
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(coming(student))
                .contains(new ComingCoverage(
                        SEPTEMBER,
                        Optional.empty(),
                        Optional.of(
                                new Owed(Task.Kind.PREVENT_GAP, ISERE, LocalDate.of(2026, 8, 31), number, List.of()))));

        platform.liveUntil(LocalDate.of(2026, 9, 3));
        assertThat(coming(student).map(ComingCoverage::from)).contains(LocalDate.of(2026, 9, 3));
    }

    @Test
    void a_permit_that_is_only_declared_waits_for_an_agent_who_sees_it() {
        PersonId student = platform.someone();
        CaseFile file = platform.file(
                        Platform.caller(student),
                        Platform.holding(
                                Platform.filing(student, "etudiant", GRENOBLE),
                                Platform.said("etudiant", "D2", "2025-09-01", "2026-08-31")))
                .caseFile();
        platform.givePieces(student, file);

        // two working days from Monday 1 June
        assertThat(coming(student).flatMap(ComingCoverage::owed))
                .contains(new Owed(Task.Kind.SEE_FACTS, ISERE, LocalDate.of(2026, 6, 3), file.number(), List.of()));
    }

    /** R. 431-15-1 gives the paper to a complete file; of those of a renewing student R. 431-10 2° alone is settled. */
    @Test
    void an_incomplete_file_waits_for_the_pieces_of_its_person() {
        PersonId student = platform.aStudent();
        CaseFile file = platform.file(Platform.caller(student), Platform.filing(student, "etudiant", GRENOBLE))
                .caseFile();

        assertThat(coming(student).flatMap(ComingCoverage::owed).map(Owed::pieces))
                .contains(List.of(new PieceType("nationalite")));

        platform.givePieces(student, file);
        assertThat(coming(student).flatMap(ComingCoverage::owed)).isEmpty();
    }

    @Test
    void an_agent_who_has_to_see_something_comes_before_the_pieces_of_an_incomplete_file() {
        PersonId student = platform.someone();
        CaseFile file = platform.file(
                        Platform.caller(student),
                        Platform.holding(
                                Platform.filing(student, "etudiant", GRENOBLE),
                                Platform.said("etudiant", "D2", "2025-09-01", "2026-08-31")))
                .caseFile();

        assertThat(coming(student).flatMap(ComingCoverage::owed))
                .contains(new Owed(Task.Kind.SEE_FACTS, ISERE, LocalDate.of(2026, 6, 3), file.number(), List.of()));
    }

    @Test
    void nobody_owes_anything_to_whoever_has_not_filed() {
        assertThat(coming(platform.aStudent()))
                .contains(new ComingCoverage(SEPTEMBER, Optional.empty(), Optional.empty()));
    }

    @Test
    void what_runs_until_the_card_is_in_the_hand_has_nothing_to_come() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Grant(SEPTEMBER, LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));

        assertThat(coming(student)).isEmpty();
    }

    private Optional<ComingCoverage> coming(PersonId person) {
        return platform.coverage.coming(Platform.caller(person), person);
    }
}
