package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.MAYOTTE;
import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NANOSECONDS;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.PARIS;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aPaper;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.anyWork;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.ended;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.port.AttemptRecords.Failures;
import fr.sejour.core.port.PaperFile;
import fr.sejour.core.port.PaperRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of a paper that was issued. */
abstract class PapersContract extends ShelfContract {

    PapersContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void a_paper_comes_back_with_settled_rights() {
        keep(aCase(1, 1));
        write(records -> records.papers().add(settled(NANOSECONDS)));

        assertThat(store.<Optional<Attestation>>read(records ->
                        records.papers().find(NATIONAL, settled(MICROSECONDS).number())))
                .contains(settled(MICROSECONDS));
    }

    @Test
    void papers_have_places_in_the_lists_in_the_order_they_were_added() {
        Attestation one = aPaper(1, 1, 1, THAT_DAY);
        Attestation other = aPaper(2, 1, 1, THAT_DAY.plusDays(1));
        keep(aCase(1, 1));
        write(records -> records.papers().add(one));
        write(records -> records.papers().add(other));

        long first = place(one);
        long second = place(other);

        assertThat(second).isEqualTo(first + 1);
        assertThat(store.<Long>read(records -> records.papers().statusIndices()))
                .isEqualTo(second + 1);
        assertThat(stopped(THAT_DAY)).isEmpty();

        Attestation.End end = new Attestation.End(MORNING, "withdrawn");
        write(records -> records.papers().end(other.number(), end));

        assertThat(stopped(THAT_DAY)).containsExactly(new PaperRecords.Stopped(new StatusIndex(second), end));
        assertThat(store.<List<PaperRecords.Stopped>>read(
                        records -> records.papers().stopped(1, THAT_DAY)))
                .isEmpty();
    }

    private long place(Attestation paper) {
        return store.<StatusIndex>read(records -> records.papers().statusIndex(paper.number()))
                .value();
    }

    private List<PaperRecords.Stopped> stopped(LocalDate on) {
        return store.<List<PaperRecords.Stopped>>read(
                records -> records.papers().stopped(0, on));
    }

    @Test
    void a_paper_comes_back_with_every_right_undetermined() {
        keep(aCase(1, 1));
        write(records -> records.papers().add(open()));

        assertThat(store.<Optional<Attestation>>read(records -> records.papers().find(NATIONAL, open().number())))
                .contains(open());
    }

    @Test
    void a_dba_reads_the_rights_of_a_paper() {
        keep(aCase(1, 1));
        write(records -> {
            records.papers().add(settled(MICROSECONDS));
            records.papers().add(open());
        });

        assertThat(raw.rows("SELECT kind, first_day, last_day, stay, work_code, work_hours, work_limit, travel, social,"
                        + " work_question, work_basis, basis, because FROM attestation ORDER BY attestation_number"))
                .containsExactly(
                        "RECEPISSE|2026-03-10|2026-06-09|PROVEN|HOURS_PER_YEAR|964|-|NONE|NONE|-|R. 5221-26|"
                                + "R. 431-12; C. trav. R. 5221-26\\; al. 2|renewal; in-time",
                        "ATTESTATION_DE_DECISION_FAVORABLE|2026-03-10|-|-|-|-|-|-|-|Which work?|R. 431-15-1 al. 4|-|-");
    }

    @Test
    void every_work_right_comes_back() {
        List<WorkRight> rights = List.of(
                WorkRight.NONE,
                WorkRight.ANY,
                WorkRight.WITH_AUTHORISATION,
                WorkRight.hoursPerYear(964),
                WorkRight.asHeld("activity_of_the_permit"));
        keep(aCase(1, 1));
        write(records -> IntStream.range(0, rights.size())
                .forEach(i -> records.papers()
                        .add(withRights(
                                aPaper(i, 1, 1, THAT_DAY.plusDays(i)),
                                new Rights(
                                        anyWork().stay(),
                                        Right.settled(rights.get(i)),
                                        anyWork().travel(),
                                        anyWork().social())))));

        List<Attestation> papers = store.read(records -> records.papers().ofPerson(NATIONAL, personId(1)));

        assertThat(papers)
                .extracting(paper -> paper.rights().work().value().ifSettled().orElseThrow())
                .containsExactlyElementsOf(rights);
    }

    @Test
    void the_papers_of_a_person_come_by_first_day() {
        keep(aCase(1, 1), aCase(2, 2));
        write(records -> {
            records.papers().add(aPaper(3, 1, 1, THAT_DAY.plusDays(9)));
            records.papers().add(aPaper(1, 1, 1, THAT_DAY.plusDays(1)));
            records.papers().add(aPaper(2, 1, 1, THAT_DAY.plusDays(5)));
            records.papers().add(aPaper(4, 2, 2, THAT_DAY));
        });

        assertThat(store.<List<Attestation>>read(records -> records.papers().ofPerson(NATIONAL, personId(1))))
                .extracting(paper -> paper.number().value())
                .containsExactly("SJ-0000-0000-0001", "SJ-0000-0000-0002", "SJ-0000-0000-0003");
    }

    @Test
    void a_check_code_is_the_right_to_read_all_that_a_check_turns_on() {
        keep(aCase(1, 1), aCase(2, 2));
        HeldPermitFact newer = held("newer", LocalDate.of(2025, 9, 1));
        HeldPermitFact older = held("older", LocalDate.of(2024, 9, 1));
        write(records -> {
            records.papers().add(aPaper(7, 1, 1, THAT_DAY.plusDays(1)));
            records.papers().add(aPaper(8, 1, 1, THAT_DAY));
            records.papers().add(aPaper(9, 2, 2, THAT_DAY));
            records.people().keep(personId(1), older);
            records.people().keep(personId(1), newer);
        });

        Optional<PaperFile> file = byCheckCode("0000-0000-0007");

        assertThat(file)
                .contains(new PaperFile(
                        aPaper(7, 1, 1, THAT_DAY.plusDays(1)),
                        aPerson(1).withHeldPermits(List.of(newer, older)),
                        List.of(aPaper(8, 1, 1, THAT_DAY), aPaper(7, 1, 1, THAT_DAY.plusDays(1))),
                        Failures.NONE));
        assertThat(byCheckCode("0000-0000-0006")).isEmpty();
    }

    @Test
    void a_check_of_somebody_without_permits_knows_the_end_of_their_paper() {
        keep(aCase(1, 1));
        Attestation paper = aPaper(7, 1, 1, THAT_DAY);
        write(records -> {
            records.papers().add(paper);
            records.papers().end(paper.number(), new Attestation.End(NANOSECONDS, "card-handed-over"));
        });

        assertThat(byCheckCode("0000-0000-0007"))
                .contains(new PaperFile(ended(paper), aPerson(1), List.of(ended(paper)), Failures.NONE));
    }

    @Test
    void a_check_knows_the_failures_on_its_code_since_an_instant() {
        keep(aCase(1, 1));
        write(records -> {
            records.papers().add(aPaper(7, 1, 1, THAT_DAY));
            records.attempts().fail("digest-7", MORNING.minusSeconds(1));
            records.attempts().fail("digest-7", MORNING);
            records.attempts().fail("digest-8", MORNING);
        });
        write(records -> records.attempts().fail("digest-7", NANOSECONDS));

        assertThat(byCheckCode("0000-0000-0007").orElseThrow().failures())
                .isEqualTo(new Failures(2, MORNING, MICROSECONDS));
    }

    @Test
    void a_check_is_one_statement() {
        keep(aCase(1, 1));
        write(records -> records.papers().add(aPaper(7, 1, 1, THAT_DAY)));

        List<String> statements = watched.during(() -> byCheckCode("0000-0000-0007"));

        assertThat(statements).hasSize(1);
    }

    private Optional<PaperFile> byCheckCode(String code) {
        return store.read(records -> records.papers().byCheckCode(new CheckCode(code), "digest-7", MORNING));
    }

    private static HeldPermitFact held(String reference, LocalDate from) {
        return new HeldPermitFact(
                reference,
                new HeldPermit(
                        new PermitCode("etudiant"),
                        "9924 A " + reference,
                        Optional.of(DocumentKind.CST),
                        from,
                        from.plusYears(1)),
                FactLevel.VERIFIED,
                MORNING);
    }

    @Test
    void only_the_end_of_a_paper_changes() {
        keep(aCase(1, 1));
        Attestation paper = aPaper(1, 1, 1, THAT_DAY);
        write(records -> records.papers().add(paper));

        write(records -> records.papers().end(paper.number(), new Attestation.End(NANOSECONDS, "card-handed-over")));

        assertThat(store.<Optional<Attestation>>read(records -> records.papers().find(NATIONAL, paper.number())))
                .contains(ended(paper));
    }

    private Attestation ended(Attestation paper) {
        return paper.ended(new Attestation.End(MICROSECONDS, "card-handed-over"));
    }

    @Test
    void a_second_paper_of_one_case_kind_and_first_day_is_refused() {
        keep(aCase(1, 1));
        write(records -> records.papers().add(aPaper(1, 1, 1, THAT_DAY)));

        assertThatThrownBy(() -> write(records -> records.papers().add(aPaper(2, 1, 1, THAT_DAY))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(raw.count("attestation")).isEqualTo(1);
    }

    /** R. 432-9: it stands beside the usual one where it allows less, and there is one of each. */
    @Test
    void a_paper_of_the_commission_begins_on_the_day_of_the_usual_one() {
        keep(aCase(1, 1));
        write(records -> {
            records.papers().add(aPaper(1, 1, 1, THAT_DAY));
            records.papers().add(ofTheCommission(aPaper(2, 1, 1, THAT_DAY)));
        });

        assertThatThrownBy(() -> write(records -> records.papers().add(ofTheCommission(aPaper(3, 1, 1, THAT_DAY)))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(raw.rows("SELECT attestation_number FROM attestation WHERE of_the_commission = TRUE"))
                .containsExactly("SJ-0000-0000-0002");
        assertThat(raw.count("attestation")).isEqualTo(2);
    }

    /** It stands beside the usual one where it allows less, and there is one of each. */
    @Test
    void a_paper_of_a_judge_begins_on_the_day_of_the_usual_one() {
        keep(aCase(1, 1));
        write(records -> {
            records.papers().add(aPaper(1, 1, 1, THAT_DAY));
            records.papers().add(ordered(aPaper(2, 1, 1, THAT_DAY)));
        });

        assertThatThrownBy(() -> write(records -> records.papers().add(ordered(aPaper(3, 1, 1, THAT_DAY)))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(raw.rows("SELECT attestation_number FROM attestation WHERE ordered = TRUE"))
                .containsExactly("SJ-0000-0000-0002");
        assertThat(raw.count("attestation")).isEqualTo(2);
    }

    private static Attestation ofTheCommission(Attestation paper) {
        return because(paper, Attestation.COMMISSION);
    }

    private static Attestation ordered(Attestation paper) {
        return because(paper, Attestation.ORDERED);
    }

    private static Attestation because(Attestation paper, String reason) {
        return new Attestation(
                paper.number(),
                paper.kind(),
                paper.person(),
                paper.caseNumber(),
                paper.prefecture(),
                paper.validity(),
                paper.rights(),
                paper.basis(),
                List.of(reason),
                paper.edition(),
                paper.issuedAt(),
                paper.checkCode(),
                paper.end());
    }

    @Test
    void a_paper_may_come_anew_once_the_first_has_ended() {
        keep(aCase(1, 1));
        for (int n = 1; n <= 3; n++) {
            Attestation paper = aPaper(n, 1, 1, THAT_DAY);
            write(records -> {
                records.papers().add(paper);
                records.papers().end(paper.number(), new Attestation.End(MORNING, "refused"));
            });
        }
        write(records -> records.papers().add(aPaper(4, 1, 1, THAT_DAY)));

        assertThat(raw.count("attestation")).isEqualTo(4);
    }

    @Test
    void a_paper_of_eight_threads_is_issued_once() throws Exception {
        keep(aCase(1, 1));

        Together.run(
                8,
                thread -> store.write(records -> {
                    boolean there =
                            !records.papers().ofPerson(NATIONAL, personId(1)).isEmpty();
                    if (!there) {
                        records.papers().add(aPaper(thread, 1, 1, THAT_DAY));
                    }
                    return there;
                }));

        assertThat(raw.count("attestation")).isEqualTo(1);
    }

    private Attestation withRights(Attestation paper, Rights rights) {
        return new Attestation(
                paper.number(),
                paper.kind(),
                paper.person(),
                paper.caseNumber(),
                paper.prefecture(),
                paper.validity(),
                rights,
                paper.basis(),
                paper.because(),
                paper.edition(),
                paper.issuedAt(),
                paper.checkCode(),
                paper.end());
    }

    private Attestation settled(Instant issuedAt) {
        return new Attestation(
                new AttestationNumber("SJ-ABCD-0000-0001"),
                PaperKind.RECEPISSE,
                personId(1),
                caseNumber(1),
                MAYOTTE,
                Validity.between(THAT_DAY, LocalDate.of(2026, 6, 9), ZoneId.of("Indian/Mayotte")),
                new Rights(
                        Right.settled(StayRight.PROVEN, new Article("R. 431-12"), new Article("L. 431-3")),
                        Right.settled(WorkRight.hoursPerYear(964), new Article("R. 5221-26")),
                        Right.settled(TravelRight.NONE),
                        Right.settled(SocialRight.NONE)),
                List.of(new Article("R. 431-12"), new Article("C. trav. R. 5221-26; al. 2")),
                List.of("renewal", "in-time"),
                "2026-05-01",
                issuedAt,
                new CheckCode("ABCDEFGH0001"),
                Optional.empty());
    }

    private Attestation open() {
        return new Attestation(
                new AttestationNumber("SJ-ABCD-0000-0002"),
                PaperKind.ATTESTATION_DE_DECISION_FAVORABLE,
                personId(1),
                caseNumber(1),
                ISERE,
                Validity.from(THAT_DAY, PARIS),
                new Rights(
                        new Right<>(Reading.undetermined("mixed", "Which stay?"), List.of()),
                        new Right<>(
                                Reading.undetermined("by_ground", "Which work?"),
                                List.of(new Article("R. 431-15-1 al. 4"))),
                        new Right<>(Reading.undetermined("to_verify", "Which travel?"), List.of()),
                        new Right<>(Reading.undetermined("unknown", "Which social rights?"), List.of())),
                List.of(),
                List.of(),
                "2026-05-01",
                MICROSECONDS,
                new CheckCode("ABCDEFGH0002"),
                Optional.empty());
    }
}
