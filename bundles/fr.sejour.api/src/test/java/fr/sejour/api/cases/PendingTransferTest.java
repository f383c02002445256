package fr.sejour.api.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PendingTransferTest {

    /** CRPA L. 114-2: offered on Monday 1 June 2026, the receiver has all of Monday the 8th to say something. */
    @Test
    void the_receiver_has_the_whole_of_the_last_day() {
        PendingTransfer offer = new PendingTransfer(new PrefectureCode("69"), LocalDate.of(2026, 6, 8), "déménagement");

        assertThat(offer.overdueOn(LocalDate.of(2026, 6, 8))).isFalse();
        assertThat(offer.overdueOn(LocalDate.of(2026, 6, 9))).isTrue();
    }
}
