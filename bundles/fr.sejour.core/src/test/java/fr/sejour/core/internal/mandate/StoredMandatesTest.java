package fr.sejour.core.internal.mandate;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_75;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateFile;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Representative;
import fr.sejour.api.person.Residence;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.port.PersonRecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StoredMandatesTest {

    private static final Set<Permission> ALL = EnumSet.allOf(Permission.class);
    private static final PieceType PASSPORT = new PieceType("nationalite");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");
    private final Mandatary association = mandatary("asso", "Asso Exemple");
    private final Caller helper = Caller.helper(association.account());
    private final PersonId person = platform.aStudent();

    @Test
    void a_helper_without_a_mandate_sees_nobody() {
        CaseNumber number =
                platform.file(person, "etudiant", GRENOBLE).caseFile().number();

        for (ThrowingCallable request : List.<ThrowingCallable>of(
                () -> platform.review.find(helper, number),
                () -> platform.review.ofPerson(helper, person),
                () -> platform.review.journal(helper, number),
                () -> platform.pieces.versions(helper, number),
                () -> platform.pieces.give(helper, number, PASSPORT, Platform.aPdf()),
                () -> platform.file(helper, filing(person, "etudiant", GRENOBLE)),
                () -> platform.people.find(helper, person))) {
            assertThat(refusal(request)).isEqualTo(ErrorCode.NOT_FOUND);
        }
        assertThat(own()).isEmpty();
    }

    @Test
    void m15_a_helper_files_and_gives_a_piece_with_the_persons_own_rights_and_the_person_is_told_of_each() {
        Mandate mandate = give(ALL, "2026-12-01").mandate();

        FilingReceipt receipt = platform.file(helper, filing(person, "etudiant", GRENOBLE));
        CaseNumber number = receipt.caseFile().number();
        platform.pieces.give(helper, number, PASSPORT, Platform.aPdf());

        Platform elsewhere = new Platform("2026-06-01T07:00:00Z");
        FilingReceipt own = elsewhere.file(elsewhere.aStudent(), "etudiant", GRENOBLE);
        assertThat(receipt.papers())
                .extracting(it -> it.kind())
                .isEqualTo(own.papers().stream().map(it -> it.kind()).toList());
        assertThat(receipt.caseFile().clocks()).isEqualTo(own.caseFile().clocks());
        assertThat(platform.review.journal(caller(person), number))
                .filteredOn(line -> line.actor().equals(helper.account().value()))
                .extracting(JournalLine::what)
                .containsExactly("filed", "piece-given");
        assertThat(platform.review.journal(caller(person), number))
                .filteredOn(line -> line.actor().equals(helper.account().value()))
                .allSatisfy(line -> assertThat(line.detail()).contains("under " + mandate.number()));
        assertThat(only().done())
                .extracting(MandateFile.Done::caseNumber, MandateFile.Done::what)
                .containsExactly(tuple(number, "filed"), tuple(number, "piece-given"));
        assertThat(told()).filteredOn("mandate-used"::equals).hasSize(2);
    }

    @Test
    void what_a_mandate_does_not_allow_is_unknown_to_the_helper() {
        give(Set.of(Permission.READ), "2026-12-01");
        CaseNumber number =
                platform.file(person, "etudiant", GRENOBLE).caseFile().number();

        assertThat(platform.review.find(helper, number).number()).isEqualTo(number);
        platform.act(AGENT_38, number, new Act.AskForPieces(Set.of(PASSPORT), LocalDate.of(2026, 7, 1), "illisible"));
        assertThat(platform.review.find(helper, number).acts()).isEmpty();
        assertThat(refusal(() -> platform.pieces.give(helper, number, PASSPORT, Platform.aPdf())))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> platform.file(helper, filing(person, "etudiant", GRENOBLE))))
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void no_mandate_reaches_what_is_the_persons_alone() {
        Mandate mandate = give(ALL, "2026-12-01").mandate();
        CaseNumber number =
                platform.file(person, "etudiant", GRENOBLE).caseFile().number();
        Contact elsewhere = new Contact(Optional.of("autre@example.org"), Optional.empty(), "fr");

        for (ThrowingCallable request : List.<ThrowingCallable>of(
                () -> platform.people.changeContact(helper, person, elsewhere),
                () -> platform.residences.declare(helper, person, new Residence("2 rue Neuve", GRENOBLE)),
                () -> platform.act(helper, number, new Act.Withdraw("Je pars")),
                () -> platform.papers.ofPerson(helper, person),
                () -> platform.coverage.of(helper, person),
                () -> platform.recoveries.history(helper, person),
                () -> platform.mandates.ofPerson(helper, person),
                () -> platform.mandates.end(helper, person, mandate.number()),
                () -> platform.mandates.give(helper, person, said(association, ALL, "2026-12-01")))) {
            assertThat(refusal(request)).isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    @Test
    void a_helper_answers_a_request_for_pieces() {
        give(ALL, "2026-12-01");
        CaseNumber number = platform.fileComplete(person, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.AskForPieces(Set.of(PASSPORT), LocalDate.of(2026, 7, 1), "illisible"));

        assertThat(platform.review.find(helper, number).acts()).containsExactly(ActKind.ANSWER);
        CaseFile answered = platform.act(helper, number, new Act.Answer());

        assertThat(answered.status().name()).isEqualTo("UNDER_REVIEW");
        assertThat(answered.acts()).isEmpty();
        assertThat(only().done()).extracting(MandateFile.Done::what).containsExactly("answer");
    }

    @Test
    void a_helper_who_opens_a_file_leaves_a_line() {
        Mandate mandate = give(ALL, "2026-12-01").mandate();
        CaseNumber number =
                platform.file(person, "etudiant", GRENOBLE).caseFile().number();
        platform.pieces.give(caller(person), number, PASSPORT, Platform.aPdf());

        platform.pieces.read(helper, number, PASSPORT, Optional.empty());

        assertThat(platform.review.journal(caller(person), number))
                .filteredOn(line -> line.what().equals("piece-read"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.actor()).isEqualTo(helper.account().value());
                    assertThat(line.detail()).contains("under " + mandate.number());
                });
        assertThat(only().done()).extracting(MandateFile.Done::what).containsExactly("piece-read");
    }

    @Test
    void an_agent_reads_what_was_done_under_a_mandate_on_the_cases_in_their_scope_alone() {
        give(ALL, "2026-12-01");
        CaseNumber isere = platform.file(helper, filing(person, "etudiant", GRENOBLE))
                .caseFile()
                .number();
        platform.clock.advance(Duration.ofMinutes(1));
        CaseNumber rhone = platform.file(helper, filing(person, "vpf_conjoint_francais", LYON))
                .caseFile()
                .number();
        assertThat(refusal(() -> platform.review.find(AGENT_38, rhone))).isEqualTo(ErrorCode.NOT_FOUND);

        assertThat(platform.mandates.ofPerson(AGENT_38, person).get(0).done())
                .extracting(MandateFile.Done::caseNumber)
                .containsExactly(isere);
        assertThat(only().done()).extracting(MandateFile.Done::caseNumber).containsExactly(isere, rhone);
    }

    @Test
    void a_mandate_that_the_person_ends_is_over_at_once_even_for_a_receipt_given_before() {
        MandateNumber number = give(ALL, "2026-12-01").mandate().number();
        IdempotencyKey key = new IdempotencyKey("key-0001");
        CaseNumber filed = platform.desk
                .file(helper, key, filing(person, "etudiant", GRENOBLE))
                .caseFile()
                .number();

        platform.mandates.end(caller(person), person, number);

        assertThat(refusal(() -> platform.review.find(helper, filed))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> platform.desk.file(helper, key, filing(person, "etudiant", GRENOBLE))))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(own()).isEmpty();
        assertThat(only().stands()).isFalse();
        assertThat(only().done()).hasSize(1);
        assertThat(told()).contains("mandate-ended");
    }

    @Test
    void a_mandate_stands_from_its_first_day_to_the_end_of_its_last_in_paris() {
        platform.mandates.give(
                caller(person),
                person,
                new NewMandate(
                        association.code(),
                        ALL,
                        Optional.of(LocalDate.of(2026, 6, 3)),
                        LocalDate.of(2026, 6, 4),
                        Optional.empty()));

        assertThat(own()).isEmpty();
        platform.clock.moveTo(LocalDate.of(2026, 6, 3));
        assertThat(own()).extracting(Mandates.Helped::familyName).containsExactly("Exemple");
        MandateNumber number = only().mandate().number();
        assertThat(platform.mandates.own(helper, number).familyName()).isEqualTo("Exemple");
        assertThat(refusal(() -> platform.mandates.own(Caller.helper(new AccountId("another")), number)))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> platform.mandates.own(caller(person), number))).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        platform.clock.moveTo(LocalDate.of(2026, 6, 5));
        assertThat(own()).isEmpty();
        assertThat(refusal(() -> platform.mandates.own(helper, number))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_helper_reads_whom_they_help_by_name_fifty_at_a_time() {
        List<String> names =
                IntStream.range(100, 220).mapToObj(it -> "Nom" + it).toList();
        List<String> asTheyCame = new ArrayList<>(names);
        Collections.shuffle(asTheyCame, new Random(7));
        asTheyCame.forEach(it -> {
            PersonId mandator = named(it);
            platform.mandates.give(caller(mandator), mandator, said(association, ALL, "2026-12-01"));
        });

        Mandates.HelpedPage first = platform.mandates.own(helper, Optional.empty());
        Mandates.HelpedPage second = platform.mandates.own(helper, first.next());
        Mandate left = second.people().get(49).mandate();
        platform.mandates.end(caller(left.person()), left.person(), left.number());
        Mandates.HelpedPage third = platform.mandates.own(helper, second.next());

        assertThat(Stream.of(first, second, third).map(it -> it.people().size()))
                .containsExactly(50, 50, 20);
        assertThat(Stream.of(first, second, third).flatMap(it -> it.people().stream()))
                .extracting(Mandates.Helped::familyName)
                .isEqualTo(names);
        assertThat(third.next()).isEmpty();
        assertThat(refusal(() -> platform.mandates.own(
                        Caller.helper(mandatary("avocat", "Me Exemple").account()), first.next())))
                .isEqualTo(ErrorCode.MALFORMED_INPUT);
    }

    @Test
    void days_that_do_not_fit_an_unknown_code_and_a_second_mandate_are_refused() {
        assertThat(giving("2026-05-31")).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(giving("2027-06-01")).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal(() -> platform.mandates.give(
                        caller(person),
                        person,
                        new NewMandate(
                                new MandataryCode("0000-0000"),
                                ALL,
                                Optional.empty(),
                                LocalDate.of(2026, 7, 1),
                                Optional.empty()))))
                .isEqualTo(ErrorCode.UNKNOWN_MANDATARY);
        give(ALL, "2027-05-31");
        assertThat(giving("2026-07-01")).isEqualTo(ErrorCode.MANDATE_STANDS);
    }

    @Test
    void an_agent_in_charge_records_a_signed_paper_and_no_other_agent_does() {
        platform.file(person, "etudiant", GRENOBLE);
        NewMandate onPaper = new NewMandate(
                association.code(), ALL, Optional.empty(), LocalDate.of(2026, 12, 1), Optional.of("GUICHET-12"));

        assertThat(refusal(() -> platform.mandates.give(AGENT_75, person, onPaper)))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> platform.mandates.give(AGENT_38, person, said(association, ALL, "2026-12-01"))))
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal(() -> platform.mandates.give(caller(person), person, onPaper)))
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        Mandate given = platform.mandates.give(AGENT_38, person, onPaper).mandate();

        assertThat(given.given().by()).isEqualTo(AGENT_38.account());
        assertThat(given.given().document()).contains("GUICHET-12");
        assertThat(told()).contains("mandate-given");
        assertThat(own()).hasSize(1);
    }

    @Test
    void a_mandate_of_a_parent_does_not_reach_the_child_one_given_for_the_child_does() {
        PersonId child = platform.someoneBorn(LocalDate.of(2010, 10, 15));
        Contact parents = new Contact(Optional.of("mere@example.org"), Optional.empty(), "fr");
        platform.people.nameRepresentative(
                caller(child), child, new Representative("Exemple", "Awa", Representative.Quality.PARENT, parents));
        CaseNumber number =
                platform.file(child, "etudiant", GRENOBLE).caseFile().number();

        give(ALL, "2026-12-01");
        assertThat(refusal(() -> platform.review.find(helper, number))).isEqualTo(ErrorCode.NOT_FOUND);

        platform.mandates.give(caller(child), child, said(association, ALL, "2026-12-01"));
        assertThat(platform.review.find(helper, number).number()).isEqualTo(number);
    }

    @Test
    void a_helper_cannot_file_for_a_minor_for_whom_nobody_acts_either() {
        PersonId child = platform.someoneBorn(LocalDate.of(2010, 10, 15));
        platform.mandates.give(caller(child), child, said(association, ALL, "2026-12-01"));

        assertThat(refusal(() -> platform.file(helper, filing(child, "etudiant", GRENOBLE))))
                .isEqualTo(ErrorCode.REPRESENTATIVE_MISSING);
    }

    @Test
    void a_mandate_of_one_helper_is_nothing_to_another() {
        give(ALL, "2026-12-01");
        CaseNumber number =
                platform.file(person, "etudiant", GRENOBLE).caseFile().number();
        Caller other = Caller.helper(mandatary("lawyer", "Maître Exemple").account());

        assertThat(refusal(() -> platform.review.find(other, number))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_helper_does_no_agents_work() {
        assertThat(refusal(() -> platform.review.queue(
                        helper, new QueueQuery(Optional.empty(), Optional.empty(), Optional.empty(), 10))))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(platform.corrections.list(helper)).isEmpty();
    }

    @Test
    void a_helpers_account_is_closed_with_its_sessions_and_mandates_and_whoever_gave_one_is_told() {
        give(ALL, "2026-12-01");
        platform.file(person, "etudiant", GRENOBLE);
        platform.accounts.openSession("token", helper.account(), Instant.parse("2026-06-02T07:00:00Z"));

        platform.mandates.close(NATIONAL, association.code());

        assertThat(platform.accounts.session("token")).isEmpty();
        assertThat(platform.accounts.find(new Login("asso"))).isEmpty();
        assertThat(only().stands()).isFalse();
        assertThat(told()).filteredOn("mandate-ended"::equals).hasSize(1);
        assertThat(refusal(() -> give(ALL, "2026-12-01"))).isEqualTo(ErrorCode.UNKNOWN_MANDATARY);
        platform.mandates.close(NATIONAL, association.code());
        assertThat(told()).filteredOn("mandate-ended"::equals).hasSize(1);
    }

    @Test
    void only_the_national_services_close_it() {
        assertThat(refusal(() -> platform.mandates.close(AGENT_38, association.code())))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(refusal(() -> platform.mandates.close(helper, association.code())))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(refusal(() -> platform.mandates.close(NATIONAL, new MandataryCode("0000-0000"))))
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    private MandateFile give(Set<Permission> allows, String lastDay) {
        return platform.mandates.give(caller(person), person, said(association, allows, lastDay));
    }

    private ErrorCode giving(String lastDay) {
        return refusal(() -> give(ALL, lastDay));
    }

    private static NewMandate said(Mandatary mandatary, Set<Permission> allows, String lastDay) {
        return new NewMandate(mandatary.code(), allows, Optional.empty(), LocalDate.parse(lastDay), Optional.empty());
    }

    private List<Mandates.Helped> own() {
        return platform.mandates.own(helper, Optional.empty()).people();
    }

    private PersonId named(String familyName) {
        PersonId known = platform.someone();
        platform.store.write(records -> {
            records.people()
                    .change(PersonRecordBuilder.builder(
                                    records.people().find(NATIONAL, known).orElseThrow())
                            .civilStatus(new CivilStatus(familyName, "Amina", LocalDate.of(1999, 4, 12), "MA"))
                            .build());
            return known;
        });
        return known;
    }

    private MandateFile only() {
        List<MandateFile> all = platform.mandates.ofPerson(caller(person), person);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<String> told() {
        return platform.inbox.open(caller(person), person).stream()
                .map(Notice::kind)
                .toList();
    }

    private Mandatary mandatary(String login, String name) {
        return platform.accounts.openForHelper(new Login(login), "hash", "secret", name, Mandatary.Kind.ASSOCIATION);
    }

    private static ErrorCode refusal(ThrowingCallable request) {
        CaseException refused = Refusals.of(request);
        return refused.code();
    }
}
