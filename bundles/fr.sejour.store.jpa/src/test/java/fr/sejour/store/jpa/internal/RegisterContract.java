package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.aHeldPermit;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.RegisterEntry;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the State already knew. */
abstract class RegisterContract extends ShelfContract {

    private static final ForeignerNumber NUMBER = new ForeignerNumber("7503012345");

    RegisterContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void entries_come_back_and_stay_linked_when_they_are_brought_up_to_date() {
        write(records -> records.people().add(aPerson(1)));
        RegisterEntry full = new RegisterEntry(
                NUMBER,
                new CivilStatus("Diallo", "Aïssatou", LocalDate.of(1998, 5, 17), "GN"),
                Optional.of(aHeldPermit()),
                Optional.of(new PermitCode("refugie")),
                Optional.of("salted-digest"));
        RegisterEntry bare =
                new RegisterEntry(NUMBER, full.civilStatus(), Optional.empty(), Optional.empty(), Optional.empty());
        write(records -> records.register().keep(full));

        assertThat(entry()).contains(full);
        assertThat(linked()).isEmpty();

        write(records -> records.register().link(NUMBER, personId(1)));
        Optional<PersonId> reached = store.write(records -> records.register().keep(bare));

        assertThat(reached).contains(personId(1));

        assertThat(entry()).contains(bare);
        assertThat(linked()).contains(personId(1));
    }

    @Test
    void an_entry_is_linked_in_the_transaction_that_keeps_it() {
        write(records -> records.people().add(aPerson(1)));
        RegisterEntry fresh = new RegisterEntry(
                NUMBER,
                new CivilStatus("Diallo", "Aïssatou", LocalDate.of(1998, 5, 17), "GN"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        write(records -> {
            records.register().keep(fresh);
            records.register().link(NUMBER, personId(1));
        });

        assertThat(entry()).contains(fresh);
        assertThat(linked()).contains(personId(1));
    }

    @Test
    void an_unknown_number_has_no_entry() {
        assertThat(entry()).isEmpty();
        assertThat(linked()).isEmpty();
    }

    @Test
    void of_eight_people_who_link_one_entry_one_is_linked() throws Exception {
        write(records -> {
            IntStream.range(0, 8).forEach(n -> records.people().add(aPerson(n)));
            records.register()
                    .keep(new RegisterEntry(
                            NUMBER, aPerson(1).civilStatus(), Optional.empty(), Optional.empty(), Optional.empty()));
        });

        List<Boolean> linked = Together.run(
                8,
                thread -> store.write(records -> {
                    boolean free = records.register().linked(NUMBER).isEmpty();
                    if (free) {
                        records.register().link(NUMBER, personId(thread));
                    }
                    return free;
                }));

        assertThat(Collections.frequency(linked, true)).isEqualTo(1);
        assertThat(linked()).contains(personId(linked.indexOf(true)));
    }

    private Optional<RegisterEntry> entry() {
        return store.read(records -> records.register().find(NUMBER));
    }

    private Optional<PersonId> linked() {
        return store.read(records -> records.register().linked(NUMBER));
    }
}
