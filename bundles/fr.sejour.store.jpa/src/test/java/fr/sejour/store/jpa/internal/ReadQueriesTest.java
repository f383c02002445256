package fr.sejour.store.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadQueriesTest {

    private static final int TEXTS = 300;

    @Test
    void who_asks_while_others_ask_for_the_first_time_is_answered() throws Exception {
        try (OpenStore open = OpenStore.onDerbyInMemory(UUID.randomUUID().toString())) {
            ReadQueries reads = new ReadQueries(open.unit());

            assertThat(Together.run(8, thread -> {
                        try (EntityManager rows = open.unit().createEntityManager()) {
                            int asked = 0;
                            for (int text = 0; text < TEXTS; text++) {
                                String jpql = "SELECT c.number FROM CaseRow c WHERE c.version = " + text;
                                assertThat(reads.of(rows, String.class, jpql).getResultList())
                                        .isEmpty();
                                asked++;
                            }
                            return asked;
                        }
                    }))
                    .containsOnly(TEXTS);
        }
    }
}
