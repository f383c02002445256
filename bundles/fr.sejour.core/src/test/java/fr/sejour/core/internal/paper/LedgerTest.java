package fr.sejour.core.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
    private static final ZoneId CAYENNE = ZoneId.of("America/Cayenne");
    private static final ZoneId SAINT_PIERRE = ZoneId.of("America/Miquelon");
    private static final ZoneId GUADELOUPE = ZoneId.of("America/Guadeloupe");
    private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");
    private static final Edition EDITION = new Editions().inForce(LocalDate.of(2026, 6, 1));

    private int drawn;

    @Test
    void nothing_known_is_no_coverage() {
        CoverageLedger ledger = ledger(List.of());

        assertThat(ledger.covered()).isFalse();
        assertThat(ledger.coveredUntil()).isEmpty();
        assertThat(ledger.intervals()).isEmpty();
        assertThat(Ledger.endedLast(ledger)).isEmpty();
    }

    @Test
    void proofs_that_touch_or_overlap_make_one_unbroken_coverage() {
        CoverageLedger ledger = ledger(
                List.of(held("2025-09-01", "2026-08-31")),
                paper("2026-09-01", "2026-11-30"),
                paper("2026-11-15", "2027-02-14"));

        // 24:00 of 14 February 2027 in Paris, winter time
        assertThat(ledger.coveredUntil()).contains(Instant.parse("2027-02-14T23:00:00Z"));
    }

    @Test
    void a_gap_of_one_day_ends_the_coverage_before_it() {
        CoverageLedger ledger = ledger(List.of(held("2025-09-01", "2026-08-31")), paper("2026-09-02", "2026-11-30"));

        assertThat(ledger.coveredUntil()).contains(Instant.parse("2026-08-31T22:00:00Z"));
    }

    @Test
    void a_proof_without_a_known_end_covers_without_end() {
        CoverageLedger ledger = ledger(List.of(held("2025-09-01", "2026-08-31")), paper("2026-07-01", null));

        assertThat(ledger.covered()).isTrue();
        assertThat(ledger.coveredUntil()).isEmpty();
    }

    @Test
    void a_paper_that_was_ended_covers_up_to_that_instant() {
        CoverageLedger ledger = ledger(List.of(), ended(paper("2026-05-01", null), "2026-06-10T08:00:00Z"));

        assertThat(ledger.coveredUntil()).contains(Instant.parse("2026-06-10T08:00:00Z"));
    }

    @Test
    void a_paper_that_was_ended_before_its_first_day_never_covered() {
        CoverageLedger ledger = ledger(List.of(), ended(paper("2026-05-01", "2026-07-31"), "2026-04-20T08:00:00Z"));

        assertThat(ledger.covered()).isFalse();
        assertThat(Ledger.endedLast(ledger)).isEmpty();
    }

    @Test
    void an_end_after_the_last_day_changes_nothing() {
        CoverageLedger ledger = ledger(List.of(), ended(paper("2026-05-01", "2026-06-30"), "2026-07-20T08:00:00Z"));

        assertThat(ledger.coveredUntil()).contains(Instant.parse("2026-06-30T22:00:00Z"));
    }

    @Test
    void a_paper_that_proves_no_stay_is_no_proof_of_right() {
        CoverageLedger ledger =
                ledger(List.of(), withStay(paper("2026-05-01", null), Reading.settled(StayRight.NOT_PROVEN)));

        assertThat(ledger.intervals()).isEmpty();
    }

    @Test
    void an_undetermined_stay_is_no_proof_so_that_the_gap_is_seen() {
        CoverageLedger ledger = ledger(
                List.of(),
                withStay(paper("2026-05-01", "2026-06-30"), Reading.undetermined("unknown", "Does it prove stay?")));

        assertThat(ledger.covered()).isFalse();
    }

    @Test
    void a_permit_that_the_catalogue_does_not_know_leaves_work_undetermined() {
        HeldPermitFact unknown = fact("ancien_titre", "2025-09-01", "2026-08-31");

        CoverageLedger ledger = ledger(List.of(unknown));

        assertThat(ledger.covered()).isTrue();
        assertThat(ledger.intervals().get(0).work().value().isSettled()).isFalse();
    }

    @Test
    void the_last_end_is_that_of_the_proof_that_was_over_last() {
        CoverageLedger ledger = ledger(
                List.of(held("2024-09-01", "2025-08-31"), held("2023-09-01", "2024-08-31")),
                paper("2025-09-01", "2025-11-30"),
                paper("2026-07-01", "2026-09-30"));

        assertThat(ledger.covered()).isFalse();
        assertThat(Ledger.endedLast(ledger)).contains(Instant.parse("2025-11-30T23:00:00Z"));
    }

    @Test
    void intervals_stand_by_first_day() {
        CoverageLedger ledger = ledger(
                List.of(held("2025-09-01", "2026-08-31")),
                paper("2026-09-01", "2026-11-30"),
                paper("2025-01-01", "2025-03-31"));

        assertThat(ledger.intervals())
                .extracting(interval -> interval.validity().firstDay().toString())
                .containsExactly("2025-01-01", "2025-09-01", "2026-09-01");
    }

    @Test
    void of_the_zones_of_a_life_a_day_ends_last_in_the_westernmost() {
        assertThat(Ledger.lastToEnd(List.of(PARIS, REUNION))).isEqualTo(PARIS);
        assertThat(Ledger.lastToEnd(List.of(REUNION, GUADELOUPE, PARIS))).isEqualTo(GUADELOUPE);
        assertThat(Ledger.lastToEnd(List.of(REUNION))).isEqualTo(REUNION);
        assertThat(Ledger.lastToEnd(List.of(SAINT_PIERRE, CAYENNE)))
                .as("at one time in winter")
                .isEqualTo(CAYENNE);
    }

    private CoverageLedger ledger(List<HeldPermitFact> held, Attestation... papers) {
        PersonRecord person = PersonRecordBuilder.builder()
                .id(new PersonId("person-one"))
                .civilStatus(new CivilStatus("Exemple", "Amina", LocalDate.of(1999, 4, 12), "MA"))
                .civilStatusLevel(FactLevel.VERIFIED)
                .contact(new Contact(Optional.empty(), Optional.empty(), "fr"))
                .heldPermits(held)
                .build();
        return Ledger.of(person, Arrays.asList(papers), EDITION, PARIS, NOON);
    }

    private static HeldPermitFact held(String from, String until) {
        return fact("etudiant", from, until);
    }

    private static HeldPermitFact fact(String permit, String from, String until) {
        return new HeldPermitFact(
                from,
                new HeldPermit(
                        new PermitCode(permit),
                        "T-" + from,
                        Optional.empty(),
                        LocalDate.parse(from),
                        LocalDate.parse(until)),
                FactLevel.VERIFIED,
                NOON);
    }

    private Attestation paper(String from, @org.jspecify.annotations.Nullable String until) {
        Article basis = new Article("R. 431-15-1 al. 2");
        drawn++;
        String number = String.format("SJ-0000-0000-%04d", drawn);
        return new Attestation(
                new AttestationNumber(number),
                PaperKind.ATTESTATION_DE_PROLONGATION,
                new PersonId("person-one"),
                new CaseNumber("0000000000000000018"),
                new PrefectureCode("38"),
                new Validity(LocalDate.parse(from), Optional.ofNullable(until).map(LocalDate::parse), PARIS),
                new Rights(
                        Right.settled(StayRight.PROVEN, basis),
                        Right.settled(WorkRight.ANY, basis),
                        Right.settled(TravelRight.NONE, basis),
                        Right.settled(SocialRight.NONE, basis)),
                List.of(basis),
                List.of(),
                "2026-05-01",
                NOON,
                new CheckCode(String.format("0000-0000-%04d", drawn)),
                Optional.empty());
    }

    private static Attestation ended(Attestation paper, String at) {
        return change(paper, paper.rights(), Optional.of(new Attestation.End(Instant.parse(at), "withdrawn")));
    }

    private static Attestation withStay(Attestation paper, Reading<StayRight> stay) {
        Rights rights = paper.rights();
        return change(
                paper,
                new Rights(new Right<>(stay, List.of()), rights.work(), rights.travel(), rights.social()),
                paper.end());
    }

    private static Attestation change(Attestation paper, Rights rights, Optional<Attestation.End> end) {
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
                end);
    }
}
