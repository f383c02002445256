package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.ended;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.core.port.Records;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who may speak for a person, and for how long. */
abstract class MandatesContract extends ShelfContract {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 1);

    MandatesContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void a_mandate_comes_back_as_it_was_given_and_as_it_was_ended() {
        Mandate given = aMandate(Set.of(Permission.FILE, Permission.READ), Optional.of("GUICHET-12"));

        assertThat(ofPerson()).containsExactly(given);
        assertThat(ofMandatary()).containsExactly(given);
        assertThat(raw.rows("SELECT document FROM mandate")).containsExactly("GUICHET-12");

        Mandate ended = given.endedBy(new AccountId("agent-1"), MORNING);
        write(records -> records.mandates().end(ended));

        assertThat(ofPerson()).containsExactly(ended);
        assertThat(ofMandatary()).isEmpty();
    }

    @Test
    void a_helper_is_found_by_their_code_and_reads_nothing_by_themselves() {
        Mandate given = aMandate(Set.of(Permission.COMPLETE), Optional.empty());
        Caller helper = Caller.helper(given.mandatary().account());

        Optional<Mandatary> found = store.read(
                records -> records.mandates().mandatary(given.mandatary().code()));
        Optional<Mandatary> nobody =
                store.read(records -> records.mandates().mandatary(new MandataryCode("0000-0000")));

        assertThat(found).contains(given.mandatary());
        assertThat(nobody).isEmpty();
        Optional<PersonRecord> person = store.read(records -> records.people().find(helper, personId(1)));
        assertThat(person).isEmpty();
        assertThat(listed(records -> records.cases().ofPerson(helper, personId(1))))
                .isEmpty();
        assertThat(listed(records -> records.cases().offered(helper, 10))).isEmpty();
        assertThat(listed(records -> records.corrections().toAnswer(helper, 10)))
                .isEmpty();
        assertThat(listed(records -> records.reports().toAnswer(helper, 10))).isEmpty();
    }

    @Test
    void a_mandate_goes_along_with_the_account_of_whoever_turns_out_to_be_somebody_known() {
        Mandate given = aMandate(Set.of(Permission.FILE), Optional.empty());
        write(records -> {
            records.people().add(aPerson(2));
            records.accounts()
                    .add(new Account(
                            new Login("amina"),
                            Caller.applicant(new AccountId("a-1"), personId(1)),
                            "hash",
                            Optional.empty(),
                            0,
                            0,
                            Optional.empty()));
        });

        boolean moved = store.write(records -> records.accounts().move(new AccountId("a-1"), personId(2)));

        assertThat(moved).isTrue();
        assertThat(ofPerson()).isEmpty();
        assertThat(ofMandatary())
                .extracting(Mandate::number, Mandate::person)
                .containsExactly(tuple(given.number(), personId(2)));
    }

    @Test
    void whoever_is_helped_comes_by_name_after_the_last_of_the_page_before() {
        Mandate third = aMandate(Set.of(Permission.READ), Optional.empty());
        Mandate first = another(third, 2, "ADAM", "Zoé", FIRST, LAST);
        Mandate second = another(third, 3, "EXEMPLE", "Abel", FIRST, LAST);
        Mandate fourth = another(third, 4, "EXEMPLE", "Amina", FIRST, LAST);
        another(third, 5, "ADAM", "Léa", FIRST.plusDays(2), LAST);
        another(third, 6, "ADAM", "Léa", FIRST.minusDays(9), FIRST);
        Mandate ended = another(third, 7, "ADAM", "Léa", FIRST, LAST).endedBy(new AccountId("agent-1"), MORNING);
        write(records -> records.mandates().end(ended));
        raw.run("UPDATE person SET family_name = 'EXEMPLE', given_names = 'Amina' WHERE person_id = '"
                + personId(1).value() + "'");

        List<Mandates.Helped> page = helped(Optional.empty(), 3);
        List<Mandates.Helped> rest = helped(Optional.of(page.get(2)), 3);

        assertThat(page).extracting(Mandates.Helped::mandate).containsExactly(first, second, third);
        assertThat(page).extracting(Mandates.Helped::givenNames).containsExactly("Zoé", "Abel", "Amina");
        assertThat(rest).extracting(Mandates.Helped::mandate).containsExactly(fourth);
        List<Mandate> between =
                store.read(records -> records.mandates().between(new AccountId("helper-1"), personId(2)));
        assertThat(between).containsExactly(first);
        Optional<Mandate> found = store.read(records -> records.mandates().find(ended.number()));
        assertThat(found).contains(ended);
    }

    private List<Mandates.Helped> helped(Optional<Mandates.Helped> after, int limit) {
        return store.read(
                records -> records.mandates().helped(new AccountId("helper-1"), FIRST.plusDays(1), after, limit));
    }

    private Mandate another(
            Mandate like, int person, String familyName, String givenNames, LocalDate first, LocalDate last) {
        Mandate given = new Mandate(
                new MandateNumber("MA-7K2M-9QXT-4HB" + "WXYZABCD".charAt(person - 1)),
                personId(person),
                like.mandatary(),
                like.allows(),
                first,
                last,
                like.given(),
                Optional.empty());
        write(records -> {
            records.people()
                    .add(PersonRecordBuilder.builder(aPerson(person))
                            .civilStatus(new CivilStatus(familyName, givenNames, LocalDate.of(1999, 4, 12), "MA"))
                            .build());
            records.mandates().add(given);
        });
        return given;
    }

    private List<?> listed(Function<Records, List<?>> read) {
        return store.read(read);
    }

    private Mandate aMandate(Set<Permission> allows, Optional<String> document) {
        Mandatary mandatary = new Mandatary(
                new AccountId("helper-1"), new MandataryCode("7K2M-9QXT"), "Asso Exemple", Mandatary.Kind.ASSOCIATION);
        Mandate given = new Mandate(
                new MandateNumber("MA-7K2M-9QXT-4HBW"),
                personId(1),
                mandatary,
                allows,
                FIRST,
                LAST,
                new Mandate.Given(MORNING, new AccountId("agent-1"), document),
                Optional.empty());
        write(records -> {
            records.people().add(aPerson(1));
            records.accounts()
                    .add(new Account(
                            new Login("asso.exemple"),
                            Caller.helper(mandatary.account()),
                            "hash",
                            Optional.of("secret"),
                            0,
                            0,
                            Optional.empty()));
            records.mandates().add(mandatary);
            records.mandates().add(given);
        });
        return given;
    }

    private List<Mandate> ofPerson() {
        return store.read(records -> records.mandates().ofPerson(personId(1)));
    }

    private List<Mandate> ofMandatary() {
        return store.read(records -> records.mandates().ofMandatary(new AccountId("helper-1")));
    }
}
