package fr.sejour.core.internal.people;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.by;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.Transfers.Incoming;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.person.Residences.Moved;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.practice.LocalRules;
import fr.sejour.spi.rules.PrefectureRules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where somebody lives, and what becomes of their cases. Monday 1 June 2026: five working days end on Monday the 8th. */
class MovingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate FIVE_DAYS_LATER = LocalDate.of(2026, 6, 8);
    private static final CommuneCode PARIS = new CommuneCode("75056");
    private static final CommuneCode MARSEILLE = new CommuneCode("13055");
    private static final CommuneCode VIENNE = new CommuneCode("38544");
    private static final PrefectureCode ISERE = new PrefectureCode("38");
    private static final PrefectureCode RHONE = new PrefectureCode("69");
    private static final Caller AGENT_13 = agentOf("13");
    private static final Caller AGENT_75 = agentOf("75");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    // -- the papers go along -----------------------------------------------------------------------------------------

    /**
     * R. 431-15-2 lets a student whose card lets them work go on in metropolitan France; whether it does in La Réunion is a question of
     * law, so that the paper issued there leaves it open.
     */
    @Test
    void who_comes_where_the_law_lets_them_work_has_a_paper_that_says_so_as_soon_as_the_case_is_there() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", new CommuneCode("97411"));
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        assertThat(rights(student)).containsExactly("SX W0 T0 C0");

        platform.act(Platform.NATIONAL, number, new Act.OfferTransfer(RHONE, "déménagement"));
        assertThat(rights(student)).containsExactly("SX W0 T0 C0");
        platform.act(Platform.NATIONAL, number, new Act.ReceiveTransfer());

        assertThat(rights(student)).containsExactly("SX WH964 T0 C0");
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    @Test
    void who_goes_where_the_law_leaves_work_open_keeps_the_paper_that_they_have() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 10));

        platform.act(Platform.NATIONAL, number, new Act.OfferTransfer(new PrefectureCode("974"), "déménagement"));
        platform.act(Platform.NATIONAL, number, new Act.ReceiveTransfer());

        assertThat(rights(student)).containsExactly("SX WH964 T0 C0");
    }

    /** The rights of the attestations de prolongation that are valid now. */
    private List<String> rights(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .filter(paper -> paper.validAt(platform.clock.instant()))
                .map(paper -> RightsCode.of(paper.rights()).value())
                .toList();
    }

    // -- the residence is the person's -------------------------------------------------------------------------------

    @Test
    void whoever_files_has_said_where_they_live() {
        PersonId student = platform.aStudent();
        platform.file(student, "etudiant", GRENOBLE);

        Moved home = platform.residences.find(caller(student), student);

        assertThat(home.residence().orElseThrow().residence()).isEqualTo(new Residence("1 rue de l'Exemple", GRENOBLE));
        assertThat(home.commune().orElseThrow().name()).isEqualTo("Grenoble");
    }

    @Test
    void an_address_is_declared_with_no_case_pending() {
        PersonId student = platform.aStudent();

        Moved moved = moves(student, LYON);

        assertThat(moved.residence().orElseThrow().since()).isEqualTo(platform.clock.instant());
        assertThat(moved.cases()).isEmpty();
    }

    @Test
    void m5_an_address_changes_while_a_case_is_pending_and_every_open_case_is_offered_the_same_day() {
        PersonId student = platform.aStudent();
        CaseNumber study = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber visit =
                platform.file(student, "visiteur", GRENOBLE).caseFile().number();
        CaseFile before = find(study);

        Moved moved = moves(student, LYON);

        assertThat(moved.cases())
                .extracting(
                        it -> it.number() + " " + it.transfer().orElseThrow().to() + " "
                                + it.transfer().orElseThrow().completesOn())
                .containsExactlyInAnyOrder(study + " 69 2026-06-08", visit + " 69 2026-06-08");
        assertThat(find(study).filedOn()).isEqualTo(before.filedOn());
        assertThat(find(study).prefecture()).isEqualTo(ISERE);
        assertThat(lines(study)).contains("residence-declared account-" + student + " 69123");
        assertThat(lines(study)).contains("transfer-offered platform 69 by 2026-06-08");
        assertThat(told(student, "transfer-offered")).hasSize(2);
    }

    @Test
    void a_case_that_has_ended_stays_where_it_is() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(caller(student), number, new Act.Withdraw("je pars"));

        moves(student, LYON);

        assertThat(find(number).transfer()).isEmpty();
        assertThat(lines(number)).noneMatch(line -> line.startsWith("residence-declared"));
    }

    @Test
    void a_case_taken_up_again_follows_a_person_who_has_moved_meanwhile() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(caller(student), number, new Act.Withdraw("je pars"));
        moves(student, LYON);

        CaseFile reopened = platform.act(AGENT_38, number, new Act.Reopen("erreur"));

        assertThat(reopened.transfer().orElseThrow().to()).isEqualTo(RHONE);
    }

    @Test
    void the_same_address_again_changes_nothing() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        Moved first = moves(student, LYON);
        List<String> lines = lines(number);
        platform.clock.moveTo(LocalDate.of(2026, 6, 3));

        Moved again = moves(student, LYON);

        assertThat(again).isEqualTo(first);
        assertThat(lines(number)).isEqualTo(lines);
    }

    @Test
    void a_commune_that_does_not_exist_is_refused_before_anything_is_written() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        List<String> lines = lines(number);

        CaseException moving = Refusals.of(() -> moves(student, new CommuneCode("38999")));
        CaseException filing = Refusals.of(() -> platform.file(student, "visiteur", new CommuneCode("38999")));

        assertThat(moving.code()).isEqualTo(ErrorCode.UNKNOWN_COMMUNE);
        assertThat(filing.code()).isEqualTo(ErrorCode.UNKNOWN_COMMUNE);
        assertThat(lines(number)).isEqualTo(lines);
        assertThat(platform.review.ofPerson(caller(student), student)).hasSize(1);
        assertThat(platform.residences
                        .find(caller(student), student)
                        .residence()
                        .orElseThrow()
                        .residence()
                        .commune())
                .isEqualTo(GRENOBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "01015, 01015, 01", // Arbignieu, merged into Arboys en Bugey
        "44225, 44180, 44", // Freigné lay in Maine-et-Loire: since the merger in Loire-Atlantique
        "79224, 49099, 49", // Le Puy-Saint-Bonnet is part of Cholet
        "20004, 2A004, 2A", // Ajaccio before 1976
        "75115, 75115, 75",
        "69381, 69381, 69",
        "13216, 13216, 13"
    })
    void an_old_or_merged_commune_counts_as_what_it_belongs_to(String said, String kept, String prefecture) {
        PersonId student = platform.aStudent();

        CaseFile file =
                platform.file(student, "etudiant", new CommuneCode(said)).caseFile();

        assertThat(file.prefecture().value()).isEqualTo(prefecture);
        assertThat(platform.residences
                        .find(caller(student), student)
                        .residence()
                        .orElseThrow()
                        .residence()
                        .commune()
                        .value())
                .isEqualTo(kept);
    }

    @Test
    void only_the_holder_of_a_permit_of_more_than_a_year_is_obliged_to_declare() {
        PersonId oneYear = platform.someoneHolding(
                "etudiant", DocumentKind.CST, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 9, 1));
        PersonId fourYears = platform.someoneHolding(
                "etudiant", DocumentKind.CSP, LocalDate.of(2024, 9, 1), LocalDate.of(2028, 8, 31));

        assertThat(moves(oneYear, LYON).duty()).isEmpty();
        assertThat(moves(fourYears, LYON).duty().orElseThrow().months()).isEqualTo(3);
    }

    @Test
    void an_agent_declares_for_the_people_of_their_cases_and_a_former_one_only_reads() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        CaseException elsewhere =
                Refusals.of(() -> platform.residences.declare(AGENT_69, student, new Residence("2", LYON)));
        platform.residences.declare(AGENT_38, student, new Residence("2", LYON));
        platform.act(AGENT_69, number, new Act.ReceiveTransfer());
        CaseException former =
                Refusals.of(() -> platform.residences.declare(AGENT_38, student, new Residence("3", GRENOBLE)));

        assertThat(elsewhere.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(former.code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(lines(number)).contains("residence-declared agent-38 69123");
    }

    // -- the newest address counts -----------------------------------------------------------------------------------

    @Test
    void two_moves_in_a_row_lead_to_the_last_address_and_nothing_bounces() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", LYON);
        moves(student, PARIS);
        platform.clock.moveTo(LocalDate.of(2026, 6, 4));

        moves(student, MARSEILLE);

        assertThat(find(number).transfer().map(PendingTransfer::to)).contains(new PrefectureCode("13"));
        // Thursday the 4th: Friday, Monday to Thursday
        assertThat(find(number).transfer().orElseThrow().completesOn()).isEqualTo(LocalDate.of(2026, 6, 11));
        assertThat(Refusals.of(() -> platform.act(AGENT_75, number, new Act.ReceiveTransfer()))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        platform.liveUntil(LocalDate.of(2026, 6, 30));
        assertThat(find(number).prefecture()).isEqualTo(new PrefectureCode("13"));
        assertThat(find(number).formerPrefectures()).containsExactly(RHONE);
        assertThat(lines(number).stream().filter(line -> line.startsWith("transfer-")))
                .containsExactly(
                        "transfer-offered platform 75 by 2026-06-08",
                        "transfer-re-aimed platform 13 by 2026-06-11",
                        "transfer-completed platform 13");
    }

    @Test
    void a_move_after_the_first_was_received_is_offered_by_whoever_has_the_case() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", LYON);
        moves(student, PARIS);
        platform.act(AGENT_75, number, new Act.ReceiveTransfer());
        moves(student, MARSEILLE);

        CaseFile received = platform.act(AGENT_13, number, new Act.ReceiveTransfer());

        assertThat(received.formerPrefectures()).containsExactly(RHONE, new PrefectureCode("75"));
        assertThat(platform.review.find(AGENT_69, number)).isEqualTo(received);
        assertThat(platform.review.find(AGENT_75, number)).isEqualTo(received);
    }

    @Test
    void silence_that_was_over_before_the_next_move_has_moved_the_case_first() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", LYON);
        moves(student, PARIS);
        platform.clock.moveTo(LocalDate.of(2026, 6, 10));

        moves(student, MARSEILLE);

        assertThat(find(number).prefecture()).isEqualTo(new PrefectureCode("75"));
        assertThat(find(number).transfer().orElseThrow().to()).isEqualTo(new PrefectureCode("13"));
    }

    @Test
    void whoever_comes_back_before_the_case_was_received_keeps_their_prefecture() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        moves(student, LYON);

        moves(student, GRENOBLE);

        assertThat(find(number).transfer()).isEmpty();
        assertThat(find(number).formerPrefectures()).isEmpty();
        assertThat(told(student, "transfer-recalled")).hasSize(1);
    }

    @Test
    void m3_a_second_filing_from_a_new_address_takes_the_first_one_along() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);

        CaseFile second = platform.file(student, "visiteur", LYON).caseFile();

        assertThat(second.prefecture()).isEqualTo(RHONE);
        assertThat(second.transfer()).isEmpty();
        assertThat(find(first).transfer().orElseThrow().to()).isEqualTo(RHONE);
        assertThat(find(first).transfer().orElseThrow().completesOn()).isEqualTo(FIVE_DAYS_LATER);
    }

    @Test
    void an_agents_own_offer_is_not_undone_by_an_address_that_did_not_change() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.OfferTransfer(RHONE, "université de Lyon"));
        platform.act(AGENT_69, number, new Act.ReceiveTransfer());

        platform.residences.declare(caller(student), student, new Residence("un autre étage", GRENOBLE));
        platform.liveUntil(LocalDate.of(2026, 6, 20));

        assertThat(find(number).prefecture()).isEqualTo(RHONE);
        assertThat(find(number).transfer()).isEmpty();
    }

    // -- the counter -------------------------------------------------------------------------------------------------

    @Test
    void within_the_prefecture_the_counter_is_asked_for_anew() {
        LocalRules.arrive(platform.practices, "38", byCommune(Map.of(GRENOBLE, "grenoble", VIENNE, "vienne")));
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        moves(student, VIENNE);

        assertThat(find(number).practice().servicePoint().orElseThrow().id()).isEqualTo("vienne");
        assertThat(find(number).transfer()).isEmpty();
        assertThat(told(student, "service-point").get(0).body()).contains("Guichet vienne");
    }

    @Test
    void the_rules_of_the_receiver_are_told_at_the_offer_and_hold_when_its_silence_completes_it() {
        LocalRules.arrive(platform.practices, "69", byCommune(Map.of(LYON, "lyon")));
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        moves(student, LYON);
        platform.liveUntil(LocalDate.of(2026, 6, 9));

        assertThat(told(student, "transfer-offered").get(0).body()).contains("Guichet lyon", "WALK_IN");
        assertThat(told(student, "transfer-completed").get(0).body()).contains("Guichet lyon", "WALK_IN");
        assertThat(find(number).practice().servicePoint().orElseThrow().id()).isEqualTo("lyon");
    }

    @Test
    void an_arrondissement_is_served_by_the_counter_of_its_city_when_the_rules_know_no_other() {
        LocalRules.arrive(platform.practices, "69", byCommune(Map.of(LYON, "lyon")));

        CaseFile file = platform.file(platform.aStudent(), "etudiant", new CommuneCode("69383"))
                .caseFile();

        assertThat(file.practice().servicePoint().orElseThrow().id()).isEqualTo("lyon");
    }

    // -- offered and received ----------------------------------------------------------------------------------------

    @Test
    void while_it_is_offered_a_case_is_in_the_senders_queue_alone_and_told_to_the_receiver() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        moves(student, LYON);

        assertThat(queue(AGENT_38)).containsExactly(number);
        assertThat(queue(AGENT_69)).isEmpty();
        assertThat(platform.transfers.incoming(AGENT_69))
                .extracting(Incoming::number)
                .containsExactly(number);
        assertThat(platform.transfers.incoming(AGENT_38)).isEmpty();
        assertThat(Refusals.of(() -> platform.transfers.incoming(caller(student)))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    @Test
    void p6_a_transfer_by_silence_keeps_everything() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseFile before = find(number);
        moves(student, LYON);

        platform.liveUntil(FIVE_DAYS_LATER);
        assertThat(find(number).prefecture()).isEqualTo(ISERE);
        platform.liveUntil(FIVE_DAYS_LATER.plusDays(1));

        CaseFile after = find(number);
        assertThat(after.prefecture()).isEqualTo(RHONE);
        assertThat(after.filedAt()).isEqualTo(before.filedAt());
        assertThat(after.filedOn()).isEqualTo(MONDAY);
        assertThat(after.clocks()).isEqualTo(before.clocks());
        assertThat(after.pieces()).isEqualTo(before.pieces());
        assertThat(queue(AGENT_38)).isEmpty();
        assertThat(queue(AGENT_69)).containsExactly(number);
    }

    @Test
    void of_two_offers_at_once_one_wins_and_the_other_is_told_who_and_to_where() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.OfferTransfer(RHONE, "déménagement"));

        CaseException refusal = Refusals.of(
                () -> platform.act(NATIONAL, number, new Act.OfferTransfer(new PrefectureCode("75"), "déménagement")));

        assertThat(refusal.code()).isEqualTo(ErrorCode.TRANSFER_OFFERED);
        assertThat(refusal.details())
                .containsEntry("offeredTo", "69")
                .containsEntry("offeredBy", "agent-38")
                .containsEntry("completesOn", "2026-06-08");
        assertThat(find(number).transfer().orElseThrow().to()).isEqualTo(RHONE);
    }

    @Test
    void the_sender_aims_an_offer_elsewhere_and_of_two_who_do_one_is_told() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.OfferTransfer(RHONE, "déménagement"));

        CaseFile aimed = platform.act(
                AGENT_38, number, new Act.ReaimTransfer(new PrefectureCode("13"), RHONE, "adresse corrigée"));
        CaseException late = Refusals.of(() -> platform.act(
                AGENT_38, number, new Act.ReaimTransfer(new PrefectureCode("75"), RHONE, "adresse corrigée")));

        assertThat(aimed.transfer().orElseThrow().to()).isEqualTo(new PrefectureCode("13"));
        assertThat(late.details()).containsEntry("offeredTo", "13");
        assertThat(Refusals.of(() -> platform.act(AGENT_69, number, new Act.ReceiveTransfer()))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(told(student, "transfer-offered")).hasSize(2);
    }

    @Test
    void p6_a_case_does_not_go_back_to_the_prefecture_that_gave_it_on_unless_the_person_lives_there() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.OfferTransfer(RHONE, "déménagement"));
        platform.act(AGENT_69, number, new Act.ReceiveTransfer());

        // R. 431-20: the person has always lived in Grenoble, and whoever has the case may say so
        platform.act(AGENT_69, number, new Act.OfferTransfer(ISERE, "elle habite Grenoble"));
        platform.act(AGENT_38, number, new Act.ReceiveTransfer());
        CaseException back =
                Refusals.of(() -> platform.act(AGENT_38, number, new Act.OfferTransfer(RHONE, "pas chez nous")));
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("75"), "déménagement"));
        CaseException aimed = Refusals.of(() -> platform.act(
                AGENT_38, number, new Act.ReaimTransfer(RHONE, new PrefectureCode("75"), "pas chez nous")));

        assertThat(back.code().slug()).isEqualTo("transfer-bounces");
        assertThat(aimed.code()).isEqualTo(back.code());
        assertThat(find(number).prefecture()).isEqualTo(ISERE);
        assertThat(platform.act(NATIONAL, number, new Act.ReaimTransfer(RHONE, new PrefectureCode("75"), "tranché"))
                        .transfer()
                        .orElseThrow()
                        .to())
                .isEqualTo(RHONE);
    }

    // -- re-routed, not refused --------------------------------------------------------------------------------------

    @Test
    void what_a_prefecture_without_competence_keys_opens_where_the_person_lives_on_the_day_of_the_receipt() {
        PersonId student = platform.aStudent();
        platform.file(student, "etudiant", GRENOBLE);
        // 22:30 in Grenoble on the 2nd, half past midnight of the 3rd on La Réunion
        platform.clock.advance(Duration.ofMinutes(37 * 60 + 30));

        FilingReceipt receipt = platform.file(
                AGENT_38, by(filing(student, "visiteur", new CommuneCode("97411")), FilingChannel.COUNTER));

        CaseFile file = receipt.caseFile();
        assertThat(file.prefecture()).isEqualTo(new PrefectureCode("974"));
        assertThat(file.filedOn()).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(file.formerPrefectures()).containsExactly(ISERE);
        assertThat(platform.review.find(AGENT_38, file.number())).isEqualTo(file);
        assertThat(lines(file.number())).contains("re-routed platform 38 to 974");
        assertThat(told(student, "re-routed")).hasSize(1);
        assertThat(Refusals.of(() -> platform.act(AGENT_38, file.number(), new Act.TakeUp()))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    @Test
    void what_the_competent_prefecture_keys_is_not_re_routed() {
        PersonId student = platform.aStudent();
        platform.file(student, "etudiant", GRENOBLE);

        CaseFile file = platform.file(AGENT_38, by(filing(student, "visiteur", GRENOBLE), FilingChannel.COUNTER))
                .caseFile();

        assertThat(file.formerPrefectures()).isEmpty();
        assertThat(told(student, "re-routed")).isEmpty();
    }

    private Moved moves(PersonId person, CommuneCode commune) {
        return platform.residences.declare(caller(person), person, new Residence("2 rue du Départ", commune));
    }

    private CaseFile find(CaseNumber number) {
        return platform.review.find(NATIONAL, number);
    }

    private List<String> lines(CaseNumber number) {
        return platform.review.journal(NATIONAL, number).stream()
                .map(MovingTest::line)
                .toList();
    }

    private static String line(JournalLine line) {
        return line.what() + " " + line.actor() + " " + line.detail();
    }

    private List<Notice> told(PersonId person, String kind) {
        return platform.inbox.open(caller(person), person).stream()
                .filter(notice -> notice.kind().equals(kind))
                .toList();
    }

    private List<CaseNumber> queue(Caller agent) {
        return platform
                .review
                .queue(agent, new QueueQuery(Optional.empty(), Optional.empty(), Optional.empty(), 50))
                .rows()
                .stream()
                .map(QueuePage.Row::number)
                .toList();
    }

    private static Caller agentOf(String code) {
        return Caller.agent(new AccountId("agent-" + code), Set.of(new PrefectureCode(code)));
    }

    private static PrefectureRules byCommune(Map<CommuneCode, String> points) {
        return new PrefectureRules() {
            @Override
            public List<ServicePoint> servicePoints() {
                return points.values().stream()
                        .map(id -> new ServicePoint(id, "Guichet " + id, "1", List.of()))
                        .toList();
            }

            @Override
            public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
                return Optional.ofNullable(points.get(commune));
            }

            @Override
            public Optional<CollectionMode> collection(PermitCode permit) {
                return Optional.of(CollectionMode.WALK_IN);
            }
        };
    }
}
