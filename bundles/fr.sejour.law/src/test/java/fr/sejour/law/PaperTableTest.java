package fr.sejour.law;

import static fr.sejour.law.Readings.say;
import static fr.sejour.law.Situation.NOW;
import static fr.sejour.law.Situation.aRecognisedRefugee;
import static fr.sejour.law.Situation.aStudentRenewing;
import static fr.sejour.law.Situation.anEmployeeRenewingAtTheCounter;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.PaperReasons;
import fr.sejour.api.right.PaperReasons.About;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.Validity;
import fr.sejour.law.internal.text.ChangedShelf;
import fr.sejour.law.internal.text.PaperRow;
import fr.sejour.law.internal.text.PaperRow.Stage;
import fr.sejour.law.internal.text.WorkRow;
import fr.sejour.law.internal.text.WorkRow.Under;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One value for each row of the table, from the articles as they read, by hand. */
class PaperTableTest {

    private static final LocalDate FILED = LocalDate.parse("2026-06-15");
    private static final List<PaperCell> CELLS = NOW.papers().cells(FILED);

    /**
     * @param row the row that has to hold
     * @param expected kind, rights as {@link RightsCode} writes them, days from the first on, and the reasons; or the open question
     */
    record Cell(String row, Stage stage, Situation situation, Timeliness time, String day, String expected) {
        @Override
        public String toString() {
            return row;
        }
    }

    static Stream<Cell> papers() {
        Situation resident = asking("carte_resident").holding("carte_resident", "2016-10-01", "2026-09-30");
        Situation counter = asking("vpf_liens_personnels").by(FilingChannel.COUNTER);
        Situation visa = asking("talent_chercheur")
                .holding("talent_chercheur", DocumentKind.VISA, "2025-10-01", "2026-09-30")
                .withLongStayVisa(true);
        return Stream.of(
                // R. 431-15-1 al. 1: at once, proves the filing and nothing else.
                at(
                        "deposit",
                        Stage.FILING,
                        aStudentRenewing(),
                        "2026-06-15",
                        "ATTESTATION_DE_DEPOT SN WN TN CN 2026-06-15.. online-filing"),
                // R. 431-15-3, R. 431-15-4, L. 414-10: on filing, six months, any occupation.
                at(
                        "refugee-on-filing",
                        Stage.FILING,
                        aRecognisedRefugee(),
                        "2026-06-15",
                        "ATTESTATION_DE_PROLONGATION SP WA T0 CM 2026-06-15..2026-12-14 recognised-protection on-filing"),
                at(
                        "subsidiary-protection-on-filing",
                        Stage.FILING,
                        asking("protection_subsidiaire"),
                        "2026-06-15",
                        "ATTESTATION_DE_PROLONGATION SP WA T0 CM 2026-06-15..2026-12-14 recognised-protection on-filing"),
                // R. 431-12, R. 431-13, R. 431-14 (L. 423-23 in no list), R. 431-15.
                at(
                        "recepisse-first",
                        Stage.FILING,
                        counter,
                        "2026-06-15",
                        "RECEPISSE SP WN T0 C0 2026-06-15..2026-10-14 first-application filed-elsewhere core-documents-there"),
                at(
                        "recepisse-renewal",
                        Stage.FILING,
                        anEmployeeRenewingAtTheCounter(),
                        "2026-07-20",
                        "RECEPISSE SP WE T0 C0 2026-07-20..2026-10-19 renewal filed-elsewhere core-documents-there"),
                // L. 433-3 al. 1 and 3, R. 433-3.
                at(
                        "legal-extension-resident",
                        Stage.FILING,
                        resident,
                        "2026-06-15",
                        "LEGAL_EXTENSION SX WA T0 CM 2026-10-01..2026-12-30 renewal filed-before-expiry card-extended"),
                at(
                        "legal-extension",
                        Stage.FILING,
                        asking("csp_salarie").holding("csp_salarie", "2022-10-01", "2026-09-30"),
                        "2026-06-15",
                        "LEGAL_EXTENSION SX WLEM T0 CM 2026-10-01..2026-12-30 renewal filed-before-expiry card-extended"),
                at(
                        "legal-extension-after-expiry",
                        Stage.FILING,
                        asking("carte_resident").holding("carte_resident", "2016-06-01", "2026-05-31"),
                        "2026-06-15",
                        "?extension_after_expiry"),
                at(
                        "legal-extension-change-of-ground",
                        Stage.FILING,
                        asking("visiteur").holding("carte_resident", "2016-10-01", "2026-09-30"),
                        "2026-06-15",
                        "?extension_change_of_ground"),
                at(
                        "legal-extension-listed-departements",
                        Stage.FILING,
                        aStudentRenewing(),
                        "2026-06-15",
                        "?extension_listed_departements"),
                at(
                        "refugee-continuing",
                        Stage.CONTINUING,
                        aRecognisedRefugee(),
                        "2026-12-15",
                        "ATTESTATION_DE_PROLONGATION SP WA T0 CM 2026-12-15..2027-06-14 recognised-protection undecided"),
                at(
                        "subsidiary-protection-continuing",
                        Stage.CONTINUING,
                        asking("protection_subsidiaire"),
                        "2026-12-15",
                        "ATTESTATION_DE_PROLONGATION SP WA T0 CM 2026-12-15..2027-06-14 recognised-protection undecided"),
                at(
                        "recepisse-continuing",
                        Stage.CONTINUING,
                        counter,
                        "2026-10-15",
                        "RECEPISSE SP WN T0 C0 2026-10-15..2027-01-14 first-application filed-elsewhere core-documents-there"),
                // R. 431-18 leaves out R. 431-16 12°.
                at(
                        "prolongation-after-the-visa-of-a-trainee",
                        Stage.CONTINUING,
                        asking("stagiaire_ict").holding("stagiaire_ict", DocumentKind.VISA, "2025-10-01", "2026-09-30"),
                        "2026-10-01",
                        "?trainee_visa"),
                new Cell(
                        "prolongation-early",
                        Stage.CONTINUING,
                        aStudentRenewing(),
                        Timeliness.EARLY,
                        "2026-10-01",
                        "?early_filing"),
                // R. 431-18 with R. 431-15-1 al. 2; R. 431-15-2 al. 2 gives the visa holder of L. 421-14 the work of
                // the permit.
                at(
                        "prolongation-after-a-visa",
                        Stage.CONTINUING,
                        visa,
                        "2026-10-01",
                        "ATTESTATION_DE_PROLONGATION SX WLAP T0 C0 2026-10-01..2026-12-31 after-a-visa complete-file filed-in-time undecided"),
                // R. 431-15-1 al. 2, R. 431-15-2 al. 4.
                at(
                        "prolongation-renewal",
                        Stage.CONTINUING,
                        aStudentRenewing(),
                        "2026-10-01",
                        "ATTESTATION_DE_PROLONGATION SX WH964 T0 C0 2026-10-01..2026-12-31 renewal complete-file filed-in-time undecided"),
                // R. 431-15-1 al. 3, R. 431-15-2 al. 1 (L. 423-22 is listed).
                at(
                        "prolongation-young-adult",
                        Stage.CONTINUING,
                        asking("vpf_ase_avant_16_ans")
                                .under("L. 423-22")
                                .bornOn("2008-01-10")
                                .enteredOn("2019-01-05"),
                        "2026-06-16",
                        "ATTESTATION_DE_PROLONGATION SP WA T0 C0 2026-06-16..2026-09-15 first-application young-adult complete-file filed-in-time undecided"),
                // R. 431-15-1 al. 4: until the card.
                at(
                        "favourable-decision",
                        Stage.DECISION,
                        aStudentRenewing(),
                        "2026-10-20",
                        "ATTESTATION_DE_DECISION_FAVORABLE SP WH964 T0 C0 2026-10-20.. favourable-decision"),
                // R. 432-9: three months; the mention stands when the permit held before allowed work.
                at(
                        "commission-online",
                        Stage.COMMISSION,
                        aStudentRenewing(),
                        "2026-10-20",
                        "ATTESTATION_DE_PROLONGATION SP WH964 T0 C0 2026-10-20..2027-01-19 commission-seized undecided"),
                at(
                        "commission-elsewhere",
                        Stage.COMMISSION,
                        counter,
                        "2026-10-20",
                        "RECEPISSE SP WN T0 C0 2026-10-20..2027-01-19 commission-seized undecided"));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void each_row_on_papers_gives_what_its_article_says(Cell cell) {
        Circumstances then = new Circumstances(
                NOW, cell.situation.facts(), true, Reading.settled(cell.time), LocalDate.parse(cell.day));

        Papers.Decided decided = NOW.papers().decide(cell.stage, then).stream()
                .filter(each -> each.row().name().equals(cell.row))
                .findFirst()
                .orElseThrow();

        assertThat(say(decided.paper().map(PaperTableTest::told))).isEqualTo(cell.expected);
    }

    @Test
    void no_row_on_papers_is_without_its_value_here() {
        Set<String> ordered = Set.of("order-prolongation", "order-recepisse");

        assertThat(papers().map(Cell::row).collect(Collectors.toSet()))
                .isEqualTo(NOW.text().papers().papers().all().stream()
                        .map(PaperRow::name)
                        .filter(name -> !ordered.contains(name))
                        .collect(Collectors.toSet()));
    }

    /** R. 233-17: at once, on every request; what it proves is not read anywhere. */
    @Test
    void what_the_code_gives_and_no_row_issues_is_a_question() {
        assertThat(NOW.papers().notIssued(asking("famille_citoyen_ue").facts(), FILED))
                .singleElement()
                .asString()
                .startsWith("R. 233-17 gives an attestation at once on every request");
        assertThat(NOW.papers().notIssued(aStudentRenewing().facts(), FILED)).isEmpty();
    }

    @Test
    void an_order_gives_the_kind_and_the_days_that_the_judge_said() {
        Validity days = Validity.between(FILED, LocalDate.parse("2026-12-24"), ZoneId.of("Europe/Paris"));
        for (PaperKind kind : List.of(PaperKind.ATTESTATION_DE_PROLONGATION, PaperKind.RECEPISSE)) {
            PaperGrant paper = NOW.papers().ordered(aStudentRenewing().facts(), kind, days, false);

            assertThat(told(paper)).isEqualTo(kind + " SP WN T0 C0 2026-06-15..2026-12-24 court-order");
        }
    }

    /** @param expected the work right as {@link RightsCode} writes it, or the open question; its reason; its articles */
    record Work(String row, Under under, Situation situation, String expected) {
        @Override
        public String toString() {
            return row;
        }
    }

    static Stream<Work> work() {
        return Stream.of(
                // Texts of their own: the Withdrawal Agreement, R. 581-4, the 1968 agreement.
                new Work(
                        "own-texts-first",
                        Under.RECEPISSE,
                        asking("brexit_accord_retrait"),
                        "A work-own-texts décret n° 2020-1417"),
                new Work(
                        "own-texts-renewal",
                        Under.ATTESTATION_DE_PROLONGATION,
                        again("brexit_accord_retrait"),
                        "A work-own-texts décret n° 2020-1417"),
                new Work(
                        "own-texts-change-of-ground-recepisse",
                        Under.RECEPISSE,
                        instead("brexit_accord_retrait"),
                        "A work-two-readings R. 431-15, décret n° 2020-1417"),
                new Work(
                        "own-texts-change-of-ground",
                        Under.ATTESTATION_DE_PROLONGATION,
                        instead("brexit_accord_retrait"),
                        "A work-two-readings R. 431-15-2 al. 4, décret n° 2020-1417"),
                new Work(
                        "own-regime-change-of-ground",
                        Under.ATTESTATION_DE_PROLONGATION,
                        instead("algerien_1_an"),
                        "?change_of_ground - R. 431-15-2 al. 4, accord franco-algérien 27/12/1968 art. 6, 7"),
                // R. 431-15; R. 431-15-2 al. 4.
                new Work("recepisse-renewal-of-a-card", Under.RECEPISSE, again("etudiant"), "H964 work-held R. 431-15"),
                new Work(
                        "attestation-renewal-of-a-card",
                        Under.ATTESTATION_DE_PROLONGATION,
                        again("visiteur"),
                        "N work-not-held R. 431-15-2 al. 4"),
                new Work(
                        "own-regime-renewal-of-no-card-recepisse",
                        Under.RECEPISSE,
                        byVisa("algerien_1_an"),
                        "?not_a_card - R. 431-15, accord franco-algérien 27/12/1968 art. 6, 7"),
                new Work(
                        "own-regime-renewal-of-no-card",
                        Under.ATTESTATION_DE_PROLONGATION,
                        byVisa("algerien_1_an"),
                        "?not_a_card - R. 431-15-2 al. 4, accord franco-algérien 27/12/1968 art. 6, 7"),
                new Work(
                        "recepisse-renewal-of-no-card",
                        Under.RECEPISSE,
                        byVisa("visiteur"),
                        "N work-two-readings-none R. 431-15, R. 431-14"),
                new Work(
                        "attestation-renewal-of-no-card",
                        Under.ATTESTATION_DE_PROLONGATION,
                        byVisa("etudiant"),
                        "?not_a_card - R. 431-15-2 al. 4, R. 431-15-2"),
                new Work(
                        "recepisse-change-of-ground",
                        Under.RECEPISSE,
                        asking("vpf_conjoint_francais")
                                .under("L. 423-1")
                                .holding("vpf_liens_personnels", "2025-10-01", "2026-09-30"),
                        "A work-two-readings R. 431-15, R. 431-14"),
                new Work(
                        "attestation-change-of-ground",
                        Under.ATTESTATION_DE_PROLONGATION,
                        asking("visiteur").holding("etudiant", "2025-10-01", "2026-09-30"),
                        "?change_of_ground - R. 431-15-2 al. 4, R. 431-15-2"),
                // R. 431-14 names L. 423-8 and R. 431-15-2 does not.
                new Work(
                        "recepisse-listed",
                        Under.RECEPISSE,
                        asking("vpf_parent_enfant_francais").under("L. 423-8"),
                        "A work-listed R. 431-14"),
                new Work(
                        "attestation-not-listed",
                        Under.ATTESTATION_DE_PROLONGATION,
                        asking("vpf_parent_enfant_francais").under("L. 423-8"),
                        "N work-not-listed R. 431-15-2"),
                new Work(
                        "attestation-listed",
                        Under.ATTESTATION_DE_PROLONGATION,
                        asking("vpf_traite"),
                        "A work-listed R. 431-15-2"),
                new Work(
                        "recepisse-not-listed",
                        Under.RECEPISSE,
                        asking("vpf_liens_personnels"),
                        "N work-not-listed R. 431-14"),
                new Work(
                        "recepisse-listed-with-an-authorisation",
                        Under.RECEPISSE,
                        asking("salarie").withWorkAuthorisation(true),
                        "E work-authorised R. 431-14"),
                new Work(
                        "recepisse-listed-without-its-authorisation",
                        Under.RECEPISSE,
                        asking("salarie"),
                        "N work-not-authorised R. 431-14"),
                new Work(
                        "attestation-listed-with-an-authorisation",
                        Under.ATTESTATION_DE_PROLONGATION,
                        asking("travailleur_saisonnier").withWorkAuthorisation(true),
                        "E work-authorised R. 431-15-2"),
                new Work(
                        "attestation-listed-without-its-authorisation",
                        Under.ATTESTATION_DE_PROLONGATION,
                        asking("travailleur_saisonnier"),
                        "N work-not-authorised R. 431-15-2"),
                new Work(
                        "recepisse-listed-with-a-visa",
                        Under.RECEPISSE,
                        asking("talent_renommee").withLongStayVisa(true),
                        "A work-visa R. 431-14"),
                new Work(
                        "recepisse-listed-without-its-visa",
                        Under.RECEPISSE,
                        asking("talent_renommee"),
                        "N work-no-visa R. 431-14"),
                new Work(
                        "attestation-listed-with-a-visa",
                        Under.ATTESTATION_DE_PROLONGATION,
                        asking("talent_chercheur").withLongStayVisa(true),
                        "LAP work-visa R. 431-15-2"),
                new Work(
                        "attestation-listed-without-its-visa",
                        Under.ATTESTATION_DE_PROLONGATION,
                        asking("talent_chercheur"),
                        "N work-no-visa R. 431-15-2"),
                new Work(
                        "recepisse-listed-after-a-year",
                        Under.RECEPISSE,
                        child("2025-06-15"),
                        "A work-one-year R. 431-14"),
                new Work(
                        "recepisse-listed-before-a-year",
                        Under.RECEPISSE,
                        child("2025-06-16"),
                        "N work-under-one-year R. 431-14"),
                new Work(
                        "attestation-listed-after-a-year",
                        Under.ATTESTATION_DE_PROLONGATION,
                        child("2025-06-15"),
                        "A work-one-year R. 431-15-2"),
                new Work(
                        "attestation-listed-before-a-year",
                        Under.ATTESTATION_DE_PROLONGATION,
                        child("2025-06-16"),
                        "N work-under-one-year R. 431-15-2"),
                // R. 432-9.
                new Work("commission-after-a-permit", Under.COMMISSION, again("etudiant"), "H964 work-held R. 432-9"),
                new Work(
                        "commission-without-a-permit",
                        Under.COMMISSION,
                        asking("vpf_traite"),
                        "N work-nothing-held R. 432-9"));
    }

    @ParameterizedTest
    @MethodSource("work")
    void each_row_on_work_gives_what_its_article_says(Work cell) {
        Circumstances then =
                new Circumstances(NOW, cell.situation.facts(), true, Reading.settled(Timeliness.IN_TIME), FILED);

        InterimWork.Traced given = new InterimWork(NOW).under(cell.under, then);

        String right = given.right().value().fold(settled -> letters(given), open -> "?" + open.token());
        assertThat(right + " " + (given.because().isEmpty() ? "-" : String.join(" ", given.because())) + " "
                        + given.right().basis().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .isEqualTo(cell.expected);
    }

    @Test
    void no_row_on_work_is_without_its_value_here() {
        assertThat(work().map(Work::row).collect(Collectors.toSet()))
                .isEqualTo(NOW.text().papers().work().all().stream()
                        .map(WorkRow::name)
                        .collect(Collectors.toSet()));
    }

    /** A right that is settled, present or absent, has its reason; one that is open has none, for a reason would decide it. */
    @Test
    void every_cell_gives_each_settled_right_a_reason_and_an_open_one_none() {
        List<PaperCell> cells = CELLS;
        Set<String> codes = new TreeSet<>();
        Set<String> reasons = new TreeSet<>();
        for (PaperCell cell : cells) {
            cell.paper().ifSettled().ifPresent(paper -> {
                PaperReasons because = new PaperReasons(paper.because());
                assertThat(because.of(About.PAPER)).as(cell.row()).isNotEmpty();
                rights(paper)
                        .forEach((about, right) -> assertThat(because.of(about).isEmpty())
                                .as(cell + " " + about)
                                .isNotEqualTo(right.value().isSettled()));
                codes.add(RightsCode.of(paper.rights()).value());
                reasons.addAll(paper.because());
            });
        }

        assertThat(cells.stream().map(PaperCell::row).collect(Collectors.toSet()))
                .hasSize(NOW.text().papers().papers().all().size());
        assertThat(NOW.papers().reasons()).containsAll(reasons);
        System.out.println(
                cells.size() + " cells, " + codes.size() + " sets of rights, " + reasons.size() + " reasons: " + codes);
    }

    @Test
    void no_paper_allows_work_for_a_reason_of_none_and_none_denies_it_for_a_reason_of_some() {
        Map<String, Set<Boolean>> allows = new TreeMap<>();
        for (PaperCell cell : CELLS) {
            cell.paper()
                    .ifSettled()
                    .ifPresent(paper -> paper.rights()
                            .work()
                            .value()
                            .ifSettled()
                            .ifPresent(work -> new PaperReasons(paper.because())
                                    .of(About.WORK)
                                    .forEach(code -> allows.computeIfAbsent(code, it -> new TreeSet<>())
                                            .add(work.code().authorisesWork()))));
        }

        assertThat(allows.values()).allSatisfy(answers -> assertThat(answers).hasSize(1));
    }

    @Test
    void a_later_row_of_the_same_name_counts_from_its_day_and_an_earlier_paper_stands() {
        String row = "- row: recepisse-renewal\n";
        String later = """
                - row: recepisse-renewal
                  in_force_from: '2026-09-01'
                  recorded_on: '2026-11-22'
                  stage: filing
                  channel: elsewhere
                  nature: [renewal]
                  when: [residence_permit, complete_file]
                  paper: recepisse
                  basis: [R. 431-12, R. 431-13]
                  stay: {right: proven, because: stay-examined}
                  work: {under: recepisse}
                  travel: open
                  social: open
                  lasts: {months: 6, at_least: 1}
                  renewed: until_the_card
                  because: [nature, filed-elsewhere, core-documents-there]

                """;
        Edition changed = new Editions(ChangedShelf.shipped().with("2026-01-01/papers.yaml", row, later + row))
                .inForce(LocalDate.parse("2026-12-01"));
        FilingFacts facts = anEmployeeRenewingAtTheCounter().facts();

        assertThat(lastDay(changed, facts, "2026-08-31")).isEqualTo("2026-11-29");
        assertThat(lastDay(changed, facts, "2026-09-01")).isEqualTo("2027-02-28");
    }

    @Test
    void of_two_readings_of_one_day_the_one_recorded_last_counts() {
        ChangedShelf shelf = ChangedShelf.shipped();
        String table = shelf.read("2026-01-01/papers.yaml");
        int from = table.indexOf("- row: recepisse-renewal\n");
        String row = table.substring(from, table.indexOf("\n\n", from) + 2);
        String read = row.replace("recorded_on: '2026-11-22'", "recorded_on: '2026-11-23'")
                .replace("months: 3", "months: 5");
        Edition changed = new Editions(shelf.with("2026-01-01/papers.yaml", table.replace(row, read + row)))
                .inForce(LocalDate.parse("2026-12-01"));

        assertThat(lastDay(changed, anEmployeeRenewingAtTheCounter().facts(), "2026-07-20"))
                .isEqualTo("2026-12-19");
    }

    @Test
    void a_row_gives_nothing_after_its_last_day() {
        Edition changed = new Editions(ChangedShelf.shipped()
                        .with(
                                "2026-01-01/papers.yaml",
                                "- row: recepisse-renewal\n",
                                "- row: recepisse-renewal\n  in_force_until: '2026-08-31'\n"))
                .inForce(LocalDate.parse("2026-12-01"));
        FilingFacts facts = anEmployeeRenewingAtTheCounter().facts();

        assertThat(changed.papers().onFiling(facts, true, LocalDate.parse("2026-08-31")))
                .hasSize(1);
        assertThat(changed.papers().onFiling(facts, true, LocalDate.parse("2026-09-01")))
                .isEmpty();
    }

    private static String lastDay(Edition edition, FilingFacts facts, String on) {
        return edition.papers()
                .onFiling(facts, true, LocalDate.parse(on))
                .get(0)
                .validity()
                .lastDay()
                .orElseThrow()
                .toString();
    }

    private static Cell at(String row, Stage stage, Situation situation, String day, String expected) {
        return new Cell(row, stage, situation, Timeliness.IN_TIME, day, expected);
    }

    private static Situation again(String permit) {
        return asking(permit).holding(permit, "2025-10-01", "2026-09-30");
    }

    private static Situation instead(String permit) {
        return asking(permit).holding("vpf_liens_personnels", "2025-10-01", "2026-09-30");
    }

    private static Situation byVisa(String permit) {
        return asking(permit).holding(permit, DocumentKind.VISA, "2025-10-01", "2026-09-30");
    }

    private static Situation child(String entered) {
        return asking("vpf_famille_rldue").under("L. 426-13").enteredOn(entered);
    }

    private static String told(PaperGrant paper) {
        return paper.kind() + " " + RightsCode.of(paper.rights()) + " "
                + paper.validity().firstDay() + ".."
                + paper.validity().lastDay().map(LocalDate::toString).orElse("") + " "
                + String.join(" ", new PaperReasons(paper.because()).of(About.PAPER));
    }

    private static String letters(InterimWork.Traced given) {
        return RightsCode.of(new Rights(
                        new Right<>(Reading.undetermined("-", "-"), List.of()),
                        given.right(),
                        new Right<>(Reading.undetermined("-", "-"), List.of()),
                        new Right<>(Reading.undetermined("-", "-"), List.of())))
                .value()
                .split(" ", -1)[1]
                .substring(1);
    }

    private static Map<About, Right<?>> rights(PaperGrant paper) {
        return Map.of(
                About.STAY, paper.rights().stay(),
                About.WORK, paper.rights().work(),
                About.TRAVEL, paper.rights().travel(),
                About.SOCIAL, paper.rights().social());
    }
}
