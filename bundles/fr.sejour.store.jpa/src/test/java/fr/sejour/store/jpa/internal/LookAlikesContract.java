package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.TwoPeople;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who looks like whom, and who was said to be two. */
abstract class LookAlikesContract extends ShelfContract {

    private static final LookAlike.KeptApart SAID =
            new LookAlike.KeptApart(MORNING, new AccountId("agent-1"), "بن علي: deux passeports\nvus");

    LookAlikesContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void people_are_found_by_the_words_of_their_names_and_their_day_of_birth() {
        write(records -> {
            records.people().add(named(1, "N'Guessan-Koné", "Aïssatou", "1998-05-17"));
            records.people().add(named(2, "AISSATOU", "NGUESSAN KONE", "1998-05-17"));
            records.people().add(named(3, "Koné", "N Guessan Aïssatou", "1998-05-17"));
            records.people().add(named(4, "N'Guessan-Koné", "Aïssatou", "1998-05-18"));
            records.people().add(named(5, "N'Guessan", "Aïssatou", "1998-05-17"));
            records.people().add(named(6, "王", "小明", "1998-05-17"));
        });

        assertThat(found(named(1, "N'Guessan-Koné", "Aïssatou", "1998-05-17")))
                .containsExactly(personId(2), personId(3));
        assertThat(found(named(2, "AISSATOU", "NGUESSAN KONE", "1998-05-17"))).containsExactly(personId(1));
        assertThat(found(named(6, "王", "小明", "1998-05-17"))).isEmpty();
    }

    @Test
    void people_are_found_by_the_numbers_that_they_share_and_come_back_whole() {
        PersonRecord holder = named(1, "Diallo", "Aïssatou", "1998-05-17").withHeldPermits(List.of(said("T123")));
        PersonRecord other = named(2, "Ben Ali", "Amina", "1970-01-01").withHeldPermits(List.of(said("T123")));
        PersonRecord linked = linked(named(3, "Nguyen", "Bao", "1980-01-01"), "9900000001");
        PersonRecord mistaken = named(4, "Smith", "Jo", "1990-01-01").withHeldPermits(List.of(said("9900000001")));
        write(records -> List.of(holder, other, linked, mistaken).forEach(records.people()::add));

        assertThat(candidates(holder, 10)).containsExactly(other);
        assertThat(candidates(linked, 10)).containsExactly(mistaken);
        assertThat(candidates(mistaken, 10)).containsExactly(linked);
    }

    @Test
    void no_more_are_looked_at_than_asked_for() {
        write(records -> IntStream.range(0, 5).forEach(n -> records.people().add(aPerson(n))));

        assertThat(candidates(aPerson(4), 3))
                .extracting(PersonRecord::id)
                .containsExactly(personId(0), personId(1), personId(2));
    }

    @Test
    void two_people_are_kept_apart_once_from_whichever_side_it_is_said() {
        write(records -> IntStream.range(1, 4).forEach(n -> records.people().add(aPerson(n))));

        write(records -> records.lookAlikes().keepApart(personId(2), personId(1), SAID));
        write(records -> records.lookAlikes()
                .keepApart(
                        personId(1),
                        personId(2),
                        new LookAlike.KeptApart(MORNING, new AccountId("agent-2"), "encore")));
        write(records -> records.lookAlikes().keepApart(personId(3), personId(2), SAID));

        assertThat(raw.rows("SELECT account_id FROM people_apart ORDER BY person_id"))
                .containsExactly("agent-2", "agent-1");
        assertThat(apart(1)).containsOnlyKeys(personId(2));
        assertThat(apart(2)).containsOnlyKeys(personId(1), personId(3)).containsEntry(personId(3), SAID);
        write(records -> records.lookAlikes().takeBack(personId(1), personId(2)));
        assertThat(apart(1)).isEmpty();
        assertThat(apart(2)).containsOnlyKeys(personId(3));
    }

    @Test
    void of_agents_who_say_it_at_once_from_both_sides_all_are_served() throws Exception {
        Desks desks = new Desks(store, MORNING);
        write(records -> IntStream.range(1, 3).forEach(n -> records.people().add(aPerson(n))));

        List<LookAlike> answers = Together.run(
                8,
                thread -> desks.lookAlikes.keepApart(
                        NATIONAL,
                        personId(1 + thread % 2),
                        personId(2 - thread % 2),
                        new TwoPeople("agent " + thread)));

        assertThat(answers).hasSize(8);
        assertThat(raw.count("people_apart")).isEqualTo(1);
    }

    private Map<PersonId, LookAlike.KeptApart> apart(int person) {
        return store.read(records -> records.lookAlikes().keptApart(personId(person)));
    }

    private List<PersonId> found(PersonRecord person) {
        return candidates(person, 10).stream().map(PersonRecord::id).toList();
    }

    private List<PersonRecord> candidates(PersonRecord person, int limit) {
        return store.read(records -> records.lookAlikes().candidates(person, limit));
    }

    private PersonRecord named(int n, String family, String given, String born) {
        return aPerson(n)
                .withCivilStatus(new CivilStatus(family, given, LocalDate.parse(born), "GN"), FactLevel.DECLARED);
    }

    private PersonRecord linked(PersonRecord person, String number) {
        return PersonRecordBuilder.builder()
                .id(person.id())
                .civilStatus(person.civilStatus())
                .civilStatusLevel(FactLevel.VERIFIED)
                .contact(person.contact())
                .foreignerNumber(Optional.of(new ForeignerNumber(number)))
                .build();
    }

    private HeldPermitFact said(String number) {
        return new HeldPermitFact(
                "r-1",
                new HeldPermit(
                        new PermitCode("etudiant"),
                        number,
                        Optional.empty(),
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2026, 8, 31)),
                FactLevel.DECLARED,
                MORNING);
    }
}
