package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people share. */
abstract class SharesContract extends ShelfContract {

    private static final ShareCode FIRST = new ShareCode("T7TQ2K0MX31WD");
    private static final ShareCode SECOND = new ShareCode("B7TQ2K0MX31WD");

    SharesContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void a_code_comes_back_as_it_was_given_and_as_it_was_taken_back() {
        Share first = new Share(FIRST, personId(1), LocalDate.of(2026, 7, 1), MORNING, Optional.empty());
        Share second =
                new Share(SECOND, personId(1), LocalDate.of(2026, 8, 1), MORNING.plusSeconds(1), Optional.empty());
        write(records -> {
            records.people().add(aPerson(1));
            records.people().add(aPerson(2));
            records.shares().add(first);
            records.shares().add(second);
        });

        assertThat(ofPerson(1)).containsExactly(second, first);
        assertThat(ofPerson(2)).isEmpty();

        Share taken = first.ended(MORNING.plusSeconds(2));
        write(records -> records.shares().end(taken));

        assertThat(ofPerson(1)).containsExactly(second);
        assertThat(store.<Optional<Share>>read(records -> records.shares().find(FIRST)))
                .contains(taken);
        assertThat(store.<Optional<Share>>read(records -> records.shares().find(new ShareCode("S7TQ2K0MX31WD"))))
                .isEmpty();
    }

    private List<Share> ofPerson(int number) {
        return store.<List<Share>>read(records -> records.shares().ofPerson(personId(number)));
    }
}
