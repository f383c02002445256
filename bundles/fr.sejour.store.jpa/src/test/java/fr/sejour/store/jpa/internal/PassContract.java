package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.applicant;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.operation.DeadlinePass.Report;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.core.port.CaseRecord;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The deadline pass over a real store. Students filed in their window with a complete file; their cards end on 30 June 2026. R.
 * 431-15-1 al. 2 gives each an attestation de prolongation for three months from 1 July.
 */
abstract class PassContract extends ShelfContract {

    private static final Instant JUNE_25 = Instant.parse("2026-06-25T08:00:00Z");
    private static final String PAPERS = "SELECT COUNT(*), COUNT(DISTINCT person_id), MIN(first_day), MAX(first_day),"
            + " MIN(last_day), MAX(last_day) FROM attestation WHERE kind = 'ATTESTATION_DE_PROLONGATION'";

    PassContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void everybody_who_is_due_has_a_paper_in_one_run_and_the_next_one_finds_nothing() {
        students(450);
        Desks day = new Desks(store, JUNE_25);

        Report first = day.pass.run();
        Report second = day.pass.run();

        assertThat(raw.rows(PAPERS)).containsExactly("450|450|2026-07-01|2026-07-01|2026-09-30|2026-09-30");
        assertThat(first.papers()).isEqualTo(450);
        assertThat(first.failed()).isZero();
        assertThat(second).isEqualTo(new Report(0, 0, 0, 0, 0, 0));
        assertThat(raw.rows("SELECT COUNT(*) FROM journal WHERE what = 'paper-issued' AND actor = 'platform'"
                        + " AND written_at >= CAST('2026-06-25 00:00:00' AS TIMESTAMP)"))
                .containsExactly("450");
    }

    @Test
    void two_nodes_that_pass_at_once_issue_every_paper_once() throws Exception {
        students(450);

        List<Report> reports = Together.run(2, node -> new Desks(store, JUNE_25).pass.run());
        Report after = new Desks(store, JUNE_25).pass.run();

        assertThat(raw.rows(PAPERS)).containsExactly("450|450|2026-07-01|2026-07-01|2026-09-30|2026-09-30");
        assertThat(reports.stream().mapToInt(Report::papers).sum() + after.papers())
                .isEqualTo(450);
        assertThat(reports).allSatisfy(report -> assertThat(report.failed()).isZero());
    }

    @Test
    void a_case_that_nobody_can_read_keeps_no_other_from_its_paper() {
        students(12);
        String damaged = raw.rows("SELECT MIN(case_number) FROM permit_case").get(0);
        raw.run("UPDATE permit_case SET zone = 'Nowhere/At_All' WHERE case_number = '" + damaged + "'");

        Report report = new Desks(store, JUNE_25).pass.run();

        assertThat(raw.rows(PAPERS)).containsExactly("11|11|2026-07-01|2026-07-01|2026-09-30|2026-09-30");
        assertThat(report.failed()).isOne();
    }

    @Test
    void a_case_whose_paper_the_database_refuses_keeps_no_other_from_its_paper() {
        students(12);
        String taken = raw.rows("SELECT MIN(case_number) FROM permit_case").get(0);
        // the interval is taken by a paper of somebody else's case of that number, which only the constraint knows of
        raw.run(
                "INSERT INTO attestation (attestation_number, kind, person_id, case_number, prefecture, first_day, last_day,"
                        + " zone, stay, work_code, travel, social, edition, issued_at, check_code, stands) SELECT"
                        + " 'SJ-0000-0000-0001', 'ATTESTATION_DE_PROLONGATION', '" + other(taken)
                        + "', case_number, prefecture,"
                        + " CAST('2026-07-01' AS DATE), CAST('2026-09-30' AS DATE), zone, 'PROVEN_WITH_EXPIRED_PERMIT', 'ANY',"
                        + " 'RETURN_WITH_EXPIRED_PERMIT', 'MAINTAINED', edition, filed_at, '000000000001', TRUE"
                        + " FROM permit_case WHERE case_number = '" + taken + "'");

        Report report = new Desks(store, JUNE_25).pass.run();

        assertThat(raw.rows(PAPERS + " AND case_number <> '" + taken + "'"))
                .containsExactly("11|11|2026-07-01|2026-07-01|2026-09-30|2026-09-30");
        assertThat(raw.rows(PAPERS + " AND case_number = '" + taken + "'"))
                .containsExactly("1|1|2026-07-01|2026-07-01|2026-09-30|2026-09-30");
        assertThat(report.failed()).isOne();
    }

    private String other(String number) {
        return raw.rows("SELECT MAX(person_id) FROM permit_case WHERE case_number <> '" + number + "'")
                .get(0);
    }

    /** The first one files; the others are as the first one, with a number and a paper of their own. */
    private void students(int count) {
        student(new Desks(store, MORNING), 1);
        write(records -> {
            CaseRecord model = records.cases().ofPerson(NATIONAL, personId(1)).get(0);
            List<Attestation> papers = records.papers().ofPerson(NATIONAL, personId(1));
            for (int n = 2; n <= count; n++) {
                CaseNumber number = caseNumber(n);
                records.people().add(aPerson(n).withHeldPermits(List.of(card(1))));
                records.cases()
                        .add(model.with()
                                .number(number)
                                .version(1)
                                .filed(model.filed().withPerson(personId(n)))
                                .build());
                for (Attestation paper : papers) {
                    records.papers().add(copy(paper, number, n));
                }
            }
        });
    }

    private static Attestation copy(Attestation paper, CaseNumber number, int n) {
        return new Attestation(
                new AttestationNumber("SJ-0000-0001-%04d".formatted(n)),
                paper.kind(),
                personId(n),
                number,
                paper.prefecture(),
                paper.validity(),
                paper.rights(),
                paper.basis(),
                paper.because(),
                paper.edition(),
                paper.issuedAt(),
                new CheckCode("%012d".formatted(n)),
                paper.end());
    }

    private static HeldPermitFact card(int n) {
        return new HeldPermitFact(
                "register",
                new HeldPermit(
                        new PermitCode("etudiant"),
                        "T" + n,
                        Optional.of(DocumentKind.CST),
                        LocalDate.of(2025, 7, 1),
                        LocalDate.of(2026, 6, 30)),
                FactLevel.VERIFIED,
                MORNING);
    }

    private void student(Desks desks, int n) {
        write(records -> {
            records.people().add(aPerson(n));
            records.people().keep(personId(n), card(n));
        });
        CaseFile file = desks.filings
                .file(
                        applicant(personId(n)),
                        new IdempotencyKey("renewal-of-" + n),
                        FilingBuilder.builder()
                                .person(personId(n))
                                .channel(FilingChannel.ONLINE)
                                .permit(new PermitCode("etudiant"))
                                .residence(new Residence("1 place de Verdun", new CommuneCode("38185")))
                                .workAuthorisation(false)
                                .employed(false)
                                .build())
                .caseFile();
        file.assessment().pieces().stream()
                .filter(piece -> piece.phase() == PieceRequirement.Phase.FILING)
                .filter(piece -> piece.blocking().fold(blocks -> blocks, open -> true))
                .forEach(piece -> desks.pieces.give(
                        applicant(personId(n)),
                        file.number(),
                        piece.type(),
                        SentFile.of(new ByteArrayInputStream("%PDF-1.7 exemple".getBytes(UTF_8)))));
    }
}
