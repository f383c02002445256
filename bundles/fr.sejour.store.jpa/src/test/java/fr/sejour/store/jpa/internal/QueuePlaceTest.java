package fr.sejour.store.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.core.port.CaseRecords.QueueKey;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueuePlaceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final CaseNumber NUMBER = new CaseNumber("0000000000000000018");

    @Test
    void a_place_says_all_that_the_order_goes_by_in_the_order_it_goes_by() {
        assertThat(QueuePlace.of(new QueueKey(DAY, true, 7, DAY.minusDays(1), NUMBER)))
                .isEqualTo("20260610" + "0" + "2" + "20260609" + "0000000000000000018");
        assertThat(QueuePlace.of(new QueueKey(LocalDate.MAX, false, 0, DAY, NUMBER)))
                .isEqualTo("99991231" + "1" + "9" + "20260610" + "0000000000000000018");
    }

    @Test
    void places_stand_in_the_order_of_the_queue() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int at = 0; at < 10_000; at++) {
            QueueKey one = anyKey(random);
            QueueKey other = anyKey(random);
            assertThat(Integer.signum(QueuePlace.of(one).compareTo(QueuePlace.of(other))))
                    .as("seed %d: %s, %s", seed, one, other)
                    .isEqualTo(Integer.signum(one.compareTo(other)));
        }
    }

    private static QueueKey anyKey(Random random) {
        int day = random.nextInt(4);
        return new QueueKey(
                day == 3 ? LocalDate.MAX : DAY.plusDays(day),
                random.nextBoolean(),
                random.nextInt(10),
                DAY.minusDays(random.nextInt(3)),
                new CaseNumber("%019d".formatted(random.nextInt(3))));
    }
}
