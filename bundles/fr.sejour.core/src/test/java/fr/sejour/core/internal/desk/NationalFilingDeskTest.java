package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.by;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.entered;
import static fr.sejour.core.internal.Platform.filing;
import static fr.sejour.core.internal.Platform.holding;
import static fr.sejour.core.internal.Platform.said;
import static fr.sejour.core.internal.Platform.under;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.WorkCode;
import fr.sejour.core.internal.CountingStore;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.practice.LocalRules;
import fr.sejour.spi.rules.PrefectureRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalFilingDeskTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("my-first-key");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    // -- one key, one case -------------------------------------------------------------------------------------------

    @Test
    void the_same_key_gives_the_same_case_and_receipt_again() {
        PersonId student = platform.aStudent();
        Filing filing = filing(student, "etudiant", GRENOBLE);

        FilingReceipt first = platform.desk.file(caller(student), KEY, filing);
        FilingReceipt again = platform.desk.file(caller(student), KEY, filing);

        assertThat(again).isEqualTo(first);
        assertThat(casesOf(student)).hasSize(1);
        assertThat(platform.papersOf(student)).hasSize(1);
    }

    @Test
    void the_same_key_with_other_words_is_refused_and_opens_nothing() {
        PersonId student = platform.aStudent();
        platform.desk.file(caller(student), KEY, filing(student, "etudiant", GRENOBLE));

        CaseException refusal =
                Refusals.of(() -> platform.desk.file(caller(student), KEY, filing(student, "etudiant", LYON)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(casesOf(student)).hasSize(1);
    }

    @Test
    void two_accounts_with_the_same_key_do_not_meet() {
        PersonId one = platform.aStudent();
        PersonId other = platform.aStudent();

        FilingReceipt first = platform.desk.file(caller(one), KEY, filing(one, "etudiant", GRENOBLE));
        FilingReceipt second = platform.desk.file(caller(other), KEY, filing(other, "etudiant", GRENOBLE));

        assertThat(second.caseFile().number()).isNotEqualTo(first.caseFile().number());
        assertThat(second.caseFile().person()).isEqualTo(other);
    }

    @Test
    void a_refused_filing_leaves_its_key_free() {
        PersonId student = platform.aStudent();
        Refusals.of(() -> platform.desk.file(caller(student), KEY, filing(student, "licorne", GRENOBLE)));

        FilingReceipt receipt = platform.desk.file(caller(student), KEY, filing(student, "etudiant", GRENOBLE));

        assertThat(receipt.caseFile().permit()).isEqualTo(new PermitCode("etudiant"));
    }

    @Test
    void an_agents_key_gives_its_receipt_again_though_the_case_belongs_to_another_prefecture() {
        PersonId student = platform.aStudent();
        platform.file(student, "etudiant", GRENOBLE);
        Filing inLyon = by(filing(student, "visiteur", LYON), FilingChannel.COUNTER);

        FilingReceipt first = platform.desk.file(AGENT_38, KEY, inLyon);
        FilingReceipt again = platform.desk.file(AGENT_38, KEY, inLyon);

        assertThat(again.caseFile().number()).isEqualTo(first.caseFile().number());
        assertThat(casesOf(student)).hasSize(2);
    }

    // -- who may file ------------------------------------------------------------------------------------------------

    @Test
    void somebody_elses_identifier_reads_like_an_unknown_one() {
        PersonId mine = platform.aStudent();
        PersonId theirs = platform.aStudent();
        PersonId nobody = new PersonId("00000000-nobody");
        platform.file(theirs, "etudiant", LYON);

        for (PersonId person : List.of(theirs, nobody)) {
            Filing online = filing(person, "etudiant", GRENOBLE);
            Filing counter = by(online, FilingChannel.COUNTER);
            assertThat(refusalOf(caller(mine), online).code()).isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(refusalOf(AGENT_38, counter).code()).isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(refusalOf(caller(mine), online).details()).isEmpty();
        }
        assertThat(refusalOf(NATIONAL, by(filing(nobody, "etudiant", GRENOBLE), FilingChannel.COUNTER))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(casesOf(theirs)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(FilingChannel.class)
    void the_person_files_online_and_agents_by_the_other_channels(FilingChannel channel) {
        PersonId student = platform.aStudent();
        platform.file(student, "etudiant", GRENOBLE);
        Filing filing = by(filing(student, "etudiant", GRENOBLE), channel);
        boolean online = channel == FilingChannel.ONLINE;

        if (online) {
            platform.file(caller(student), filing);
        } else {
            assertThat(refusalOf(caller(student), filing).code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        }
        for (Caller agent : List.of(AGENT_38, NATIONAL)) {
            if (online) {
                assertThat(refusalOf(agent, filing).code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
            } else {
                assertThat(platform.file(agent, filing).caseFile().channel()).isEqualTo(channel);
            }
        }
    }

    // -- what cannot be asked for ------------------------------------------------------------------------------------

    @Test
    void a_permit_that_the_catalogue_does_not_know_cannot_be_asked_for() {
        PersonId person = platform.someone();

        CaseException refusal = refusalOf(caller(person), filing(person, "licorne", GRENOBLE));

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_PERMIT);
        assertThat(refusal.details()).containsEntry("permit", "licorne");
    }

    @Test
    void a_held_permit_that_the_catalogue_does_not_know_is_refused_by_its_name() {
        PersonId person = platform.someone();

        CaseException refusal = refusalOf(
                caller(person),
                holding(filing(person, "etudiant", GRENOBLE), said("licorne", "L1", "2025-09-01", "2026-08-31")));

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_PERMIT);
        assertThat(refusal.details()).containsEntry("permit", "licorne");
    }

    /** 984 has texts of its own; the code of Châteauroux ends in 044, and no commune of the Indre in 999. */
    @ParameterizedTest
    @ValueSource(strings = {"98412", "36999"})
    void a_commune_where_the_code_does_not_apply_is_unknown(String commune) {
        PersonId person = platform.someone();

        CaseException refusal = refusalOf(caller(person), filing(person, "etudiant", new CommuneCode(commune)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_COMMUNE);
        assertThat(refusal.details()).containsEntry("commune", commune);
    }

    @Test
    void a_permit_of_the_counter_is_not_filed_online_and_says_where() {
        PersonId person = platform.someone();

        CaseException refusal = refusalOf(caller(person), filing(person, "salarie", GRENOBLE));

        assertThat(refusal.code()).isEqualTo(ErrorCode.FILED_AT_THE_PREFECTURE);
        assertThat(refusal.details()).containsEntry("prefecture", "38");
        assertThat(platform.file(NATIONAL, by(filing(person, "salarie", GRENOBLE), FilingChannel.COUNTER)))
                .isNotNull();
    }

    @Test
    void a_permit_whose_law_ends_is_open_on_its_last_day_and_closed_the_day_after() {
        PersonId person = platform.someone();
        Filing filing = by(filing(person, "metier_en_tension", GRENOBLE), FilingChannel.COUNTER);

        // L. 435-4 ends on 31 December 2026: 22:59 UTC is still that day in Paris, 23:00 UTC is the next
        platform.clock.moveTo(LocalDate.of(2026, 12, 31));
        assertThat(platform.file(NATIONAL, filing).caseFile().filedOn()).isEqualTo(LocalDate.of(2026, 12, 31));
        Platform nextYear = new Platform("2026-12-31T23:00:00Z");
        PersonId late = nextYear.someone();
        CaseException refusal = Refusals.of(
                () -> nextYear.file(NATIONAL, by(filing(late, "metier_en_tension", GRENOBLE), FilingChannel.COUNTER)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.PERMIT_NOT_OPEN);
        assertThat(refusal.details()).containsEntry("endedOn", "2026-12-31");
    }

    @Test
    void days_and_articles_that_contradict_each_other_are_refused_by_field() {
        PersonId person = platform.someone();
        PersonId unborn = platform.someoneBorn(LocalDate.of(2026, 6, 2));
        Filing plain = filing(person, "etudiant", GRENOBLE);

        assertThat(contradictionOf(unborn, filing(unborn, "etudiant", GRENOBLE)))
                .isEqualTo("birthDate");
        assertThat(contradictionOf(person, entered(plain, TODAY.plusDays(1)))).isEqualTo("entryDate");
        assertThat(contradictionOf(person, entered(plain, LocalDate.of(1999, 4, 11))))
                .isEqualTo("entryDate");
        assertThat(contradictionOf(person, holding(plain, said("etudiant", "T1", "2026-06-02", "2027-06-01"))))
                .isEqualTo("heldPermit.validFrom");
        assertThat(contradictionOf(person, holding(plain, said("etudiant", "T1", "1999-04-11", "2026-08-31"))))
                .isEqualTo("heldPermit.validFrom");
        assertThat(contradictionOf(person, under(plain, "L. 423-1"))).isEqualTo("article");
        assertThat(casesOf(person)).isEmpty();
    }

    @Test
    void the_days_next_to_a_contradiction_are_accepted() {
        PersonId person = platform.someone();
        Filing plain = filing(person, "etudiant", GRENOBLE);

        platform.file(caller(person), entered(plain, TODAY));
        platform.file(caller(person), entered(plain, LocalDate.of(1999, 4, 12)));
        platform.file(caller(person), under(plain, "L. 422-1"));
        platform.file(caller(person), holding(plain, said("etudiant", "T1", "2026-06-01", "2027-05-31")));

        assertThat(casesOf(person)).hasSize(4);
    }

    @Test
    void nothing_is_stored_when_the_law_refuses() {
        PersonId person = platform.someone();
        CountingStore store = new CountingStore(platform.store);
        NationalFilingDesk desk = new NationalFilingDesk(store, platform.upkeep, platform.practices, platform.clock);
        Filing contradictory = under(
                holding(filing(person, "etudiant", GRENOBLE), said("etudiant", "T1", "2025-09-01", "2026-08-31")),
                "L. 423-1");

        Refusals.of(() -> desk.file(caller(person), KEY, contradictory));

        assertThat(store.written()).isZero();
        assertThat(platform.people.find(caller(person), person).heldPermits()).isEmpty();
    }

    @Test
    void of_two_permits_that_end_on_one_day_a_filing_renews_the_one_that_it_asks_for() {
        LocalDate from = LocalDate.of(2025, 9, 1);
        LocalDate until = LocalDate.of(2026, 8, 31);
        PersonId person = platform.someoneHolding("etudiant", DocumentKind.CST, from, until);
        platform.alsoHolding(person, "visiteur", DocumentKind.CST, from, until);

        for (String permit : List.of("etudiant", "visiteur")) {
            assertThat(platform.desk
                            .assess(caller(person), filing(person, permit, GRENOBLE))
                            .nature())
                    .as(permit)
                    .isEqualTo(Nature.RENEWAL);
        }
    }

    @Test
    void asking_what_the_law_says_writes_nothing() {
        PersonId person = platform.someone();
        CountingStore store = new CountingStore(platform.store);
        NationalFilingDesk desk = new NationalFilingDesk(store, platform.upkeep, platform.practices, platform.clock);

        Assessment assessment = desk.assess(
                caller(person),
                holding(filing(person, "etudiant", GRENOBLE), said("etudiant", "T1", "2025-09-01", "2026-08-31")));

        assertThat(assessment.nature()).isEqualTo(Nature.RENEWAL);
        // R. 431-5 1°: the 120th and the 60th day before 31 August 2026
        assertThat(assessment.opens()).contains(LocalDate.of(2026, 5, 3));
        assertThat(assessment.closes()).contains(LocalDate.of(2026, 7, 2));
        assertThat(store.written()).isZero();
        assertThat(casesOf(person)).isEmpty();
    }

    @Test
    void asking_what_the_law_says_refuses_like_filing() {
        PersonId person = platform.someone();

        assertThat(Refusals.of(() -> platform.desk.assess(caller(person), filing(person, "salarie", GRENOBLE)))
                        .code())
                .isEqualTo(ErrorCode.FILED_AT_THE_PREFECTURE);
        assertThat(Refusals.of(() ->
                                platform.desk.assess(caller(platform.someone()), filing(person, "etudiant", GRENOBLE)))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    // -- what the person holds ---------------------------------------------------------------------------------------

    @Test
    void a_permit_of_the_register_needs_not_be_said() {
        PersonId student = platform.aStudent();

        CaseFile file = platform.file(student, "etudiant", GRENOBLE).caseFile();

        assertThat(file.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(file.facts()).isEqualTo(FactLevel.VERIFIED);
    }

    @Test
    void what_the_register_says_of_a_permit_counts_before_what_the_person_says() {
        PersonId student = platform.aStudent();
        String number = platform.people
                .find(caller(student), student)
                .heldPermits()
                .get(0)
                .permit()
                .number();

        CaseFile file = platform.file(
                        caller(student),
                        holding(
                                filing(student, "etudiant", GRENOBLE),
                                said("etudiant", " " + number + " ", "2025-09-01", "2036-08-31")))
                .caseFile();

        assertThat(file.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(file.facts()).isEqualTo(FactLevel.VERIFIED);
    }

    @Test
    void a_permit_that_the_person_once_declared_does_not_hide_the_one_the_register_knows() {
        PersonId student = platform.aStudent();
        platform.file(
                caller(student),
                holding(filing(student, "visiteur", GRENOBLE), said("visiteur", "D2", "2025-09-01", "2029-08-31")));

        CaseFile file = platform.file(student, "etudiant", GRENOBLE).caseFile();

        assertThat(file.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(file.facts()).isEqualTo(FactLevel.VERIFIED);
    }

    @Test
    void a_permit_that_only_the_person_says_is_declared_and_remembered() {
        PersonId person = platform.someone();

        CaseFile file = platform.file(
                        caller(person),
                        holding(
                                filing(person, "etudiant", GRENOBLE),
                                said("etudiant", "D1", "2025-09-01", "2026-08-31")))
                .caseFile();

        assertThat(file.facts()).isEqualTo(FactLevel.DECLARED);
        assertThat(file.tasks()).extracting(Task::kind).containsExactly(Task.Kind.SEE_FACTS);
        assertThat(platform.people.find(caller(person), person).heldPermits())
                .singleElement()
                .satisfies(fact -> assertThat(fact.level()).isEqualTo(FactLevel.DECLARED));
    }

    @Test
    void a_slip_in_what_was_declared_is_put_right_by_the_next_filing() {
        PersonId person = platform.someone();
        Filing plain = filing(person, "etudiant", GRENOBLE);
        platform.file(caller(person), holding(plain, said("etudiant", "D1", "2024-09-01", "2025-08-31")));

        CaseFile file = platform.file(
                        caller(person), holding(plain, said("etudiant", "D1", "2025-09-01", "2026-08-31")))
                .caseFile();

        assertThat(file.held().orElseThrow().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(file.facts()).isEqualTo(FactLevel.DECLARED);
        assertThat(platform.people.find(caller(person), person).heldPermits())
                .singleElement()
                .satisfies(fact -> assertThat(fact.permit().validUntil()).isEqualTo(LocalDate.of(2026, 8, 31)));
    }

    @Test
    void a_permit_seen_on_one_case_is_seen_on_every_case_that_rests_on_it() {
        PersonId person = platform.someone();
        HeldPermit said = said("etudiant", "D1", "2025-09-01", "2026-08-31");
        CaseFile one = platform.file(caller(person), holding(filing(person, "etudiant", GRENOBLE), said))
                .caseFile();
        CaseFile two = platform.file(caller(person), holding(filing(person, "visiteur", GRENOBLE), said))
                .caseFile();

        platform.act(AGENT_38, one.number(), new Act.SeeFacts());

        CaseFile after = platform.review.find(AGENT_38, two.number());
        assertThat(after.facts()).isEqualTo(FactLevel.SEEN);
        assertThat(after.tasks()).extracting(Task::kind).doesNotContain(Task.Kind.SEE_FACTS);
    }

    @Test
    void an_agent_who_saw_one_statement_has_not_seen_another_of_the_same_permit() {
        PersonId person = platform.someone();
        Filing plain = filing(person, "etudiant", GRENOBLE);
        CaseFile one = platform.file(caller(person), holding(plain, said("etudiant", "D1", "2024-09-01", "2025-08-31")))
                .caseFile();
        CaseFile two = platform.file(caller(person), holding(plain, said("etudiant", "D1", "2025-09-01", "2030-08-31")))
                .caseFile();

        platform.act(AGENT_38, one.number(), new Act.SeeFacts());

        assertThat(platform.review.find(AGENT_38, two.number()).facts()).isEqualTo(FactLevel.DECLARED);
    }

    @Test
    void a_protection_that_nobody_granted_gives_no_paper_even_to_the_holder_of_a_verified_permit() {
        PersonId student = platform.aStudent();

        FilingReceipt receipt = platform.file(student, "refugie", GRENOBLE);

        // R. 431-15-3 speaks of a recognised refugee; the register knows a student
        assertThat(receipt.caseFile().facts()).isEqualTo(FactLevel.DECLARED);
        assertThat(receipt.papers()).extracting(Attestation::kind).containsExactly(PaperKind.ATTESTATION_DE_DEPOT);
        assertThat(receipt.caseFile().tasks()).extracting(Task::kind).contains(Task.Kind.SEE_FACTS);
    }

    @Test
    void a_work_authorisation_that_nobody_has_seen_prints_no_right_to_work() {
        PersonId worker = platform.someone();
        CaseFile file = platform.file(
                        NATIONAL, authorised(by(filing(worker, "salarie", GRENOBLE), FilingChannel.COUNTER)))
                .caseFile();
        platform.givePieces(worker, file);
        assertThat(platform.papersOf(worker)).isEmpty();
        assertThat(platform.review.find(AGENT_38, file.number()).tasks())
                .extracting(Task::kind)
                .contains(Task.Kind.SEE_FACTS);

        platform.act(AGENT_38, file.number(), new Act.SeeFacts());

        // R. 431-14: L. 421-1 with a work authorisation
        assertThat(platform.papersOf(worker))
                .singleElement()
                .satisfies(paper -> assertThat(paper.rights()
                                .work()
                                .value()
                                .ifSettled()
                                .orElseThrow()
                                .code())
                        .isEqualTo(WorkCode.WITH_AUTHORISATION));
    }

    @Test
    void a_work_authorisation_that_gives_no_paper_a_right_keeps_no_paper_back() {
        PersonId student = platform.aStudent();
        CaseFile change = platform.file(
                        NATIONAL, authorised(by(filing(student, "salarie", GRENOBLE), FilingChannel.COUNTER)))
                .caseFile();

        // the work right of a change of ground is open, with the authorisation and without: R. 431-14 and R. 431-15
        // disagree
        assertThat(change.facts()).isEqualTo(FactLevel.VERIFIED);
        assertThat(change.tasks()).isEmpty();
    }

    /** R. 431-14: L. 426-13 lets its holder work after one year in France, of which nobody has seen the first day. */
    @Test
    void a_day_of_entry_that_nobody_has_seen_prints_no_right_to_work() {
        PersonId child = platform.someoneBorn(LocalDate.of(2006, 1, 10));
        CaseFile file = platform.file(
                        NATIONAL,
                        entered(
                                under(
                                        by(filing(child, "vpf_famille_rldue", GRENOBLE), FilingChannel.COUNTER),
                                        "L. 426-13"),
                                LocalDate.of(2024, 1, 10)))
                .caseFile();
        platform.givePieces(child, file);
        assertThat(platform.papersOf(child)).isEmpty();
        assertThat(platform.review.find(AGENT_38, file.number()).tasks())
                .extracting(Task::kind)
                .contains(Task.Kind.SEE_FACTS);

        platform.act(AGENT_38, file.number(), new Act.SeeFacts());

        assertThat(platform.papersOf(child))
                .singleElement()
                .satisfies(paper -> assertThat(paper.rights()
                                .work()
                                .value()
                                .ifSettled()
                                .orElseThrow()
                                .code())
                        .isEqualTo(WorkCode.ANY));
    }

    private static Filing authorised(Filing filing) {
        return filing.withWorkAuthorisation(true);
    }

    @Test
    void a_protection_of_the_register_gives_its_paper_at_once() {
        PersonId refugee = platform.someone();
        platform.store.write(records -> {
            var person = records.people().find(NATIONAL, refugee).orElseThrow();
            records.people()
                    .change(person.with()
                            .civilStatusLevel(FactLevel.VERIFIED)
                            .protection(Optional.of(new PermitCode("refugie")))
                            .build());
            return refugee;
        });

        FilingReceipt receipt = platform.file(refugee, "refugie", GRENOBLE);

        // R. 431-15-3: six months from the filing
        assertThat(receipt.papers())
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .singleElement()
                .satisfies(paper -> assertThat(paper.validity().lastDay()).contains(LocalDate.of(2026, 11, 30)));
    }

    @Test
    void the_renewal_of_a_refugees_verified_card_rests_on_the_card() {
        PersonId refugee = platform.someoneHolding(
                "refugie", DocumentKind.CR, LocalDate.of(2016, 9, 1), LocalDate.of(2026, 8, 31));

        assertThat(platform.file(refugee, "refugie", GRENOBLE).caseFile().facts())
                .isEqualTo(FactLevel.VERIFIED);
    }

    // -- nobody is locked out ----------------------------------------------------------------------------------------

    @Test
    void a_card_that_nobody_collected_refuses_no_filing() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.act(AGENT_38, number, new Act.CardReady("CARD-1"));

        FilingReceipt next = platform.file(student, "etudiant", GRENOBLE);

        assertThat(next.caseFile().status().isOpen()).isTrue();
        assertThat(platform.review.find(AGENT_38, number).status().isOpen()).isTrue();
    }

    @Test
    void an_open_case_refuses_no_filing_on_the_same_or_another_ground() {
        PersonId student = platform.aStudent();
        platform.file(student, "etudiant", GRENOBLE);

        platform.file(student, "etudiant", GRENOBLE);
        platform.file(student, "vpf_conjoint_francais", GRENOBLE);

        assertThat(casesOf(student)).hasSize(3);
    }

    @Test
    void a_case_closed_in_whatever_way_refuses_no_filing() {
        PersonId student = platform.aStudent();
        CaseNumber withdrawn = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(caller(student), withdrawn, new Act.Withdraw("erreur"));
        CaseNumber refused =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        platform.askInVain(refused, new PieceType("nationalite"));
        platform.act(AGENT_38, refused, new Act.RefuseRegistration("le passeport manque"));
        CaseNumber moot =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        platform.act(AGENT_38, moot, new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "doublon"));

        CaseNumber next = platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(platform.review.find(AGENT_38, next).complete()).isTrue();
        assertThat(casesOf(student)).hasSize(4);
    }

    // -- what is kept of it ------------------------------------------------------------------------------------------

    @Test
    void the_edition_of_the_day_and_the_rules_version_stand_in_the_journal() {
        PersonId student = platform.aStudent();
        LocalRules.arrive(platform.practices, "38", new PrefectureRules() {});

        CaseFile file = platform.file(student, "etudiant", GRENOBLE).caseFile();

        JournalLine filed = platform.review.journal(AGENT_38, file.number()).get(0);
        assertThat(filed.what()).isEqualTo("filed");
        assertThat(filed.sequence()).isEqualTo(1);
        assertThat(filed.basis()).contains("2026-05-01");
        assertThat(filed.detail())
                .isEqualTo("etudiant ONLINE by rules " + file.practice().rules().bundle() + " 0.0.0");
        assertThat(file.practice().rules().bundle()).isNotEqualTo("national");
        assertThat(file.assessment().edition().name()).isEqualTo("2026-05-01");
    }

    /** L. 436-1 reduced renewal 50, L. 436-7 stamp 50, L. 436-5 late 180: the amount says what the warning says. */
    @ParameterizedTest
    @CsvSource({"2026-06-20, 100", "2026-07-15, 280", "2027-01-15, 280", "2027-03-15, 280"})
    void the_total_of_a_late_renewal_has_the_fee_that_its_warning_speaks_of(LocalDate filedOn, int euros) {
        PersonId student = platform.aStudent();
        platform.clock.moveTo(filedOn);

        Assessment assessment = platform.desk.assess(caller(student), filing(student, "etudiant", GRENOBLE));

        assertThat(assessment.fees().ifSettled().orElseThrow().total()).isEqualTo(euros);
        assertThat(assessment.warnings().contains("late-fee")).isEqualTo(euros == 280);
    }

    @Test
    void a_filing_before_the_new_rates_keeps_the_edition_of_its_day() {
        Platform april = new Platform("2026-04-30T21:59:00Z");
        PersonId student = april.aStudent();
        CaseFile file = april.file(student, "etudiant", GRENOBLE).caseFile();
        april.clock.moveTo(LocalDate.of(2026, 6, 1));

        assertThat(april.review
                        .find(AGENT_38, file.number())
                        .assessment()
                        .edition()
                        .name())
                .isEqualTo("2026-01-01");
    }

    @Test
    void an_electronic_filing_is_acknowledged_at_once_and_a_counter_one_starts_no_such_clock() {
        PersonId student = platform.aStudent();

        CaseFile online = platform.file(student, "etudiant", GRENOBLE).caseFile();
        CaseFile counter = platform.file(AGENT_38, by(filing(student, "visiteur", GRENOBLE), FilingChannel.COUNTER))
                .caseFile();

        // CRPA R. 112-11-2 for the first; CRPA R. 112-5 sets a content and no delay
        assertThat(online.clocks())
                .extracting(clock -> clock.kind() + " " + clock.state())
                .containsExactly("receipt MET", "acknowledgement MET");
        assertThat(counter.clocks()).isEmpty();
    }

    @Test
    void a_paper_of_the_filing_stands_in_the_receipt() {
        PersonId student = platform.aStudent();

        FilingReceipt receipt = platform.file(student, "etudiant", GRENOBLE);

        assertThat(receipt.papers()).singleElement().satisfies(paper -> {
            assertThat(paper.kind()).isEqualTo(PaperKind.ATTESTATION_DE_DEPOT);
            assertThat(paper.validity().firstDay()).isEqualTo(TODAY);
            assertThat(paper.prefecture()).isEqualTo(new PrefectureCode("38"));
        });
        assertThat(platform.review.queue(AGENT_69, Queues.everything()).rows()).isEmpty();
    }

    /** The offsets of 1 June 2026 by hand: 23:30 UTC, and the day it then is on the spot. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "75056, Paris +2, 2026-06-02",
        "97411, La Réunion +4, 2026-06-02",
        "97611, Mayotte +3, 2026-06-02",
        "97105, Guadeloupe -4, 2026-06-01",
        "97209, Martinique -4, 2026-06-01",
        "97302, Guyane -3, 2026-06-01",
        "97502, Saint-Pierre-et-Miquelon -2, 2026-06-01",
        "97701, Saint-Barthélemy -4, 2026-06-01",
        "97801, Saint-Martin -4, 2026-06-01",
        "98612, Wallis-et-Futuna +12, 2026-06-02",
        "98735, Polynésie française -10, 2026-06-01",
        "98818, Nouvelle-Calédonie +11, 2026-06-02",
    })
    void half_past_eleven_in_utc_is_the_legal_day_of_the_spot(String commune, String spot, LocalDate day) {
        Platform evening = new Platform("2026-06-01T23:30:00Z");
        PersonId student = evening.aStudent();

        FilingReceipt receipt = evening.file(student, "etudiant", new CommuneCode(commune));

        assertThat(receipt.caseFile().filedOn()).as(spot).isEqualTo(day);
        assertThat(receipt.papers().get(0).validity().firstDay()).isEqualTo(day);
        assertThat(receipt.papers().get(0).validAt(evening.clock.instant())).isTrue();
    }

    @Test
    void half_past_eight_in_the_evening_in_utc_is_tomorrow_in_la_reunion_alone() {
        Platform evening = new Platform("2026-06-01T20:30:00Z");
        PersonId student = evening.aStudent();

        assertThat(evening.file(student, "etudiant", new CommuneCode("97411"))
                        .caseFile()
                        .filedOn())
                .isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(evening.file(student, "etudiant", new CommuneCode("97611"))
                        .caseFile()
                        .filedOn())
                .isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(evening.file(student, "etudiant", new CommuneCode("75056"))
                        .caseFile()
                        .filedOn())
                .isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void names_and_addresses_of_every_script_are_filed_as_they_are() {
        PersonId person = platform.someone();
        Filing plain = filing(person, "etudiant", GRENOBLE);
        Filing chinese = plain.withResidence(new Residence("12 rue de l'Église, chez 王小明 👩‍🎓", GRENOBLE));

        FilingReceipt first = platform.desk.file(caller(person), KEY, chinese);

        assertThat(platform.desk.file(caller(person), KEY, chinese)).isEqualTo(first);
    }

    private List<CaseFile> casesOf(PersonId person) {
        return platform.review.ofPerson(NATIONAL, person);
    }

    private CaseException refusalOf(Caller caller, Filing filing) {
        return Refusals.of(() -> platform.file(caller, filing));
    }

    private Object contradictionOf(PersonId person, Filing filing) {
        CaseException refusal = refusalOf(Caller.applicant(new AccountId("account-" + person.value()), person), filing);
        assertThat(refusal.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        return refusal.details().get("field");
    }
}
