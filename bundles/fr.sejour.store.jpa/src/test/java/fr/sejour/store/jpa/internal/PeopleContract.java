package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.LA_REUNION;
import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NANOSECONDS;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.PARIS_75;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aHeldPermit;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.inGrenoble;
import static fr.sejour.store.jpa.internal.Situations.moved;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.Received;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Representative;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Validity;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.core.port.Represented;
import fr.sejour.core.port.StockRecords.TakenOver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of a person, and found again. */
abstract class PeopleContract extends ShelfContract {

    PeopleContract(StoreContract contract) {
        super(contract);
    }

    static Stream<CivilStatus> names() {
        LocalDate birth = LocalDate.of(1911, 3, 11);
        return Stream.of(
                new CivilStatus("الأحمد", "محمد عبد الله", birth, "SY"),
                new CivilStatus("王", "小明", birth, "CN"),
                new CivilStatus("O'Brien-d’Aубigné", "Zoë \\ ; %_", birth, "IE"),
                new CivilStatus("A" + "😀".repeat(199), "Ж" + "é".repeat(199), birth, "XX"));
    }

    @Test
    void what_was_said_last_of_a_residence_is_what_stands() {
        write(records -> records.people().add(aPerson(1)));
        DeclaredResidence inLyon =
                new DeclaredResidence(new Residence("2 rue de l'Exemple", new CommuneCode("69381")), MORNING);

        assertThat(residence(1)).isEmpty();
        write(records -> records.people().keepResidence(personId(1), inGrenoble(MORNING.minusSeconds(60))));
        assertThat(residence(1)).contains(inGrenoble(MORNING.minusSeconds(60)));
        write(records -> records.people().keepResidence(personId(1), inLyon));

        assertThat(residence(1)).contains(inLyon);
        assertThat(residence(2)).isEmpty();
        assertThat(raw.rows("SELECT person_id, address, commune FROM residence"))
                .containsExactly(personId(1).value() + "|2 rue de l'Exemple|69381");
    }

    @Test
    void people_are_found_by_the_beginnings_of_their_names_and_their_birth_date_within_scope() {
        write(records -> records.people().add(aPerson(1)));
        write(records -> records.people().add(aPerson(2)));
        write(records -> records.cases().add(at(aCase(1, 1), ISERE)));
        write(records -> records.cases().add(at(aCase(2, 2), RHONE)));
        CivilStatus born = aPerson(1).civilStatus();
        String name = born.givenNames() + " " + born.familyName().substring(0, 2);
        Caller isere = Caller.agent(new AccountId("clerk"), Set.of(ISERE));

        assertThat(named(isere, name, born.birthDate())).containsExactly(personId(1));
        assertThat(named(NATIONAL, name, born.birthDate())).contains(personId(1));
        assertThat(named(NATIONAL, name, born.birthDate().plusDays(1))).isEmpty();
        assertThat(named(NATIONAL, name + " zzz", born.birthDate())).isEmpty();
        assertThat(named(NATIONAL, "%", born.birthDate())).isEmpty();
        assertThat(named(NATIONAL, "", born.birthDate())).isEmpty();
    }

    private List<PersonId> named(Caller caller, String name, LocalDate born) {
        return store.<List<PersonRecord>>read(records -> records.people().named(caller, name, born, 20)).stream()
                .map(PersonRecord::id)
                .toList();
    }

    private Optional<DeclaredResidence> residence(int person) {
        return store.read(records -> records.people().residence(personId(person)));
    }

    @Test
    void a_printed_form_is_one_case() {
        FormSerial form = FormSerial.of("0123456789");
        write(records -> records.people().add(aPerson(1)));
        write(records -> records.cases().add(onForm(aCase(1, 1), form)));

        assertThat(store.<Optional<CaseNumber>>read(records -> records.cases().ofForm(form)))
                .contains(caseNumber(1));
        assertThat(store.<Optional<CaseNumber>>read(records -> records.cases().ofForm(FormSerial.of("0000000001"))))
                .isEmpty();
        // work that does not look again is refused: nothing else keeps two filings of one form apart
        assertThatThrownBy(() -> write(records -> records.cases().add(onForm(aCase(2, 1), form))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("23505");
        assertThat(raw.rows("SELECT case_number, form_serial FROM permit_case"))
                .containsExactly(caseNumber(1) + "|" + form);
    }

    private static CaseRecord onForm(CaseRecord record, FormSerial form) {
        return record.withFiled(
                record.filed().withReceived(Optional.of(new Received(THAT_DAY, Optional.of(form), Set.of()))));
    }

    @Test
    void every_prefecture_that_had_a_case_stands_beside_it_in_order() {
        keep(moved(moved(aCase(1, 1), LA_REUNION, PARIS_75), PARIS_75, ISERE));

        assertThat(found(1).standing().formerPrefectures()).containsExactly(LA_REUNION, PARIS_75);
        assertThat(raw.rows("SELECT prefecture, list_position FROM former_prefecture ORDER BY list_position"))
                .containsExactly("974|0", "75|1");
    }

    @ParameterizedTest
    @MethodSource("fr.sejour.store.jpa.internal.PeopleContract#names")
    void a_name_comes_back_in_its_own_script(CivilStatus who) {
        PersonRecord person = PersonRecordBuilder.builder()
                .id(personId(1))
                .civilStatus(who)
                .civilStatusLevel(FactLevel.SEEN)
                .contact(aPerson(1).contact())
                .build();
        write(records -> records.people().add(person));

        assertThat(person(1)).isEqualTo(person);
        assertThat(raw.rows("SELECT family_name FROM person")).containsExactly(who.familyName());
    }

    @Test
    void a_person_comes_back_with_everything_a_person_can_have() {
        write(records -> records.people().add(full(NANOSECONDS)));

        assertThat(person(1)).isEqualTo(full(MICROSECONDS));
    }

    @Test
    void a_change_keeps_what_it_names_and_forgets_no_permit() {
        write(records -> records.people().add(full(MICROSECONDS)));
        HeldPermitFact declared = full(MICROSECONDS).heldPermits().get(1);
        HeldPermitFact seen = new HeldPermitFact("ref-old", declared.permit(), FactLevel.SEEN, MORNING);
        PersonRecord changed = PersonRecordBuilder.builder()
                .id(personId(1))
                .civilStatus(new CivilStatus("Camara", "Fatou", LocalDate.of(1990, 1, 1), "SN"))
                .civilStatusLevel(FactLevel.VERIFIED)
                .contact(new Contact(Optional.empty(), Optional.empty(), "fr"))
                .heldPermits(List.of(seen))
                .build();

        write(records -> records.people().change(changed));

        PersonRecord back = person(1);
        assertThat(back.civilStatus()).isEqualTo(changed.civilStatus());
        assertThat(back.civilStatusLevel()).isEqualTo(FactLevel.VERIFIED);
        assertThat(back.contact()).isEqualTo(changed.contact());
        assertThat(back.foreignerNumber()).isEmpty();
        assertThat(back.protection()).isEmpty();
        assertThat(back.heldPermits())
                .containsExactly(full(MICROSECONDS).heldPermits().get(0), seen);
    }

    @Test
    void a_fact_is_kept_under_its_reference_new_or_changed() {
        write(records -> records.people().add(aPerson(1)));
        HeldPermitFact declared = new HeldPermitFact("ref", aHeldPermit(), FactLevel.DECLARED, NANOSECONDS);
        write(records -> records.people().keep(personId(1), declared));
        write(records -> records.people()
                .keep(personId(1), new HeldPermitFact("ref", aHeldPermit(), FactLevel.VERIFIED, NANOSECONDS)));

        assertThat(person(1).heldPermits())
                .containsExactly(new HeldPermitFact("ref", aHeldPermit(), FactLevel.VERIFIED, MICROSECONDS));
    }

    @Test
    void a_paper_of_an_earlier_system_is_kept_new_or_ended_and_no_change_forgets_it() {
        EarlierPaper endless = earlier("ADF/1", Optional.empty());
        EarlierPaper paper = earlier("OLD-7", Optional.of(LocalDate.of(2026, 12, 31)));
        write(records -> records.people().add(aPerson(1)));
        write(records -> {
            records.people().keep(personId(1), endless);
            records.people().keep(personId(1), paper);
        });
        assertThat(person(1).earlierPapers()).containsExactly(endless, paper);

        write(records -> records.people().keep(personId(1), paper.ended(NANOSECONDS)));
        write(records -> records.people().change(aPerson(1)));

        assertThat(person(1).earlierPapers()).containsExactly(endless, paper.ended(MICROSECONDS));
    }

    private EarlierPaper earlier(String number, Optional<LocalDate> lastDay) {
        return new EarlierPaper(
                caseNumber(1),
                PaperKind.ATTESTATION_DE_PROLONGATION,
                number,
                new Validity(LocalDate.of(2026, 10, 1), lastDay, ZoneId.of("Indian/Mayotte")),
                Optional.empty());
    }

    @Test
    void what_was_taken_over_is_known_by_its_reference_and_only_once() {
        keep(aCase(1, 1));
        TakenOver taken = new TakenOver("ANEF/2026.17", "ab".repeat(32), caseNumber(1));
        write(records -> records.stock().add(taken));

        assertThat(store.<Optional<TakenOver>>read(records -> records.stock().find("ANEF/2026.17")))
                .contains(taken);
        assertThat(store.<Optional<TakenOver>>read(records -> records.stock().find("ANEF/2026.18")))
                .isEmpty();
        assertThatThrownBy(() -> write(
                        records -> records.stock().add(new TakenOver("ANEF/2026.17", "cd".repeat(32), caseNumber(1)))))
                .isInstanceOf(RuntimeException.class);
        assertThat(raw.rows("SELECT reference, row_digest FROM taken_over"))
                .containsExactly("ANEF/2026.17|" + "ab".repeat(32));
    }

    @Test
    void a_fact_taken_back_is_known_no_more_and_can_come_again() {
        write(records -> records.people().add(full(MICROSECONDS)));
        HeldPermitFact old = full(MICROSECONDS).heldPermits().get(1);

        write(records -> records.people().forget(personId(1), old.reference()));
        assertThat(person(1).heldPermits())
                .containsExactly(full(MICROSECONDS).heldPermits().get(0));

        write(records -> records.people().keep(personId(1), old));
        assertThat(person(1)).isEqualTo(full(MICROSECONDS));
    }

    private PersonRecord person(int n) {
        return store.read(records -> records.people().find(NATIONAL, personId(n)))
                .orElseThrow();
    }

    /** The latest permit first. */
    @Test
    void who_acts_for_a_person_comes_back_and_can_be_said_anew() {
        Representative mother = new Representative(
                "Diallo",
                "Fatou",
                Representative.Quality.PARENT,
                new Contact(Optional.of("mere@example.org"), Optional.of("0476000001"), "en"));
        Representative guardian = new Representative(
                "Exemple",
                "Jean",
                Representative.Quality.GUARDIAN,
                new Contact(Optional.empty(), Optional.empty(), "fr"));
        write(records -> records.people().add(aPerson(1).withRepresented(new Represented(mother, false))));

        assertThat(person(1).represented()).contains(new Represented(mother, false));

        write(records -> records.people().change(person(1).withRepresented(new Represented(guardian, true))));

        assertThat(person(1).represented()).contains(new Represented(guardian, true));
        assertThat(raw.rows("SELECT representative_family_name, representative_quality, representative_email,"
                        + " told_of_age FROM person"))
                .allMatch(row -> row.startsWith("Exemple|GUARDIAN|"))
                .hasSize(1);
    }

    private PersonRecord full(Instant since) {
        return PersonRecordBuilder.builder()
                .id(personId(1))
                .civilStatus(new CivilStatus("Diallo", "Aïssatou", LocalDate.of(1998, 5, 17), "GN"))
                .civilStatusLevel(FactLevel.VERIFIED)
                .contact(new Contact(Optional.of("famille@example.org"), Optional.of("+33 6 12 34 56 78"), "en"))
                .foreignerNumber(Optional.of(new ForeignerNumber("0123456789")))
                .protection(Optional.of(new PermitCode("refugie")))
                .heldPermits(List.of(
                        new HeldPermitFact("ref-new", aHeldPermit(), FactLevel.VERIFIED, since),
                        new HeldPermitFact(
                                "ref-old",
                                new HeldPermit(
                                        new PermitCode("visiteur"),
                                        "V-1",
                                        Optional.empty(),
                                        LocalDate.of(2023, 1, 1),
                                        LocalDate.of(2023, 12, 31)),
                                FactLevel.DECLARED,
                                since)))
                .build();
    }
}
